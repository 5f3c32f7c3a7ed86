import { RequestError } from '../../graphql/request-error.js';
import type { Standing } from '../../judging/evidence.js';
import { sockets } from '../../telemetry/instruments.js';
import type { FeedShare } from './change-feeds.js';
import type { ChangePlace, ClaimChange, EventChanges } from './claim-change.js';
import { LiveStream } from './live-stream.js';

/** Changes that are told together, at most. */
const TOLD_AT_ONCE = 100;

/** Which changes a subscriber wants. */
export interface ChangeFilter {
  /** Null: of all articles. */
  readonly articleUuid: string | null;
  /** Of claims that stand so since. Null: however they stand. */
  readonly standings: ReadonlySet<Standing> | null;
}

/** Changes of claims from one place on, each once and in order. */
export class ClaimChangeStream extends LiveStream<ClaimChange> {
  /** It has reached what is kept: from there on, it must keep up. */
  private isLive = false;

  /** @param missed reads events after a place that are no longer kept */
  constructor(
    private readonly feedShare: FeedShare,
    private place: ChangePlace,
    private readonly filter: ChangeFilter,
    private readonly missed: (after: number) => Promise<readonly EventChanges[]>,
  ) {
    super(feedShare);
  }

  /** @throws RequestError SUBSCRIBER_TOO_SLOW */
  protected override async look(): Promise<readonly ClaimChange[]> {
    const { feed } = this.feedShare;
    for (;;) {
      const { now } = feed;
      const kept = feed.after(this.place);
      if (kept) this.isLive = true;
      else if (this.isLive) {
        sockets.slow.inc({ reason: 'behind' });
        throw tooSlow();
      }
      const events = kept ?? (await this.missed(this.place.seq));
      const told = this.take(events);
      if (told.length > 0) return told;
      // What follows the last change is nothing that is told.
      if (kept && now.seq > this.place.seq) this.place = now;
      if (kept || events.length === 0) return [];
    }
  }

  private take(events: readonly EventChanges[]): ClaimChange[] {
    const told: ClaimChange[] = [];
    for (const { seq, changes } of events) {
      const { claim } = this.place;
      const begun = this.place.seq === seq - 1 && claim !== null ? claim : '';
      for (const change of changes) {
        // UUIDs in lower case are in the order of their texts.
        if (change.claimUuid <= begun || !this.wants(change)) continue;
        if (told.length === TOLD_AT_ONCE) return told;
        told.push(change);
        this.place = change.place;
      }
      this.place = { seq, claim: null };
    }
    return told;
  }

  private wants({ articleUuid, standing }: ClaimChange): boolean {
    const { filter } = this;
    if (filter.articleUuid !== null && filter.articleUuid !== articleUuid) return false;
    return filter.standings === null || filter.standings.has(standing);
  }
}

const tooSlow = (): RequestError =>
  new RequestError(
    'SUBSCRIBER_TOO_SLOW',
    'Changes came faster than they were taken. Subscribe again with `after`, the cursor of the last change that you have, or read `history` from there.',
  );
