import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ArticleEdits } from './article.edits.js';
import { ArchiveArticleInput, ArchiveArticlePayload } from './article.type.js';

@Resolver()
export class ArticleEditResolver {
  constructor(
    private readonly edits: ArticleEdits,
    private readonly articles: ArticleLoader,
  ) {}

  @Mutation(() => ArchiveArticlePayload, {
    nullable: true,
    description:
      'Puts an article away: its claims leave the lists and totals of the workspace. Importing its slug brings it back. Needs EDITOR.',
  })
  async archiveArticle(
    @Context() context: RequestContext,
    @Args('input', { description: 'Which.' }) input: ArchiveArticleInput,
  ): Promise<ArchiveArticlePayload> {
    const { done, userErrors } = await this.edits.archive(context.viewer, input);
    return { article: done && (await this.articles.byId(context, done.articleId)), userErrors: [...userErrors] };
  }
}
