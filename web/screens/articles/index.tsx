import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { PATHS, readerPath } from '../../paths.js';

const ARTICLES = graphql(`
  query Articles {
    articles(first: 100) {
      edges {
        node {
          id
          title
          desk
          updatedAt
          version
          summary {
            checkable
            score
            byStanding {
              standing
              count
            }
          }
        }
      }
    }
  }
`);

/** The articles of the workspace, and how each stands. */
export function Component(): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: ARTICLES });
  const articles = data?.articles.edges.map(({ node }) => node);
  return (
    <Page title={t`Articles`}>
      {!articles && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the articles …`} />)}
      {articles?.length === 0 && (
        <Empty title={t`There is no article yet`}>
          <Link to={PATHS.import}>
            <Trans>Import one</Trans>
          </Link>
        </Empty>
      )}
      {articles && articles.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>
                <Trans>Title</Trans>
              </th>
              <th>
                <Trans>Desk</Trans>
              </th>
              <th className="number">
                <Trans>Claims to check</Trans>
              </th>
              <th className="number">
                <Trans>Score</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {articles.map(({ id, title, desk, summary }) => (
              <tr key={id}>
                <td>
                  <Link to={readerPath(id)}>{title}</Link>
                </td>
                <td>{desk}</td>
                <td className="number">{i18n.number(summary.checkable)}</td>
                <td className="number">
                  {summary.score === null ? '–' : i18n.number(summary.score, { style: 'percent' })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
