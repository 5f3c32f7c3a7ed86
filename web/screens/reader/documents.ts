import { graphql, type ResultOf } from '../../api/graphql.js';
import { TEXT_CELL } from '../../parts/text-cell.js';

/** The article but for its text and claims, which are long, and come in pages. */
export const ARTICLE = graphql(`
  query ReaderArticle($id: ID!) {
    article(id: $id) {
      id
      version
      slug
      title
      url
      desk
      publishedAt
      summary {
        byStanding {
          standing
          count
        }
      }
      revision {
        id
        number
      }
    }
  }
`);

/** Its text, block by block. */
export const TEXT = graphql(
  `
    query ReaderText($id: ID!, $after: String) {
      article(id: $id) {
        id
        version
        revision {
          id
          blocks(first: 60, after: $after) {
            edges {
              node {
                kind
                level
                number
                quoted
                group
                labels
                cells {
                  ...ShownCell
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
  `,
  [TEXT_CELL],
);

export const CLAIM = graphql(`
  fragment ReaderClaim on Claim {
    id
    version
    text
    standing
    valueState
    priority
    selector {
      start
      end
    }
    citations {
      id
      version
      number
      label
    }
    findings {
      id
      message
      remedy
      severity
      rule {
        id
        title
        documentationUrl
      }
      selector {
        start
        end
      }
    }
  }
`);

/**
 * Its claims, as they stand in it: as many at a time as a slow telephone takes in without keeping its user waiting. They are asked for beside the article: the cache reads again whatever is of an object of which something
 * came in, and so all pages of an article's claims with each page more.
 */
export const CLAIMS = graphql(
  `
    query ReaderClaims($id: ID!, $after: String) {
      claims(first: 60, after: $after, filter: { articleIds: [$id] }, orderBy: READING_ORDER) {
        edges {
          node {
            ...ReaderClaim
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CLAIM],
);

/** Its claims as they change. */
export const CHANGES = graphql(
  `
    subscription ReaderChanges($id: ID!) {
      claimChanged(articleId: $id) {
        position
        omitted
        claim {
          ...ReaderClaim
          article {
            id
            version
            revision {
              id
            }
          }
        }
      }
    }
  `,
  [CLAIM],
);

/** What is needed of a claim to do something about it. */
export const CLAIM_IN_HAND = graphql(`
  query ReaderClaimInHand($id: ID!) {
    node(id: $id) {
      id
      ... on Claim {
        version
        text
        standing
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
        }
        verdict {
          id
          value
          text
        }
        findings {
          id
          message
          severity
          rule {
            id
            title
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
          state
          source {
            id
            version
            title
            url
          }
        }
      }
    }
  }
`);

export type ClaimInHand = Extract<NonNullable<ResultOf<typeof CLAIM_IN_HAND>['node']>, { checkable: boolean }>;

export type Article = NonNullable<ResultOf<typeof ARTICLE>['article']>;
type Text = NonNullable<ResultOf<typeof TEXT>['article']>;
export type Block = Text['revision']['blocks']['edges'][number]['node'];
export type Claim = ResultOf<typeof CLAIM>;
