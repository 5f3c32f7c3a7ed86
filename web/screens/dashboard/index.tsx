import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { STANDINGS } from '../../parts/standing.js';
import { Failed, Loading } from '../../parts/states.js';

const SUMMARY = graphql(`
  query DashboardSummary {
    evidenceSummary {
      claims
      checkable
      score
      checkedShare
      byStanding {
        standing
        count
      }
    }
  }
`);

/** How the whole workspace stands. */
export function Component(): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: SUMMARY });
  const summary = data?.evidenceSummary;
  const counts = new Map(summary?.byStanding.map(({ standing, count }) => [standing, count]));
  const share = (value: number | null): string => (value === null ? '–' : i18n.number(value, { style: 'percent' }));
  return (
    <Page title={t`Dashboard`}>
      {!summary && (error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the totals …`} />)}
      {summary && (
        <>
          <p>
            <Trans>
              Score {share(summary.score)}, looked at {share(summary.checkedShare)}, of {i18n.number(summary.checkable)}{' '}
              claims to check
            </Trans>
          </p>
          <table className="table">
            <thead>
              <tr>
                <th>
                  <Trans>Standing</Trans>
                </th>
                <th className="number">
                  <Trans>Claims</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {STANDINGS.map((standing) => (
                <tr key={standing}>
                  <td>
                    <StandingSign standing={standing} withName />
                  </td>
                  <td className="number">{i18n.number(counts.get(standing) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Page>
  );
}
