import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { needRole } from '../graphql/need-role.js';
import type { RequestContext } from '../graphql/request-context.js';
import { JobLoader } from '../jobs/job.loader.js';
import { ImportArticle } from './import-article.js';
import { ImportArticleInput, ImportArticlePayload } from './import-article.type.js';
import { withNotices } from './notice.type.js';

@Resolver(() => ImportArticlePayload)
export class ImportArticleResolver {
  constructor(
    private readonly imports: ImportArticle,
    private readonly articles: ArticleLoader,
    private readonly jobs: JobLoader,
  ) {}

  @Mutation(() => ImportArticlePayload, {
    nullable: true,
    description: 'Reads an article, judges its claims, and stores both as the next revision of its slug. Needs EDITOR.',
  })
  async importArticle(
    @Context() context: RequestContext,
    @Args('input', { description: 'The article.' }) input: ImportArticleInput,
  ): Promise<ImportArticlePayload> {
    const { viewer } = context;
    needRole(viewer, 'importArticle', 'importing');
    const { articleId, revisionId, jobId, notices, userErrors } = await this.imports.run(viewer, input);
    const [article, revision, job] = await Promise.all([
      articleId === null ? null : this.articles.byId(context, articleId),
      revisionId === null ? null : this.articles.revisionById(context, revisionId),
      jobId === null ? null : this.jobs.byId(context, jobId),
    ]);
    return { article, revision, job, ...withNotices(notices), userErrors };
  }
}
