import { graphql, type ResultOf } from '../../api/graphql.js';

/** Whether a name is taken, and by what. */
export const NAMED = graphql(`
  query ImportNamed($slug: String!) {
    article(slug: $slug) {
      id
      version
      title
      archivedAt
      revision {
        id
        number
      }
    }
  }
`);

export const IMPORT = graphql(`
  mutation ImportArticle($input: ImportArticleInput!) {
    importArticle(input: $input) {
      article {
        id
        version
        title
        slug
      }
      revision {
        id
        number
      }
      job {
        id
      }
      noticed {
        code
        message
        values
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const IMPORT_COLLECTION = graphql(`
  mutation ImportCollection($input: ImportCollectionInput!) {
    importCollection(input: $input) {
      job {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const JOB = graphql(`
  query ImportJob($id: ID!) {
    node(id: $id) {
      id
      ... on Job {
        kind
        state
        done
        total
        error
        items(last: 100) {
          edges {
            node {
              name
              outcome
              messages
              article {
                id
                version
                title
              }
            }
          }
          pageInfo {
            hasPreviousPage
          }
        }
      }
    }
  }
`);

export const CLAIM = graphql(`
  fragment FoundClaim on Claim {
    id
    version
    ordinal
    text
    section
    block
    checkable
    standing
    attribute
  }
`);

/** What was found in an article. */
export const FOUND = graphql(
  `
    query ImportFound($id: ID!, $after: String) {
      article(id: $id) {
        id
        version
        title
        slug
        revision {
          id
          number
          format
        }
        references {
          id
        }
        summary {
          claims
          checkable
          byStanding {
            standing
            count
          }
        }
        claims(first: 100, after: $after, orderBy: READING_ORDER) {
          edges {
            node {
              ...FoundClaim
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [CLAIM],
);

/** Its claims as they change, by others too. */
export const CHANGES = graphql(
  `
    subscription ImportChanges($id: ID!) {
      claimChanged(articleId: $id) {
        position
        omitted
        claim {
          ...FoundClaim
        }
      }
    }
  `,
  [CLAIM],
);

export const UPDATE = graphql(
  `
    mutation CorrectClaim($input: UpdateClaimInput!) {
      updateClaim(input: $input) {
        claim {
          ...FoundClaim
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [CLAIM],
);

export const SPLIT = graphql(
  `
    mutation SplitFound($input: SplitClaimInput!) {
      splitClaim(input: $input) {
        claims {
          ...FoundClaim
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [CLAIM],
);

export const MERGE = graphql(
  `
    mutation MergeFound($input: MergeClaimsInput!) {
      mergeClaims(input: $input) {
        claim {
          ...FoundClaim
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [CLAIM],
);

export type FoundClaim = ResultOf<typeof CLAIM>;
export type FoundArticle = NonNullable<ResultOf<typeof FOUND>['article']>;
