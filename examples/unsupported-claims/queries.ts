import { graphql } from 'obelus/client';

/** What is shown of a claim. */
const SHOWN = graphql(`
  fragment Shown on Claim {
    id
    version
    ordinal
    text
    standing
    findings {
      message
      remedy
    }
  }
`);

export const UNSUPPORTED = graphql(
  `
    query Unsupported($slug: String!, $after: String) {
      article(slug: $slug) {
        title
        claims(first: 50, after: $after, filter: { standings: [REFUTED, CONTESTED, MISSING, WEAK] }) {
          edges {
            node {
              ...Shown
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
  [SHOWN],
);

export const ATTACH = graphql(
  `
    mutation Attach($input: AttachSourceInput!) {
      attachSource(input: $input) {
        citation {
          number
        }
        claim {
          ...Shown
        }
        fixed {
          message
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [SHOWN],
);
