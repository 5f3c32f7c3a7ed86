import { graphql, type ResultOf } from '../../api/graphql.js';

const LISTED = graphql(`
  fragment ListedArticle on Article {
    id
    version
    title
    desk
    updatedAt
    summary {
      checkable
      score
    }
  }
`);

export const ARTICLES = graphql(
  `
    query Articles($filter: ArticleFilter, $orderBy: ArticleOrder, $after: String) {
      articles(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            ...ListedArticle
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [LISTED],
);

/** Rows as they stand now, wherever they are in the list. */
export const ROWS = graphql(
  `
    query ArticleRows($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        ... on Article {
          ...ListedArticle
        }
      }
    }
  `,
  [LISTED],
);

/** Those that changed last: a new one is among them. */
export const LATEST = graphql(`
  query LatestArticles($filter: ArticleFilter) {
    articles(first: 20, filter: $filter, orderBy: UPDATED) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

export const DESKS = graphql(`
  query ArticleDesks {
    evidenceBreakdown(by: DESK, first: 100) {
      edges {
        node {
          label
        }
      }
    }
  }
`);

export type Listed = ResultOf<typeof LISTED>;
