import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  SearchField,
  Text,
  type Key,
} from 'react-aria-components';
import { useQuery } from 'urql';
import { useDebounced } from '../debounced.js';
import styles from './attach.module.css';
import { KNOWN_SOURCES } from './documents.js';
import type { ChosenSource } from './draft.js';
import { readTyped, shownAddress } from './typed-source.js';

/** As long as a short word takes to type: a query for each letter says nothing. */
const STANDS_STILL_MS = 200;
const NEW = 'new';

/**
 * Which source: an address or a DOI is taken as it is, and words are looked for among the known ones; those of the
 * article come first, before anything is typed.
 */
export function SourceField({
  articleId,
  chosen,
  onChoose,
}: {
  readonly articleId: string;
  readonly chosen: ChosenSource | null;
  readonly onChoose: (source: ChosenSource | null) => void;
}): ReactNode {
  if (chosen) return <Chosen source={chosen} onChange={() => onChoose(null)} />;
  return <Choice articleId={articleId} onChoose={onChoose} />;
}

function Chosen({ source, onChange }: { readonly source: ChosenSource; readonly onChange: () => void }): ReactNode {
  return (
    <div className={styles['chosen']}>
      <span className="label">
        <Trans>Source</Trans>
      </span>
      <p>
        <span className={styles['title']}>{source.title}</span>{' '}
        {source.kind === 'new' && (
          <span className="hint">
            <Trans>(new record, unless there is one)</Trans>
          </span>
        )}
      </p>
      <Button className="button" onPress={onChange}>
        <Trans>Change</Trans>
      </Button>
    </div>
  );
}

function Choice({
  articleId,
  onChoose,
}: {
  readonly articleId: string;
  readonly onChoose: (source: ChosenSource) => void;
}): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const read = readTyped(typed);
  const words = useDebounced(read.words, STANDS_STILL_MS);
  const [{ data, fetching }] = useQuery({
    query: KNOWN_SOURCES,
    variables: { filter: words === '' ? { articleId } : { text: words } },
  });
  const known = data?.sources.edges.map(({ node }) => node) ?? [];
  const isNew = read.kind === 'source';
  const choose = (key: Key): void => {
    if (key === NEW && read.kind === 'source') {
      onChoose({ kind: 'new', title: read.source.doi ?? read.words, source: read.source });
      return;
    }
    const source = known.find(({ id }) => id === key);
    if (source) onChoose({ kind: 'known', id: source.id, title: source.title ?? source.url ?? t`(without a title)` });
  };
  return (
    <div className={styles['choice']}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="field" autoFocus>
          <Label>
            <Trans>Source</Trans>
          </Label>
          <Input className="input" />
          <Text slot="description" className="hint">
            <Trans>Paste an address or a DOI, or type words of a title.</Trans>
          </Text>
        </SearchField>
        <ListBox
          className={styles['sources'] ?? ''}
          aria-label={t`Sources`}
          onAction={choose}
          renderEmptyState={() => (
            <p className="hint" role="status">
              {fetching ? (
                <Trans>Looking …</Trans>
              ) : (
                <Trans>No known source is called so. Paste its address or DOI.</Trans>
              )}
            </p>
          )}
        >
          {isNew && (
            <ListBoxItem id={NEW} textValue={t`Attach ${read.words}`} className={`menu-item ${styles['source']}`}>
              <span className={styles['title']}>
                <Trans>Take this address</Trans>
              </span>
              <span className="hint">{read.words}</span>
            </ListBoxItem>
          )}
          {known.map(({ id, title, url, publisher, retracted }) => (
            <ListBoxItem key={id} id={id} textValue={title ?? url ?? ''} className={`menu-item ${styles['source']}`}>
              <span className={styles['title']}>{title ?? <Trans>(without a title)</Trans>}</span>
              <span className="hint">
                {retracted && (
                  <strong className={styles['warning']}>
                    <Trans>Retracted</Trans>{' '}
                  </strong>
                )}
                {[publisher?.name, url ? shownAddress(url) : null].filter(Boolean).join(' · ')}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
