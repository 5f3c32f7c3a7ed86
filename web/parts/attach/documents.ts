import { graphql } from '../../api/graphql.js';
import { EVIDENCE } from '../edits/evidence.js';

export const ATTACH = graphql(
  `
    mutation AttachSource($input: AttachSourceInput!) {
      attachSource(input: $input) {
        citation {
          id
          version
        }
        claim {
          ...ChangedEvidence
        }
        fixed {
          id
          state
        }
        userErrors {
          code
          message
          field
          ... on ConflictError {
            version
          }
        }
      }
    }
  `,
  [EVIDENCE],
);

export const PROPOSE = graphql(
  `
    mutation ProposeSource($input: ProposeSourceInput!) {
      proposeSource(input: $input) {
        citation {
          id
          version
        }
        claim {
          ...ChangedEvidence
        }
        fixed {
          id
          state
        }
        userErrors {
          code
          message
          field
          ... on ConflictError {
            version
          }
        }
      }
    }
  `,
  [EVIDENCE],
);

export const UPDATE = graphql(
  `
    mutation UpdateAttached($input: UpdateCitationInput!) {
      updateCitation(input: $input) {
        citation {
          id
          version
          quote
          locator
          note
          quoteMatch {
            result
          }
        }
        claim {
          ...ChangedEvidence
        }
        fixed {
          id
          state
        }
        userErrors {
          code
          message
          field
          ... on ConflictError {
            version
          }
        }
      }
    }
  `,
  [EVIDENCE],
);

export const DETACH = graphql(
  `
    mutation DetachAttached($input: DetachSourceInput!) {
      detachSource(input: $input) {
        claim {
          ...ChangedEvidence
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [EVIDENCE],
);

export const ATTACH_MANY = graphql(
  `
    mutation AttachSources($input: AttachSourcesInput!) {
      attachSources(input: $input) {
        results {
          citation {
            id
            version
          }
          claim {
            ...ChangedEvidence
          }
          userErrors {
            code
            message
            field
          }
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `,
  [EVIDENCE],
);

/** Asks for no ids of what it answers: what would be is nothing that the cache may show elsewhere. */
export const PREVIEW = graphql(`
  query PreviewAttach($input: AttachSourceInput!) {
    previewAttachSource(input: $input) {
      claim {
        standing
      }
      fixed {
        message
        severity
      }
      opened {
        message
        severity
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const KNOWN_SOURCES = graphql(`
  query KnownSources($filter: SourceFilter) {
    sources(first: 8, filter: $filter, orderBy: TITLE) {
      edges {
        node {
          id
          version
          title
          url
          doi
          retracted
          publisher {
            id
            version
            name
          }
        }
      }
    }
  }
`);

export const SNAPSHOT_OF_SOURCE = graphql(`
  query SnapshotOfSource($source: ID!, $start: Int!, $end: Int!) {
    node(id: $source) {
      id
      ... on Source {
        snapshots(first: 1) {
          edges {
            node {
              id
              capturedAt
              extent
              cautions
              length
              text(start: $start, end: $end)
            }
          }
        }
      }
    }
  }
`);

/** What there is by now, where somebody was faster. */
export const CONFLICT = graphql(
  `
    query AttachConflict($claim: ID!) {
      node(id: $claim) {
        id
        ... on Claim {
          text
          article {
            id
            version
            title
          }
          ...ChangedEvidence
        }
      }
      history(subjectId: $claim, last: 1) {
        edges {
          node {
            at
            actor {
              id
              version
              name
            }
          }
        }
      }
    }
  `,
  [EVIDENCE],
);
