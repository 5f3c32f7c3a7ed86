import { graphql } from '../../api/graphql.js';

/** Its list of references: as long as the article, and wanted of the few numbers that no claim cites. */
export const REFERENCES = graphql(`
  query ReaderReferences($id: ID!) {
    article(id: $id) {
      id
      version
      references {
        id
        label
        text
        source {
          id
          version
          title
        }
      }
    }
  }
`);

/** What a number leads to, for who asks. */
export const CITATION = graphql(`
  query ReaderCitation($id: ID!) {
    node(id: $id) {
      id
      ... on Citation {
        version
        label
        stance
        directness
        basis
        state
        quote
        locator
        note
        quoteMatch {
          result
          place {
            prefix
            exact
            suffix
          }
        }
        source {
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
            reliability
          }
          link {
            status
            problem
            problemCode
            checkedAt
          }
          snapshots(first: 1) {
            edges {
              node {
                id
                capturedAt
                complete
                wordCount
              }
            }
          }
        }
      }
    }
  }
`);
