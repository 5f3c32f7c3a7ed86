import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import type { AttachSourceInput } from '../../api/graphql.js';
import { problemOf } from '../../api/problem.js';
import { refusalWords } from '../../api/refusal.js';
import { firstReason, useMany } from '../edits/use-many.js';
import { done } from '../undo.js';
import type { AttachClaim } from './attach-panel.js';
import styles from './attach.module.css';
import { ATTACH_MANY, DETACH } from './documents.js';
import { inputOf, NO_VALUES } from './draft.js';
import { EvidenceFields } from './evidence-fields.js';
import { Preview } from './preview.js';
import { SaveButton } from './save-button.js';
import { SourceField } from './source-field.js';

/** One source for several claims. */
export function AttachManyForm({
  claims,
  onSaved,
}: {
  readonly claims: readonly AttachClaim[];
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = useLingui();
  const client = useClient();
  const [values, setValues] = useState(NO_VALUES);
  const [why, setWhy] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const run = useMany(
    ATTACH_MANY,
    (items: readonly AttachSourceInput[]) => ({ input: { items: [...items] } }),
    (data) => data.attachSources,
  );
  const [first] = claims;
  if (!first) return null;

  const save = async (): Promise<void> => {
    if (isSaving) return;
    if (!values.source) return setWhy(t`Choose a source first.`);
    setSaving(true);
    setWhy(null);
    const input = inputOf(values);
    const items = claims.map(({ id, version }) => ({ ...input, claimId: id, expectedVersion: version }));
    let made = madeBy(await run(items));
    setSaving(false);
    if (made.length === 0) return;
    const count = made.length;
    done({
      says: t`Source attached to claims: ${count}`,
      undo: async () => {
        for (const { citation } of made) {
          const { data, error } = await client.mutation(DETACH, {
            input: { citationId: citation.id, expectedVersion: citation.version },
          });
          const [refusal] = data?.detachSource?.userErrors ?? [];
          if (error || refusal) return refusal ? refusalWords(refusal) : problemOf(error!).message;
        }
        return null;
      },
      redo: async () => {
        const again = await run(
          made.map(({ claimId }) => ({ ...input, claimId })),
          true,
        );
        made = madeBy(again);
        return firstReason(again);
      },
    });
    onSaved();
  };

  return (
    <div className={styles['form']}>
      <SourceField
        articleId={first.article.id}
        chosen={values.source}
        onChoose={(source) => setValues({ ...values, source })}
      />
      <p className="hint">
        <Trans>What it would do for the first of them, “{first.text}”:</Trans>
      </p>
      <Preview claim={first} values={values} />
      {values.source && (
        <EvidenceFields values={values} onChange={(change) => setValues({ ...values, ...change })} hasStance />
      )}
      {why !== null && (
        <p className="mistake" role="alert">
          {why}
        </p>
      )}
      <SaveButton onSave={() => void save()} isSaving={isSaving}>
        <Trans>Attach to all</Trans>
      </SaveButton>
    </div>
  );
}

interface Made {
  readonly claimId: string;
  readonly citation: { readonly id: string; readonly version: number };
}

const madeBy = ({
  done: attached,
}: {
  readonly done: readonly {
    readonly item: AttachSourceInput;
    readonly result: { readonly citation: Made['citation'] | null };
  }[];
}): Made[] =>
  attached.flatMap(({ item, result }) =>
    result.citation ? [{ claimId: item.claimId, citation: result.citation }] : [],
  );
