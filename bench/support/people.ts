import { setTimeout as sleep } from 'node:timers/promises';
import { toGlobalId } from '../../src/graphql/global-id.js';
import type { Api, Timed } from './api.js';

/** An article of the workspace, and the claims that stand in it. UUIDs. */
export interface BenchArticle {
  readonly id: string;
  readonly claims: readonly string[];
}

/** What people did while something went on, in milliseconds each. */
export interface Timings {
  readonly attached: number[];
  /** Attached in the articles that are about to be judged. */
  readonly attachedAhead: number[];
  readonly paged: number[];
}

/** Between two things that one person does, in milliseconds. */
const PAUSE_MS = 30;
/** How far ahead of the work the one who runs before it attaches, in articles. */
const AHEAD = 2;
/** Of an article's claims, so that each article keeps some that nobody has touched. */
const SHARE_ATTACHED = 0.5;
const PAGE = 50;

const CLAIMS = `query ($first: Int, $after: String) {
  claims(first: $first, after: $after) {
    edges { node { id text standing citations { source { title } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

interface Page {
  readonly claims: { readonly pageInfo: PageInfo };
}

/** Two editors, one anywhere and one where the work is, and a reader, all on one server. */
export class People {
  private readonly next = new Map<string, number>();

  /**
   * @param articles in the order of their ids
   * @param spare the source that is attached
   */
  constructor(
    private readonly api: Api,
    private readonly articles: readonly BenchArticle[],
    private readonly spare: string,
  ) {}

  /** Of the articles. */
  get count(): number {
    return this.articles.length;
  }

  /** @param position how many articles the work is through */
  async work(going: () => boolean, position: () => number): Promise<Timings> {
    const timings: Timings = { attached: [], attachedAhead: [], paged: [] };
    const anywhere = (): number => Math.floor(Math.random() * this.articles.length);
    let step = 0;
    const ahead = (): number => (position() + (step++ % AHEAD)) % this.articles.length;
    await Promise.all([
      this.attachAgain(going, anywhere, timings.attached),
      this.attachAgain(going, ahead, timings.attachedAhead),
      this.page(going, timings.paged),
    ]);
    return timings;
  }

  private async attachAgain(going: () => boolean, which: () => number, times: number[]): Promise<void> {
    for (; going(); await sleep(PAUSE_MS)) {
      const input = {
        claimId: toGlobalId('Claim', this.freeClaim(which())),
        sourceId: toGlobalId('Source', this.spare),
      };
      times.push((await this.api.change('attachSource', input, 'claim { standing }')).ms);
    }
  }

  /** A claim that the spare source was not attached to, of this article or the next ones. */
  private freeClaim(from: number): string {
    for (let i = 0; i < this.articles.length; i++) {
      const { id, claims } = this.articles[(from + i) % this.articles.length]!;
      const n = this.next.get(id) ?? 0;
      if (n >= SHARE_ATTACHED * claims.length) continue;
      this.next.set(id, n + 1);
      return claims[n]!;
    }
    throw new Error('everything is attached to: take more articles');
  }

  private async page(going: () => boolean, times: number[]): Promise<void> {
    for (let after: string | null = null; going(); await sleep(PAUSE_MS)) {
      const page: Timed<Page> = await this.api.ask<Page>(CLAIMS, { first: PAGE, after });
      times.push(page.ms);
      const { hasNextPage, endCursor }: PageInfo = page.data.claims.pageInfo;
      after = hasNextPage ? endCursor : null;
    }
  }
}
