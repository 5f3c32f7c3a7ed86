import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState, type ReactNode } from 'react';
import { tell } from '../toasts.js';
import type { AttachClaim, AttachedCitation } from './attach-panel.js';
import styles from './attach.module.css';
import { Conflict } from './conflict.js';
import { newSendingKey } from './deliver.js';
import { draftKey, NO_VALUES, type Draft, type DraftKind } from './draft.js';
import { EvidenceFields } from './evidence-fields.js';
import { useOutbox, useSavedDrafts } from './outbox-context.js';
import { Preview } from './preview.js';
import { SaveButton } from './save-button.js';
import { SnapshotText } from './snapshot-text.js';
import { SourceField } from './source-field.js';
import { useDraft } from './use-draft.js';

/** One source for one claim, or what is said of a citation. What is written is kept in this browser until it is saved. */
export function AttachForm({
  claim,
  citation,
  kind,
  onSaved,
}: {
  readonly claim: AttachClaim;
  readonly citation: AttachedCitation | null;
  readonly kind: DraftKind;
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = useLingui();
  const box = useOutbox();
  // The version that was seen when the panel opened: whoever changed it since is to be known of.
  const [blank] = useState(() => blankDraft(box.owner, claim, citation, kind));
  const [draft, set, letGo] = useDraft(box.store, blank);
  const [why, setWhy] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const undecided = useSavedDrafts().find(({ key, state }) => key === blank.key && state !== 'waiting');
  // By now the number may lead to what somebody else attached.
  const { number } = draft.values;
  const isFree = number === null || (claim.danglingNumbers ?? []).includes(number);
  const values = useMemo(() => (isFree ? draft.values : { ...draft.values, number: null }), [draft.values, isFree]);

  const save = async (): Promise<void> => {
    if (isSaving) return;
    if (!values.source) return setWhy(t`Choose a source first.`);
    setSaving(true);
    setWhy(null);
    letGo();
    const sent = await box.send({ ...draft, values, sendingKey: newSendingKey(), changedAt: Date.now() });
    if (sent.kind === 'refused') {
      // It stays with its writer, who sees why and mends it.
      await box.drop(draft.key);
      set({});
      setWhy(sent.why);
    }
    setSaving(false);
    if (sent.kind === 'refused' || sent.kind === 'conflict') return;
    if (sent.kind === 'unanswered') {
      tell({
        title: t`Kept in this browser`,
        detail: t`Nobody answers just now. It is sent when the server is there again.`,
      });
    }
    onSaved();
  };

  if (undecided && !isSaving) return <Conflict draft={undecided} onSolved={onSaved} />;
  const hasChanged = !citation && claim.version !== draft.seenVersion;
  return (
    <div className={styles['form']}>
      {draft.state === 'waiting' && (
        <p className={styles['notice']}>
          <Trans>This is kept in this browser, and sent when the server answers.</Trans>
        </p>
      )}
      {hasChanged && (
        <p className={styles['notice']} role="status">
          <Trans>This claim was changed after you began. Saving shows you both.</Trans>
        </p>
      )}
      {citation ? (
        <p>
          <span className={styles['title']}>{citation.source.title}</span>
        </p>
      ) : (
        <SourceField articleId={claim.article.id} chosen={values.source} onChoose={(source) => set({ source })} />
      )}
      {!citation && <Preview claim={claim} values={values} />}
      {values.source && (
        <EvidenceFields
          values={values}
          onChange={set}
          hasStance={!citation}
          danglingNumbers={kind === 'attach' ? (claim.danglingNumbers ?? []) : []}
          snapshot={
            values.source.kind === 'known' && (
              <SnapshotText
                key={values.source.id}
                sourceId={values.source.id}
                quote={values.quote}
                onQuote={(quote) => set({ quote })}
              />
            )
          }
        />
      )}
      {why !== null && (
        <p className="mistake" role="alert">
          {why}
        </p>
      )}
      <SaveButton onSave={() => void save()} isSaving={isSaving}>
        {kind === 'propose' ? <Trans>Propose, and next</Trans> : <Trans>Save, and next</Trans>}
      </SaveButton>
    </div>
  );
}

function blankDraft(owner: string, claim: AttachClaim, citation: AttachedCitation | null, kind: DraftKind): Draft {
  const said = { quote: citation?.quote ?? '', locator: citation?.locator ?? '', note: citation?.note ?? '' };
  return {
    key: draftKey(owner, claim.id, citation?.id ?? null),
    owner,
    kind,
    state: 'editing',
    claim: { id: claim.id, text: claim.text },
    citation: citation && { id: citation.id, before: said },
    seenVersion: citation?.version ?? claim.version,
    values: {
      ...NO_VALUES,
      ...said,
      source: citation?.source ?? null,
      number: kind === 'attach' ? (claim.danglingNumbers?.[0] ?? null) : null,
    },
    sendingKey: '',
    why: null,
    changedAt: 0,
  };
}
