import { graphql, type ResultOf } from '../../api/graphql.js';
import { TEXT_CELL } from '../../parts/text-cell.js';

/** What a row shows, and what is done from it without opening it. */
export const ROW = graphql(`
  fragment QueueRow on Claim {
    id
    version
    text
    attribute
    column
    value
    standing
    priority
    checkable
    assignee {
      id
      version
      name
    }
    verdict {
      id
      value
      text
    }
    article {
      id
      version
      title
      desk
    }
    findings {
      id
      severity
      message
      bearing
      rule {
        id
        title
      }
    }
  }
`);

export type Row = ResultOf<typeof ROW>;

/** The worst and most important first. */
export const PAGE = graphql(
  `
    query QueuePage($filter: ClaimFilter, $after: String) {
      claims(first: 100, after: $after, filter: $filter, orderBy: RANK) {
        edges {
          node {
            ...QueueRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ROW],
);

export const CHANGES = graphql(
  `
    subscription QueueChanges {
      claimChanged {
        claim {
          ...QueueRow
        }
      }
    }
  `,
  [ROW],
);

export const TOTALS = graphql(`
  subscription QueueTotals($article: ID) {
    summaryChanged(articleId: $article) {
      byStanding {
        standing
        count
      }
    }
  }
`);

/** All that is known of a claim; a row's fields are among it. */
export const CLAIM = graphql(`
  query QueueClaim($id: ID!) {
    node(id: $id) {
      id
      ... on Claim {
        version
        text
        attribute
        column
        value
        standing
        priority
        checkable
        assignee {
          id
          version
          name
        }
        article {
          id
          version
          title
          desk
          revision {
            id
          }
        }
        block
        section
        valueState
        selector {
          start
          end
        }
        findings {
          id
          severity
          message
          remedy
          bearing
          rule {
            id
            title
            documentationUrl
          }
        }
        notAssessed {
          rule
          reason
        }
        verdict {
          id
          value
          text
          createdAt
          createdBy {
            id
            version
            name
          }
        }
        citations {
          id
          version
          number
          label
          quote
          locator
          note
          stance
          directness
          basis
          state
          quoteMatch {
            result
          }
          source {
            id
            version
            title
            url
            retracted
            publisher {
              id
              version
              name
            }
            link {
              status
              problem
              problemCode
              failingSince
            }
            snapshots(first: 1) {
              edges {
                node {
                  id
                  capturedAt
                  extent
                  cautions
                }
              }
            }
          }
        }
        comments(last: 20) {
          edges {
            node {
              id
              text
              createdAt
              createdBy {
                id
                version
                name
              }
            }
          }
        }
      }
    }
  }
`);

export type Claim = Extract<NonNullable<ResultOf<typeof CLAIM>['node']>, { selector: unknown }>;

/** What a claim is read in: its paragraph, or its row with the heads of its table. */
export const PASSAGE = graphql(
  `
    query QueuePassage($article: ID!, $start: Int!, $end: Int!) {
      article(id: $article) {
        id
        version
        revision {
          id
          passage(start: $start, end: $end) {
            kind
            labels
            cells {
              ...ShownCell
            }
          }
        }
      }
    }
  `,
  [TEXT_CELL],
);

type Passage = NonNullable<ResultOf<typeof PASSAGE>['article']>['revision']['passage'];
export type PassageBlock = Passage[number];

export const CLAIM_HISTORY = graphql(`
  query QueueClaimHistory($id: ID!) {
    history(subjectId: $id, last: 20) {
      edges {
        node {
          seq
          kind
          at
          before
          after
          actor {
            id
            version
            name
          }
        }
      }
    }
  }
`);

export const COMMENT = graphql(`
  mutation AddQueueComment($input: AddCommentInput!) {
    addComment(input: $input) {
      claim {
        id
        comments(last: 20) {
          edges {
            node {
              id
              text
              createdAt
              createdBy {
                id
                version
                name
              }
            }
          }
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** What can be chosen to filter by. */
export const CHOICES = graphql(`
  query QueueChoices {
    rules {
      id
      title
      enabled
    }
    articles(first: 100, orderBy: TITLE) {
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
