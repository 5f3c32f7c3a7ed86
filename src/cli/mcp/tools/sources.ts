import { z } from 'zod';
import { graphql } from '../../../client/index.js';
import { article, listed, next, nextOf, page, quoted } from '../shapes.js';
import type { Tool } from '../tool.js';
import { articleId } from './article-id.js';

const SOURCES = graphql(`
  query SearchSources($first: Int, $after: String, $filter: SourceFilter) {
    sources(first: $first, after: $after, filter: $filter, orderBy: NEWEST) {
      edges {
        node {
          id
          title
          url
          doi
          publishedAt
          retracted
          publisher {
            name
            reliability
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
  text: z.string().max(300).optional().describe('Part of the title or the address, in any case.'),
  article: article.optional(),
  ...page,
});
const output = z.object({
  sources: z.array(
    z.object({
      id: z.string().describe('Names the source for propose_source.'),
      title: z.string().nullable(),
      url: z.string().nullable(),
      doi: z.string().nullable(),
      publishedAt: z.string().nullable(),
      publisher: z.string().nullable(),
      reliability: z
        .string()
        .nullable()
        .describe('Of the publisher, A (best) to E; F: cannot be judged; null: unrated.'),
      retracted: z.boolean().describe('It was withdrawn: no evidence.'),
    }),
  ),
  next,
});

/** Sources that the newsroom knows already. */
export const searchSources: Tool<typeof input, typeof output> = {
  name: 'search_sources',
  title: 'Search sources',
  description: 'Finds sources that the newsroom knows already, by title or address, the newest first.',
  input,
  output,
  reads: true,
  async run({ first, after, text, article: slug }, { client }, signal) {
    const articleUuid = slug === undefined ? undefined : await articleId(client, slug, signal);
    const { sources } = await client.query(
      SOURCES,
      { first, after, filter: { text, articleId: articleUuid } },
      { signal },
    );
    const rows = sources.edges.map(({ node: { publisher, ...source } }) => ({
      ...source,
      publisher: publisher?.name ?? null,
      reliability: publisher?.reliability ?? null,
    }));
    const more = nextOf(sources.pageInfo);
    const lines = rows.map(({ id, title, url, doi, retracted }) => {
      const what = quoted([title, url ?? doi].filter(Boolean).join(' '));
      return `${what} (id ${id})${retracted ? ', retracted' : ''}`;
    });
    return { output: { sources: rows, next: more }, text: listed(lines, 'There is no such source.', more) };
  },
};
