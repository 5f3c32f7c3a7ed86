import { z } from 'zod';
import { graphql } from '../../../client/index.js';
import { counted } from '../../layout.js';
import { article, listed, next, nextOf, page } from '../shapes.js';
import type { Tool } from '../tool.js';
import { articleId } from './article-id.js';

const MISSING = graphql(`
  query ListMissingReferences($first: Int, $after: String, $articleId: ID) {
    missingReferences(first: $first, after: $after, articleId: $articleId) {
      edges {
        node {
          article {
            slug
          }
          number
          label
          citationCount
          findingsCleared
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const input = z.object({ article: article.optional(), ...page });
const output = z.object({
  references: z.array(
    z.object({
      article: z.string(),
      number: z.number().int(),
      label: z.string(),
      citationCount: z.number().int().describe('How many claims cite it.'),
      findingsCleared: z.number().int().describe('How many findings would go if it led to a source.'),
    }),
  ),
  next,
});

/** Numbers that lead nowhere. */
export const listMissingReferences: Tool<typeof input, typeof output> = {
  name: 'list_missing_references',
  title: 'List missing references',
  description:
    'Lists numbers that articles cite and that lead to no source, those that would clear the most findings first.',
  input,
  output,
  reads: true,
  async run({ first, after, article: slug }, { client }, signal) {
    const id = slug === undefined ? null : await articleId(client, slug, signal);
    const { missingReferences } = await client.query(MISSING, { first, after, articleId: id }, { signal });
    const { edges, pageInfo } = missingReferences;
    const references = edges.map(({ node: { article: of, ...reference } }) => ({ article: of.slug, ...reference }));
    const more = nextOf(pageInfo);
    const lines = references.map(
      ({ article: of, label, citationCount, findingsCleared }) =>
        `${of} [${label}]: cited ${counted(citationCount, 'time')}; a source would clear ${counted(findingsCleared, 'finding')}`,
    );
    return { output: { references, next: more }, text: listed(lines, 'No number leads nowhere.', more) };
  },
};
