import { graphql } from '../../api/graphql.js';

export const DEFINE = graphql(`
  mutation DefineReference($input: DefineReferenceInput!) {
    defineReference(input: $input) {
      reference {
        id
        number
        label
        source {
          id
          version
          title
          url
        }
      }
      fixed {
        id
      }
      opened {
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

export const RETRACT = graphql(`
  mutation RetractSource($input: RetractSourceInput!) {
    retractSource(input: $input) {
      source {
        id
        version
        retracted
      }
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

export const REINSTATE = graphql(`
  mutation ReinstateSource($input: ReinstateSourceInput!) {
    reinstateSource(input: $input) {
      source {
        id
        version
        retracted
      }
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

export const CAPTURE = graphql(`
  mutation CaptureSnapshot($input: CaptureSnapshotInput!) {
    captureSnapshot(input: $input) {
      isNew
      source {
        id
        version
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

export const MERGE = graphql(`
  mutation MergeSources($input: MergeSourcesInput!) {
    mergeSources(input: $input) {
      source {
        id
        version
      }
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
