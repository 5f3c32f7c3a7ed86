import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Source } from './documents.js';
import { Health, Issued } from './facts.js';
import styles from './references.module.css';

/** What is known of a source. */
export function SourceRecord({ source }: { readonly source: Source }): ReactNode {
  const { t } = useLingui();
  const { url, doi, publisher, issued } = source;
  return (
    <section aria-label={t`Record`} className={styles['section']}>
      <Health source={source} />
      <dl className={styles['record']}>
        {url !== null && (
          <div>
            <dt>
              <Trans>Address</Trans>
            </dt>
            <dd>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {url}
              </a>
            </dd>
          </div>
        )}
        {doi !== null && (
          <div>
            <dt>DOI</dt>
            <dd>
              <a href={`https://doi.org/${encodeURI(doi)}`} target="_blank" rel="noopener noreferrer">
                {doi}
              </a>
            </dd>
          </div>
        )}
        {publisher && (
          <div>
            <dt>
              <Trans>Publisher</Trans>
            </dt>
            <dd>
              {publisher.name}
              {publisher.reliability !== null && (
                <span className="hint">
                  {' '}
                  <Trans>reliability {publisher.reliability}</Trans>
                </span>
              )}
            </dd>
          </div>
        )}
        {issued !== null && (
          <div>
            <dt>
              <Trans>Published</Trans>
            </dt>
            <dd>
              <Issued issued={issued} />
            </dd>
          </div>
        )}
        <Authors csl={source.csl} />
      </dl>
    </section>
  );
}

/** Who wrote it, as far as its record says so in the way that CSL-JSON has it. */
function Authors({ csl }: { readonly csl: unknown }): ReactNode {
  const { author } = (csl ?? {}) as { author?: unknown };
  const names = (Array.isArray(author) ? author : []).flatMap((each: unknown) => {
    const { family, given, literal } = (each ?? {}) as Readonly<Record<string, unknown>>;
    const name = [given, family].filter((part) => typeof part === 'string').join(' ');
    return name !== '' ? [name] : typeof literal === 'string' ? [literal] : [];
  });
  if (names.length === 0) return null;
  return (
    <div>
      <dt>
        <Trans>Authors</Trans>
      </dt>
      <dd>{names.join('; ')}</dd>
    </div>
  );
}
