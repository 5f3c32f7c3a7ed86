import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { readerPath } from '../../paths.js';

const MISSING = graphql(`
  query MissingReferences {
    missingReferences(first: 50) {
      edges {
        node {
          number
          label
          citationCount
          findingsCleared
          article {
            id
            title
          }
        }
      }
    }
  }
`);

/** Numbers that are cited and lead nowhere, those that would clear the most findings first. */
export function Component(): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: MISSING });
  const missing = data?.missingReferences.edges.map(({ node }) => node);
  return (
    <Page title={t`References`}>
      {!missing && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the references …`} />)}
      {missing?.length === 0 && <Empty title={t`Every cited number leads to a source`} />}
      {missing && missing.length > 0 && (
        <table className="table">
          <caption className="visually-hidden">
            <Trans>Cited numbers without a source</Trans>
          </caption>
          <thead>
            <tr>
              <th>
                <Trans>Number</Trans>
              </th>
              <th>
                <Trans>Article</Trans>
              </th>
              <th className="number">
                <Trans>Citations</Trans>
              </th>
              <th className="number">
                <Trans>Findings it would clear</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {missing.map(({ article, number, label, citationCount, findingsCleared }) => (
              <tr key={`${article.id} ${number}`}>
                <td>[{label}]</td>
                <td>
                  <Link to={readerPath(article.id)}>{article.title}</Link>
                </td>
                <td className="number">{i18n.number(citationCount)}</td>
                <td className="number">{i18n.number(findingsCleared)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
