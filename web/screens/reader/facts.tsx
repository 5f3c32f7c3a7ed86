import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Article } from './documents.js';
import styles from './reader.module.css';

/** What is known of the article itself, and the ways to take it along. */
export function Facts({
  article: { url, desk, publishedAt, slug, revision },
  isLoading,
}: {
  readonly article: Article;
  readonly isLoading: boolean;
}): ReactNode {
  const { i18n } = useLingui();
  const markdown = `/export/article.md?${new URLSearchParams({ slug }).toString()}`;
  return (
    <p className={`hint ${styles['facts']}`}>
      {desk !== null && <span>{desk}</span>}
      {publishedAt !== null && (
        <time dateTime={publishedAt}>{i18n.date(publishedAt, { dateStyle: 'long', timeZone: 'UTC' })}</time>
      )}
      <span>
        <Trans>Revision {revision.number}</Trans>
      </span>
      {url !== null && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          <Trans>Published page</Trans>
        </a>
      )}
      <a href={markdown} download>
        <Trans>As Markdown</Trans>
      </a>
      <span role="status">{isLoading && <Trans>more is on its way …</Trans>}</span>
    </p>
  );
}
