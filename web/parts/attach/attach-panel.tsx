import { Plural, Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Standing } from '../../api/graphql.js';
import { ShownKeys } from '../../keys/shown-keys.js';
import { NoPermission } from '../states.js';
import { useMay } from '../viewer.js';
import styles from './attach.module.css';
import { AttachForm } from './attach-form.js';
import { AttachManyForm } from './attach-many-form.js';
import type { ChosenSource } from './draft.js';

/** A claim that evidence is for. */
export interface AttachClaim {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly standing: Standing;
  readonly article: { readonly id: string; readonly title: string };
  /** Numbers that it cites and that lead nowhere yet: a source that is attached can be what they mean. */
  readonly danglingNumbers?: readonly number[];
}

/** A citation of which quote, locator and note are changed. */
export interface AttachedCitation {
  readonly id: string;
  readonly version: number;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly source: Extract<ChosenSource, { kind: 'known' }>;
}

/**
 * Where evidence is given: a source for a claim, one source for several, or the words of a source that is cited already.
 *
 * @param citation what is changed; null attaches a source
 * @param onSaved it is with the server, or kept until it answers; what comes next may be shown
 */
export function AttachPanel({
  claims,
  citation = null,
  onSaved,
  onClose,
}: {
  readonly claims: readonly AttachClaim[];
  readonly citation?: AttachedCitation | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const [mayAttach, mayPropose] = [useMay('EDITOR'), useMay('CHECKER')];
  const heading = useId();
  const [first] = claims;
  if (!first) return null;
  const isOne = claims.length === 1;
  const isAllowed = mayAttach || (mayPropose && isOne && !citation);
  return (
    // Esc closes it from its fields, too, as it would a dialog.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <section
      className={styles['panel']}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={heading}>
          {citation ? (
            <Trans>Quote the source</Trans>
          ) : mayAttach ? (
            <Trans>Attach a source</Trans>
          ) : (
            <Trans>Propose a source</Trans>
          )}
        </h2>
        <Button className="button button-plain" onPress={onClose}>
          <Trans>Close</Trans> <ShownKeys name="close" />
        </Button>
      </header>
      {isOne ? (
        <blockquote className={styles['claim']}>{first.text || <Trans>(blank)</Trans>}</blockquote>
      ) : (
        <p>
          <Plural value={claims.length} one="To # claim" other="To # claims" />
        </p>
      )}
      {!isAllowed && <NoPermission needed={mayPropose || citation ? 'EDITOR' : 'CHECKER'} />}
      {isAllowed && isOne && (
        <AttachForm
          key={`${first.id} ${citation?.id ?? ''}`}
          claim={first}
          citation={citation}
          kind={citation ? 'update' : mayAttach ? 'attach' : 'propose'}
          onSaved={onSaved}
        />
      )}
      {isAllowed && !isOne && <AttachManyForm claims={claims} onSaved={onSaved} />}
    </section>
  );
}
