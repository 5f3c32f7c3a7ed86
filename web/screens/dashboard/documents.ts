import { graphql, type ResultOf } from '../../api/graphql.js';

/** Totals of the workspace or of a desk. */
export const SUMMARY = graphql(`
  query DashboardSummary($filter: SummaryFilter) {
    evidenceSummary(filter: $filter) {
      claims
      checkable
      score
      checkedShare
      notAssessed
      byStanding {
        standing
        count
      }
    }
  }
`);

/** The same over time. */
export const TREND = graphql(`
  query DashboardTrend($from: DateTime!, $to: DateTime!, $interval: TrendInterval!, $desk: String) {
    evidenceTrend(from: $from, to: $to, interval: $interval, desk: $desk) {
      from
      to
      complete
      checkable
      score
      checkedShare
      opened
      fixed
      byStanding {
        standing
        count
      }
    }
  }
`);

export const BREAKDOWN = graphql(`
  query DashboardBreakdown($by: BreakdownBy!, $first: Int!) {
    evidenceBreakdown(by: $by, first: $first) {
      edges {
        node {
          label
          unsupported
          article {
            id
          }
          rule {
            id
          }
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
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const AGES = graphql(`
  query DashboardAges {
    findingsByAge {
      age
      count
      oldest
      bySeverity {
        severity
        count
      }
    }
  }
`);

/** Told when the totals of the workspace are others, whichever desk they are of. */
export type Summary = ResultOf<typeof SUMMARY>['evidenceSummary'];
export type Point = ResultOf<typeof TREND>['evidenceTrend'][number];
export type Part = ResultOf<typeof BREAKDOWN>['evidenceBreakdown']['edges'][number]['node'];
export type Age = ResultOf<typeof AGES>['findingsByAge'][number];
