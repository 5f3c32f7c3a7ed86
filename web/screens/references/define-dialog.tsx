import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { InFront } from '../../parts/dialog.js';
import { Failed } from '../../parts/states.js';
import { tell } from '../../parts/toasts.js';
import { useEdit } from '../../parts/use-edit.js';
import { SOURCES, type Missing } from './documents.js';
import { DEFINE } from './edits.js';
import { nameOf, Origin } from './facts.js';
import { Form } from './form.js';
import styles from './references.module.css';
import { Search } from '../../parts/list/search.js';
import { typedSource } from './typed-source.js';

/** Not the id of any source. */
const NEW = '';
const SHOWN = 8;

/** What a number that leads nowhere leads to: a source that is known, or one that is new. */
export function DefineDialog({
  missing: { article, number, label, citationCount },
  onClose,
  onDone,
}: {
  readonly missing: Missing;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(NEW);
  const [{ data, error }] = useQuery({
    query: SOURCES,
    variables: { filter: { text }, orderBy: 'TITLE', first: SHOWN },
    pause: text === '',
  });
  const [define, isRunning] = useEdit(DEFINE, (payload) => payload.defineReference, true);
  const known = text === '' ? [] : (data?.sources.edges.map(({ node }) => node) ?? []);
  const choice = known.some(({ id }) => id === chosen) ? chosen : NEW;
  return (
    <InFront title={t`What [${label}] leads to`} onClose={onClose}>
      <Form
        says={t`Save`}
        isRunning={isRunning}
        isReady={text !== ''}
        onSubmit={async () => {
          const source = choice === NEW ? { source: typedSource(text) } : { sourceId: choice };
          const outcome = await define({ input: { articleId: article.id, number, ...source } });
          if (!outcome.ok) return outcome.refusals;
          const cleared = outcome.payload.fixed.length;
          tell({ title: t`[${label}] leads to a source now`, detail: t`Findings cleared: ${cleared}` });
          onDone();
          return [];
        }}
      >
        <p className="hint">
          {article.title} · <Plural value={citationCount} one="# claim cites it" other="# claims cite it" />
        </p>
        <p>
          <Trans>Paste an address or a DOI, or type a title.</Trans>
        </p>
        <Search
          label={t`Search sources`}
          placeholder={t`Part of a title or an address`}
          text={text}
          onSearch={setText}
        />
        {error && <Failed error={error} />}
        {text !== '' && (
          <fieldset className={styles['choices']}>
            <legend className="visually-hidden">
              <Trans>Source</Trans>
            </legend>
            <div className={styles['option']}>
              <label>
                <input type="radio" name="source" checked={choice === NEW} onChange={() => setChosen(NEW)} />
                <strong>{text}</strong>
              </label>
              <p className="hint">
                <Typed text={text} />
              </p>
            </div>
            {known.map((source) => (
              <div key={source.id} className={styles['option']}>
                <label>
                  <input
                    type="radio"
                    name="source"
                    checked={choice === source.id}
                    onChange={() => setChosen(source.id)}
                  />
                  <strong>{nameOf(source)}</strong>
                </label>
                <p className="hint">
                  <Origin source={source} />
                </p>
                {source.retracted && (
                  <p className="mistake">
                    <Trans>Retracted</Trans>
                  </p>
                )}
              </div>
            ))}
          </fieldset>
        )}
      </Form>
    </InFront>
  );
}

/** As what it is taken. The workspace's own record is used where it has one. */
function Typed({ text }: { readonly text: string }): ReactNode {
  const { doi, url } = typedSource(text);
  if (doi) return <Trans>By this DOI</Trans>;
  return url ? <Trans>By this address</Trans> : <Trans>A source of this title</Trans>;
}
