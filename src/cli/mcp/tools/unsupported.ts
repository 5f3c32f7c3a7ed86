import { z } from 'zod';
import { graphql } from '../../../client/index.js';
import { article, claim, claimLines, claimOf, listed, next, nextOf, page, unsupported } from '../shapes.js';
import type { Tool } from '../tool.js';
import { articleId } from './article-id.js';

const UNSUPPORTED_CLAIMS = graphql(`
  query ListUnsupported($first: Int, $after: String, $filter: ClaimFilter) {
    unsupportedClaims(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          article {
            slug
          }
          ordinal
          section
          attribute
          column
          text
          standing
          priority
          findings {
            rule {
              id
            }
            severity
            message
            remedy
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const input = z.object({
  article: article.optional(),
  standings: unsupported,
  rules: z
    .array(z.string().max(100))
    .min(1)
    .max(20)
    .optional()
    .describe('Only with a finding of these rules: "uncited-claim".'),
  section: z.string().max(300).optional().describe('Under this heading, exactly.'),
  desk: z.string().max(300).optional().describe('Of this desk, exactly.'),
  ...page,
});
const output = z.object({ claims: z.array(claim), next });

/** What is not supported. */
export const listUnsupported: Tool<typeof input, typeof output> = {
  name: 'list_unsupported',
  title: 'List unsupported claims',
  description:
    'Lists claims that lack evidence (REFUTED, CONTESTED, MISSING or WEAK), of one article or of all, the worst and most important first, each with what is wrong and what would mend it.',
  input,
  output,
  reads: true,
  async run({ first, after, article: slug, ...filter }, { client }, signal) {
    const articleIds = slug === undefined ? undefined : [await articleId(client, slug, signal)];
    const answer = await client.query(
      UNSUPPORTED_CLAIMS,
      { first, after, filter: { ...filter, articleIds } },
      { signal },
    );
    const { edges, pageInfo } = answer.unsupportedClaims;
    const claims = edges.map(({ node }) => claimOf(node));
    const more = nextOf(pageInfo);
    return { output: { claims, next: more }, text: listed(claims.map(claimLines), 'No claim is unsupported.', more) };
  },
};
