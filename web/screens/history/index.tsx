import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { useViewer } from '../../parts/viewer.js';
import { readerPath } from '../../paths.js';

const HISTORY = graphql(`
  query WorkspaceHistory($workspace: ID!) {
    history(subjectId: $workspace, last: 50) {
      edges {
        cursor
        node {
          at
          kind
          actor {
            id
            name
          }
          article {
            id
            title
          }
        }
      }
    }
  }
`);

/** What happened in the workspace, the newest first. */
export function Component(): ReactNode {
  const { t, i18n } = useLingui();
  const { workspace } = useViewer();
  const [{ data, error }, again] = useQuery({ query: HISTORY, variables: { workspace: workspace.id } });
  const events = data?.history.edges.toReversed();
  return (
    <Page title={t`History`}>
      {!events && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the history …`} />)}
      {events?.length === 0 && <Empty title={t`Nothing has happened yet`} />}
      {events && events.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th>
                <Trans>When</Trans>
              </th>
              <th>
                <Trans>Who</Trans>
              </th>
              <th>
                <Trans>What</Trans>
              </th>
              <th>
                <Trans>Article</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ cursor, node: { at, kind, actor, article } }) => (
              <tr key={cursor}>
                <td>
                  <time dateTime={at}>{i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
                </td>
                <td>{actor?.name ?? t`By itself`}</td>
                <td>
                  <code>{kind}</code>
                </td>
                <td>{article && <Link to={readerPath(article.id)}>{article.title}</Link>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
