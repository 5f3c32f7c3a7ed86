import { graphql, type ResultOf } from '../../api/graphql.js';

/** Numbers that are cited and lead nowhere, those that would clear the most findings first. */
export const MISSING = graphql(`
  query MissingReferences($after: String) {
    missingReferences(first: 50, after: $after) {
      edges {
        node {
          number
          label
          citationCount
          findingsCleared
          article {
            id
            version
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A source as lists show it. */
export const LISTED = graphql(`
  fragment ListedSource on Source {
    id
    version
    title
    url
    doi
    issued
    retracted
    publisher {
      id
      version
      name
    }
    link {
      checkedAt
      status
      failures
      failingSince
      problem
      problemCode
    }
    snapshots(first: 1) {
      edges {
        node {
          id
          capturedAt
          complete
        }
      }
    }
  }
`);

export const SOURCES = graphql(
  `
    query Sources($filter: SourceFilter, $orderBy: SourceOrder, $first: Int!, $after: String) {
      sources(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        edges {
          node {
            ...ListedSource
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

/** A source as its own page shows it. */
export const SOURCE = graphql(`
  query Source($id: ID!) {
    node(id: $id) {
      id
      ... on Source {
        version
        title
        url
        doi
        issued
        retracted
        csl
        publisher {
          id
          version
          name
          reliability
        }
        link {
          checkedAt
          status
          failures
          failingSince
          problem
          problemCode
          finalUrl
        }
        snapshots(first: 10) {
          edges {
            node {
              id
              capturedAt
              seenAt
              complete
              extent
              wordCount
              cautions
            }
          }
        }
      }
    }
  }
`);

/** Who cites it: with what claim, in which article, by which words. */
export const CITATIONS = graphql(`
  query SourceCitations($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Source {
        citations(first: 50, after: $after) {
          edges {
            node {
              id
              version
              label
              quote
              locator
              stance
              state
              quoteMatch {
                result
              }
              claim {
                id
                version
                text
                standing
                article {
                  id
                  version
                  title
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const JOB = graphql(`
  query ReferencesJob($id: ID!) {
    node(id: $id) {
      id
      ... on Job {
        state
        done
        total
        error
      }
    }
  }
`);

export type Missing = ResultOf<typeof MISSING>['missingReferences']['edges'][number]['node'];
export type Listed = ResultOf<typeof LISTED>;
type SourceNode = NonNullable<ResultOf<typeof SOURCE>['node']>;
export type Source = Extract<SourceNode, { retracted: boolean }>;
export type Citation = Extract<
  NonNullable<ResultOf<typeof CITATIONS>['node']>,
  { citations: unknown }
>['citations']['edges'][number]['node'];
