import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactNode } from 'react';
import { InFront } from '../../parts/dialog.js';
import { tell } from '../../parts/toasts.js';
import { useEdit } from '../../parts/use-edit.js';
import type { Listed } from './documents.js';
import { MERGE } from './edits.js';
import { Health, nameOf, Origin } from './facts.js';
import { Form } from './form.js';
import styles from './references.module.css';

/** Which of several sources is kept, and which become one with it. There is no way back: so all is shown beside each other first. */
export function MergeDialog({
  sources,
  onClose,
  onDone,
}: {
  readonly sources: readonly Listed[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLingui();
  const field = useId();
  const [keptId, setKept] = useState(() => best(sources));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [merge, isRunning] = useEdit(MERGE, (data) => data.mergeSources, true);
  const kept = sources.find(({ id }) => id === keptId);
  const merged = sources.filter(({ id }) => id !== keptId && !left.has(id));
  if (!kept) return null;
  return (
    <InFront title={t`Merge sources`} onClose={onClose}>
      <Form
        says={t`Merge`}
        isRunning={isRunning}
        isReady={merged.length > 0}
        onSubmit={async () => {
          const outcome = await merge({
            input: {
              sourceId: kept.id,
              expectedVersion: kept.version,
              merged: merged.map(({ id, version }) => ({ sourceId: id, expectedVersion: version })),
              note: note.trim() === '' ? null : note.trim(),
            },
          });
          if (!outcome.ok) return outcome.refusals;
          tell({ title: t`Merged`, detail: t`What cites any of them cites the kept one.` });
          onDone();
          return [];
        }}
      >
        <p>
          <Trans>
            Choose the one to keep. What cites the others cites it from then on, and is judged again. This cannot be
            taken back.
          </Trans>
        </p>
        <fieldset className={styles['choices']}>
          <legend>
            <Trans>Keep</Trans>
          </legend>
          {sources.map((source) => (
            <div key={source.id} className={styles['option']}>
              <label>
                <input type="radio" name="kept" checked={source.id === keptId} onChange={() => setKept(source.id)} />
                <strong>{nameOf(source)}</strong>
              </label>
              {source.url !== null && <p className={styles['address']}>{source.url}</p>}
              <p className="hint">
                <Origin source={source} />
              </p>
              <Health source={source} />
              {source.id !== keptId && sources.length > 2 && (
                <label className="hint">
                  <input
                    type="checkbox"
                    checked={!left.has(source.id)}
                    onChange={({ target }) => {
                      const next = new Set(left);
                      if (target.checked) next.delete(source.id);
                      else next.add(source.id);
                      setLeft(next);
                    }}
                  />{' '}
                  <Trans>becomes one with it</Trans>
                </label>
              )}
            </div>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={field}>
            <Trans>How you know that they are one</Trans>
          </label>
          <input id={field} className="input" value={note} onChange={({ target }) => setNote(target.value)} />
          <span className="hint">
            <Trans>It goes to the history.</Trans>
          </span>
        </div>
        <p className="hint" role="status">
          <Plural
            value={merged.length}
            _0="None becomes one with it"
            one="# source becomes one with it"
            other="# sources become one with it"
          />
        </p>
      </Form>
    </InFront>
  );
}

/** The one that says most of itself: what it lacks is taken from the others all the same. */
function best(sources: readonly Listed[]): string {
  const known = ({ doi, url, publisher, issued, snapshots }: Listed): number =>
    [doi, publisher, issued, url, snapshots.edges[0]].filter((each) => each != null).length;
  return sources.reduce((first, each) => (known(each) > known(first) ? each : first)).id;
}
