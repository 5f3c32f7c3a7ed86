import { z } from 'zod';
import { graphql } from '../../../client/index.js';
import { percent, unsupportedIn } from '../../layout.js';
import { listed, next, nextOf, page, quoted, score } from '../shapes.js';
import type { Tool } from '../tool.js';

const ARTICLES = graphql(`
  query FindArticles($first: Int, $after: String, $filter: ArticleFilter) {
    articles(first: $first, after: $after, filter: $filter, orderBy: UPDATED) {
      edges {
        node {
          slug
          title
          url
          desk
          summary {
            checkable
            score
            byStanding {
              standing
              count
            }
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
  title: z.string().max(300).optional().describe('Part of the title, in any case.'),
  desk: z.string().max(300).optional().describe('The desk, exactly.'),
  ...page,
});
const output = z.object({
  articles: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      desk: z.string().nullable(),
      checkable: z.number().int().describe('How many of its claims can be checked.'),
      unsupported: z.number().int().describe('How many of them lack evidence that can be relied on.'),
      score,
    }),
  ),
  next,
});

/** Articles of the workspace. */
export const findArticles: Tool<typeof input, typeof output> = {
  name: 'find_articles',
  title: 'Find articles',
  description: 'Lists articles, what changed last first, with how many of their claims are unsupported.',
  input,
  output,
  reads: true,
  async run({ first, after, title, desk }, { client }, signal) {
    const { articles } = await client.query(ARTICLES, { first, after, filter: { title, desk } }, { signal });
    const rows = articles.edges.map(({ node: { summary, ...article } }) => ({
      ...article,
      checkable: summary.checkable,
      unsupported: unsupportedIn(summary),
      score: summary.score,
    }));
    const more = nextOf(articles.pageInfo);
    const lines = rows.map(
      ({ slug, title: named, unsupported, checkable, score }) =>
        `${slug}: ${quoted(named)}, ${unsupported} of ${checkable} claims unsupported${score === null ? '' : `, ${percent(score)} have evidence`}`,
    );
    return { output: { articles: rows, next: more }, text: listed(lines, 'There is no such article.', more) };
  },
};
