import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ShownKeys } from '../../keys/shown-keys.js';
import { useMay } from '../viewer.js';
import type { Act } from './act.js';

/** As buttons what keys do; what the role does not allow is not there. */
export function ClaimActions({
  claim,
  onAct,
}: {
  readonly claim: {
    readonly findings: readonly unknown[];
    readonly assignee: { readonly name: string } | null;
    readonly checkable: boolean;
  };
  readonly onAct: (act: Act) => void;
}): ReactNode {
  const [mayEdit, mayCheck] = [useMay('EDITOR'), useMay('CHECKER')];
  if (!mayCheck) return null;
  return (
    <div className="actions">
      <Button className="button button-primary" onPress={() => onAct('attach')}>
        {mayEdit ? <Trans>Attach a source</Trans> : <Trans>Propose a source</Trans>} <ShownKeys name="attach" />
      </Button>
      {mayEdit && claim.findings.length > 0 && (
        <Button className="button" onPress={() => onAct('waive')}>
          <Trans>Waive</Trans> <ShownKeys name="waive" />
        </Button>
      )}
      <Button className="button" onPress={() => onAct('assign')}>
        {claim.assignee ? <Trans>For {claim.assignee.name}</Trans> : <Trans>Assign</Trans>} <ShownKeys name="assign" />
      </Button>
      <Button className="button" onPress={() => onAct('verdict')}>
        <Trans>Verdict</Trans> <ShownKeys name="verdict" />
      </Button>
      {mayEdit && (
        <Button className="button" onPress={() => onAct('checkable')}>
          {claim.checkable ? <Trans>Not checkable</Trans> : <Trans>Checkable after all</Trans>}{' '}
          <ShownKeys name="notCheckable" />
        </Button>
      )}
    </div>
  );
}
