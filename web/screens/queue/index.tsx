import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, useSubscription } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { UNSUPPORTED } from '../../parts/standing.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { readerPath } from '../../paths.js';
import styles from './queue.module.css';

const QUEUE = graphql(`
  query Queue {
    unsupportedClaims(first: 50) {
      edges {
        node {
          id
          version
          text
          standing
          article {
            id
            title
          }
          findings {
            id
            message
          }
        }
      }
    }
  }
`);

const TOTALS = graphql(`
  subscription QueueTotals {
    summaryChanged {
      byStanding {
        standing
        count
      }
    }
  }
`);

/** Unsupported claims of all articles, the worst and most important first. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: QUEUE });
  const [totals] = useSubscription({ query: TOTALS });
  const count = totals.data?.summaryChanged.byStanding
    .filter(({ standing }) => UNSUPPORTED.has(standing))
    .reduce((sum, each) => sum + each.count, 0);
  const claims = data?.unsupportedClaims.edges.map(({ node }) => node);
  return (
    <Page
      title={t`Queue`}
      beside={
        count !== undefined && (
          <p className="hint" role="status">
            <Plural value={count} one="# unsupported claim" other="# unsupported claims" />
          </p>
        )
      }
    >
      {!claims && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the queue …`} />)}
      {claims?.length === 0 && <Empty title={t`Nothing is unsupported`} />}
      {claims && claims.length > 0 && (
        <ul role="list" className={styles['claims']}>
          {claims.map((claim) => (
            <li key={claim.id} className={styles['claim']}>
              <StandingSign standing={claim.standing} withName />
              <div>
                <p>
                  <Link to={readerPath(claim.article.id, claim.id)}>{claim.text || <Trans>(blank)</Trans>}</Link>
                </p>
                <p className="hint">{claim.findings[0]?.message}</p>
                <p className="hint">{claim.article.title}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
