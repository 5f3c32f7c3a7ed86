import { graphql } from '../../api/graphql.js';

/** Who there is: the first hundred by name. */
export const MEMBERS = graphql(`
  query AssignableMembers {
    members(first: 100) {
      edges {
        node {
          id
          version
          name
          removedAt
        }
      }
    }
  }
`);
