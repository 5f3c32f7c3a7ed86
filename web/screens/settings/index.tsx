import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { Failed, Loading } from '../../parts/states.js';

const RULES = graphql(`
  query SettingsRules {
    rules {
      id
      title
      severity
      enabled
      documentationUrl
      version
    }
  }
`);

/** The rules of the workspace, each with its documentation. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: RULES });
  return (
    <Page title={t`Settings`}>
      {!data && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the rules …`} />)}
      {data && (
        <table className="table">
          <caption className="visually-hidden">
            <Trans>Rules</Trans>
          </caption>
          <thead>
            <tr>
              <th>
                <Trans>Rule</Trans>
              </th>
              <th>
                <Trans>What it finds</Trans>
              </th>
              <th>
                <Trans>Severity</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rules.map(({ id, title, severity, enabled, documentationUrl }) => (
              <tr key={id}>
                <td>
                  <a href={documentationUrl}>{id}</a>
                </td>
                <td>{title}</td>
                <td>{enabled ? severity : t`off`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
