import { Injectable } from '@nestjs/common';
import { ArticleLoader } from '../articles/article.loader.js';
import type { Article } from '../articles/article.type.js';
import { FindingLoader } from '../findings/finding.loader.js';
import { FINDING_ORDERS } from '../findings/finding.rows.js';
import type { Finding, FindingFilter } from '../findings/finding.type.js';
import { MAX_PAGE, readPage } from '../graphql/connection.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ReviewLoader } from '../reviews/review.loader.js';
import type { Waiver } from '../reviews/review.type.js';
import type { Pay } from './paying.js';

/** A finding with what an export tells of it. */
export interface ExportedFinding {
  readonly finding: Finding;
  readonly article: Article;
  /** Why a person accepted it; null: nobody did. */
  readonly waiver: Waiver | null;
}

/** What a page costs: findings, and of each the article and the waiver. */
const OBJECTS = MAX_PAGE * 3;

/** Findings page by page, the most severe first. */
@Injectable()
export class ExportedFindings {
  constructor(
    private readonly findings: FindingLoader,
    private readonly articles: ArticleLoader,
    private readonly reviews: ReviewLoader,
  ) {}

  /** @param pay called before each page. @returns at least one page, which is empty when there is no such finding; nothing of archived articles */
  async *read(
    context: RequestContext,
    filter: FindingFilter | null,
    pay: Pay,
  ): AsyncGenerator<readonly ExportedFinding[], void, undefined> {
    for (let after: string | null = null; ;) {
      await pay(OBJECTS);
      const own: RequestContext = { ...context, batches: new Map() };
      const page = readPage({ first: MAX_PAGE, after }, FINDING_ORDERS.SEVERITY);
      const { edges, pageInfo } = await this.findings.page(own, filter, FINDING_ORDERS.SEVERITY, page);
      const found = await Promise.all(edges.map(({ node }) => this.whole(own, node)));
      yield found.flatMap((each) => each ?? []);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return;
    }
  }

  private async whole(context: RequestContext, finding: Finding): Promise<ExportedFinding | null> {
    const [article, waiver] = await Promise.all([
      this.articles.byId(context, finding.articleUuid),
      finding.state === 'WAIVED' ? this.reviews.waiverOf(context, finding) : null,
    ]);
    return article && article.archivedAt === null ? { finding, article, waiver } : null;
  }
}
