import { graphql, type ResultOf } from '../../api/graphql.js';

/** Backwards: the newest first. */
export const EVENTS = graphql(`
  query HistoryEvents($subject: ID!, $filter: HistoryFilter, $before: String) {
    history(subjectId: $subject, filter: $filter, last: 50, before: $before) {
      edges {
        cursor
        node {
          at
          kind
          seq
          subjectId
          subjectType
          before
          after
          actor {
            id
            version
            name
          }
          article {
            id
            version
            title
          }
        }
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
`);

export const MEMBERS = graphql(`
  query HistoryMembers($after: String) {
    members(first: 100, after: $after) {
      edges {
        node {
          id
          version
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ARTICLES = graphql(`
  query HistoryArticles($filter: ArticleFilter) {
    articles(first: 20, filter: $filter) {
      edges {
        node {
          id
          version
          title
          desk
        }
      }
    }
  }
`);

export const TITLE = graphql(`
  query HistoryTitle($id: ID!) {
    article(id: $id) {
      id
      version
      title
    }
  }
`);

export const REVISIONS = graphql(`
  query HistoryRevisions($id: ID!, $after: String) {
    article(id: $id) {
      id
      version
      title
      revisions(first: 100, after: $after) {
        edges {
          node {
            id
            number
            createdAt
            title
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const DIFF = graphql(`
  query HistoryDiff($id: ID!, $from: Int!, $to: Int!, $after: String) {
    article(id: $id) {
      id
      version
      diff(from: $from, to: $to, first: 100, after: $after) {
        edges {
          node {
            change
            textBefore
            textAfter
            standingBefore
            standingAfter
            claim {
              id
              version
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
`);

export const AS_OF = graphql(`
  query HistoryAsOf($id: ID!, $at: DateTime!, $after: String) {
    article(id: $id) {
      id
      version
      asOf(at: $at) {
        at
        title
        desk
        archived
        revision {
          id
          number
        }
        standings {
          claims
          checkable
          score
          byStanding {
            standing
            count
          }
        }
        claims(first: 100, after: $after) {
          edges {
            node {
              ordinal
              text
              attribute
              section
              standing
              findings {
                message
              }
              claim {
                id
                version
                standing
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

export type HistoryEvent = ResultOf<typeof EVENTS>['history']['edges'][number]['node'];
type DiffArticle = NonNullable<ResultOf<typeof DIFF>['article']>;
export type DiffRow = DiffArticle['diff']['edges'][number]['node'];
type PastArticle = NonNullable<NonNullable<ResultOf<typeof AS_OF>['article']>['asOf']>;
export type PastClaim = PastArticle['claims']['edges'][number]['node'];
