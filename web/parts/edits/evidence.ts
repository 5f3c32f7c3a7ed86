import { graphql } from '../../api/graphql.js';

/** What a claim shows after its evidence, or what is found about it, changed. */
export const EVIDENCE = graphql(`
  fragment ChangedEvidence on Claim {
    id
    version
    standing
    checkable
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
      selector {
        start
        end
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
      basis
      state
      source {
        id
        version
        title
        url
      }
    }
  }
`);
