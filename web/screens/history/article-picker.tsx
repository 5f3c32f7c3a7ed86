import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Autocomplete, Button, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useQuery } from 'urql';
import { useKeys } from '../../keys/use-keys.js';
import { useDebounced } from '../../parts/debounced.js';
import { InFront } from '../../parts/dialog.js';
import { ARTICLES, TITLE } from './documents.js';
import styles from './history.module.css';

/** The server is not asked at each letter. */
const AFTER_MS = 200;

/** Of which article the history is; of all when none is chosen. @param isNeeded whether it has to be one */
export function ArticlePicker({
  article,
  isNeeded,
  onChoose,
}: {
  readonly article: string | null;
  readonly isNeeded: boolean;
  readonly onChoose: (article: string | null) => void;
}): ReactNode {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [{ data }] = useQuery({ query: TITLE, variables: { id: article ?? '' }, pause: article === null });
  const title = article === null ? null : (data?.article?.title ?? '…');
  useKeys({ search: () => setOpen(true) });
  return (
    <div className="field">
      <span className="label" id="history-article">
        <Trans>Article</Trans>
      </span>
      <div className={styles['picked']}>
        <Button
          className={`button ${styles['title']}`}
          aria-labelledby="history-article history-title"
          onPress={() => setOpen(true)}
        >
          <span id="history-title">{title ?? (isNeeded ? t`Choose an article` : t`All articles`)}</span>
        </Button>
        {article !== null && (
          <Button className="button button-plain" aria-label={t`All articles`} onPress={() => onChoose(null)}>
            ×
          </Button>
        )}
      </div>
      {isOpen && (
        <Picker
          onClose={() => setOpen(false)}
          onChoose={(id) => {
            setOpen(false);
            onChoose(id);
          }}
        />
      )}
    </div>
  );
}

function Picker({
  onClose,
  onChoose,
}: {
  readonly onClose: () => void;
  readonly onChoose: (article: string) => void;
}): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const asked = useDebounced(typed.trim(), AFTER_MS);
  const [{ data, fetching }] = useQuery({
    query: ARTICLES,
    variables: { filter: asked === '' ? {} : { title: asked } },
  });
  const articles = data?.articles.edges.map(({ node }) => node) ?? [];
  return (
    <InFront title={t`Choose an article`} onClose={onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={t`Part of its title`} autoFocus>
          <Input className="input" placeholder={t`Part of its title`} />
        </SearchField>
        <ListBox
          className={styles['list'] ?? ''}
          aria-label={t`Articles`}
          renderEmptyState={() => (fetching ? <Trans>Looking …</Trans> : <Trans>No article is called so</Trans>)}
          onAction={(key) => onChoose(String(key))}
        >
          {articles.map(({ id, title, desk }) => (
            <ListBoxItem key={id} id={id} textValue={title} className="menu-item">
              <span>{title}</span>
              <span className="hint">{desk}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
    </InFront>
  );
}
