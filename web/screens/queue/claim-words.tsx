import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** A claim as people read it: a sentence, or a field with its value. A hole is seen as one. */
export function ClaimWords({
  claim: { text, attribute, column, value },
}: {
  readonly claim: {
    readonly text: string;
    readonly attribute: string | null;
    readonly column: string | null;
    readonly value: string | null;
  };
}): ReactNode {
  if (attribute === null) return text || <Blank />;
  return (
    <>
      <strong>{[attribute, column].filter(Boolean).join(', ')}:</strong> {value || <Blank />}
    </>
  );
}

function Blank(): ReactNode {
  return (
    <em>
      <Trans>(blank)</Trans>
    </em>
  );
}
