import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse } from 'graphql';
import type { ClaimFilter } from '../claims/claim-filter.type.js';
import { CLAIM_ORDERS } from '../claims/claim.rows.js';
import type { Citation, Claim } from '../claims/claim.type.js';
import type { Article } from '../articles/article.type.js';
import type { ClaimWithFindings, Finding } from '../findings/finding.type.js';
import { MAX_PAGE, readPage } from '../graphql/connection.js';
import { countObjects } from '../graphql/limits/cost.js';
import type { RequestContext } from '../graphql/request-context.js';
import { Selection } from '../graphql/selection.js';
import { ClaimPageLoader } from '../querying/claim-page.loader.js';
import { ReviewLoader } from '../reviews/review.loader.js';
import type { Verdict } from '../reviews/review.type.js';
import type { Pay } from './paying.js';

/** A claim with all that an export tells of it. */
export interface ExportedClaim {
  readonly claim: Claim;
  readonly article: Article;
  /** Without proposals. */
  readonly citations: readonly Citation[];
  /** Open ones, the most severe first. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict | null;
}

/** What is read of each claim. */
const FIELDS = `{
  id text ordinal section block attribute column value valueState selector { exact } checkable priority standing version
  article { id slug title url language desk publishedAt }
  citations {
    id number label stance directness basis state quote locator note
    source { id title url doi publishedAt retracted csl publisher { name reliability } }
  }
  findings { id rule { id } severity bearing message remedy fingerprint selector { exact } firstSeenAt }
}`;

/** As a query for a page, which is what it costs; with the verdict of each claim. */
const PAGE = parse(`{ claims(first: ${MAX_PAGE}) { edges { node { ...Exported verdict { id } } } } }
  fragment Exported on Claim ${FIELDS}`);

/** Claims page by page, in reading order, each page in a short transaction of its own. */
@Injectable()
export class ExportedClaims {
  constructor(
    private readonly pages: ClaimPageLoader,
    private readonly reviews: ReviewLoader,
    private readonly host: GraphQLSchemaHost,
  ) {}

  /**
   * @param pay called before each page
   * @param judged only those on which a person's verdict stands
   * @returns at least one page, which is empty when there is no such claim
   */
  async *read(
    context: RequestContext,
    filter: ClaimFilter | null,
    pay: Pay,
    judged = false,
  ): AsyncGenerator<readonly ExportedClaim[], void, undefined> {
    const claim = Selection.ofText(this.host.schema, 'Claim', FIELDS);
    const order = 'READING_ORDER';
    const objects = countObjects(this.host.schema, PAGE, null, {});
    for (let after: string | null = null; ;) {
      await pay(objects);
      // Nothing is remembered from one page to the next.
      const own: RequestContext = { ...context, batches: new Map() };
      const page = readPage({ first: MAX_PAGE, after }, CLAIM_ORDERS[order]);
      const { edges, pageInfo } = await this.pages.page(own, { filter, order, page, claim, judged });
      yield await Promise.all(edges.map(({ node }) => this.whole(own, node)));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return;
    }
  }

  private async whole(context: RequestContext, claim: ClaimWithFindings): Promise<ExportedClaim> {
    const verdict = await this.reviews.verdictOf(context, claim.uuid);
    const { article, findings } = claim;
    const citations = (claim.citations ?? []).filter(({ basis }) => basis !== 'SUGGESTED');
    if (!article) throw new Error('a claim was read without its article');
    return { claim, article, citations, findings: findings?.get('OPEN') ?? [], verdict };
  }
}
