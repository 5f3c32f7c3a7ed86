import { graphql, type Client } from '../../../client/index.js';
import { ToolError } from '../tool.js';

const ARTICLE = graphql(`
  query ArticleId($slug: String!) {
    article(slug: $slug) {
      id
    }
  }
`);

/** The id of the article with a slug. @throws ToolError when there is none */
export async function articleId(client: Client, slug: string, signal: AbortSignal): Promise<string> {
  const { article } = await client.query(ARTICLE, { slug }, { signal });
  if (!article) throw new ToolError(`No article has the slug "${slug}"; find_articles lists them.`);
  return article.id;
}
