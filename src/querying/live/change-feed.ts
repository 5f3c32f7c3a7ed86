import { Logger } from '@nestjs/common';
import type { EvidenceSummary } from '../../findings/finding.type.js';
import { EVENTS_AT_ONCE } from './change-events.js';
import type { ChangePlace, EventChanges } from './claim-change.js';
import type { HistoryPlace } from './live.type.js';

/** Changes of claims that are kept for subscribers who have not taken them yet. */
const KEPT_CHANGES = 10_000;
/** Articles of which the last event is known. */
const KNOWN_ARTICLES = 10_000;
/** How soon to read again after a failure, in milliseconds. */
const AGAIN_MS = 1_000;

/** Where a feed reads. */
export interface FeedSource {
  /** The next events after a place, at most `EVENTS_AT_ONCE`. */
  events(after: number): Promise<EventChanges[]>;
  /** The place of the newest event. */
  last(): Promise<number>;
}

/**
 * What happens in one workspace, read once for all who listen in this process. The newest changes are kept, each
 * listener knows how far it is in them: a thousand listeners cost no more memory than one, and one that is slow keeps
 * nobody waiting.
 */
export class ChangeFeed {
  private readonly log = new Logger(ChangeFeed.name);
  private readonly listeners = new Set<() => void>();
  /** Events with changes of claims, the oldest first. */
  private kept: EventChanges[] = [];
  private keptChanges = 0;
  /** The last event of each article, the articles that are known longest first; no other has one after `forgotten`. */
  private readonly articles = new Map<string, number>();
  private forgotten = 0;
  /** The last event of each kind since this began. */
  private readonly kinds = new Map<string, number>();
  private begun = 0;
  private told: HistoryPlace = { position: 0 };
  private readonly summaries = new Map<
    string | null,
    { readonly at: number; readonly summary: Promise<EvidenceSummary> }
  >();
  private opening: Promise<void> | null = null;
  private reading = false;
  private isMore = false;
  private inTrouble = false;
  /** Up to here all events are read; all that came after the other one are kept. */
  private last = 0;
  private first = 0;

  constructor(private readonly source: FeedSource) {}

  /** @throws as the database does */
  async open(): Promise<void> {
    this.opening ??= this.source.last().then((last) => {
      this.last = this.first = this.forgotten = this.begun = last;
    });
    try {
      await this.opening;
    } catch (error) {
      this.opening = null;
      throw error;
    }
  }

  get now(): ChangePlace {
    return { seq: this.last, claim: null };
  }

  /** @param listener called when there is more. @returns ends that */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Events with changes of claims after a place; null when some of them are no longer kept. */
  after({ seq }: ChangePlace): readonly EventChanges[] | null {
    if (seq < this.first) return null;
    const before = this.kept.findLastIndex((event) => event.seq <= seq);
    return this.kept.slice(before + 1);
  }

  /** The place of an article's newest event, or of the workspace's; never less than it is. */
  lastOf(articleUuid: string | null): number {
    return articleUuid === null ? this.last : (this.articles.get(articleUuid) ?? this.forgotten);
  }

  /**
   * The place of the newest event of some kinds; never less than it is.
   *
   * @param kinds kinds, or first words of them; null: all
   */
  lastOfKinds(kinds: readonly string[] | null): number {
    if (kinds === null) return this.last;
    let last = this.begun;
    for (const [kind, seq] of this.kinds) {
      if (seq > last && kinds.some((each) => kind === each || kind.startsWith(`${each}.`))) last = seq;
    }
    return last;
  }

  /** A place as subscribers are told of it: the same object for all who are told of it at one time. */
  placeAt(position: number): HistoryPlace {
    if (this.told.position !== position) this.told = { position };
    return this.told;
  }

  /** Totals as they are after an event, read once for all who ask. @param at the event's place */
  summary(articleUuid: string | null, at: number, read: () => Promise<EvidenceSummary>): Promise<EvidenceSummary> {
    const known = this.summaries.get(articleUuid);
    if (known && known.at >= at) return known.summary;
    const summary = read();
    this.summaries.set(articleUuid, { at, summary });
    summary.catch(() => this.summaries.delete(articleUuid));
    return summary;
  }

  /** Reads what is new. Call it whenever there may be something. */
  advance(): void {
    this.isMore = true;
    if (this.reading) return;
    this.reading = true;
    this.readOn()
      .then(
        () => (this.inTrouble = false),
        (error: unknown) => {
          if (!this.inTrouble) this.log.warn(`changes are not read: ${error instanceof Error ? error.message : error}`);
          this.inTrouble = true;
          setTimeout(() => this.listeners.size > 0 && this.advance(), AGAIN_MS).unref();
        },
      )
      .finally(() => (this.reading = false));
  }

  private async readOn(): Promise<void> {
    await this.open();
    while (this.isMore) {
      this.isMore = false;
      const events = await this.source.events(this.last);
      if (events.length === 0) continue;
      if (events.length === EVENTS_AT_ONCE) this.isMore = true;
      for (const event of events) this.keep(event);
      this.last = events.at(-1)!.seq;
      this.forget();
      for (const listener of this.listeners) listener();
    }
  }

  private keep(event: EventChanges): void {
    this.articles.delete(event.articleUuid);
    this.articles.set(event.articleUuid, event.seq);
    this.kinds.set(event.kind, event.seq);
    if (event.changes.length === 0) return;
    this.kept.push(event);
    this.keptChanges += event.changes.length;
  }

  private forget(): void {
    let going = 0;
    for (; this.keptChanges > KEPT_CHANGES && going < this.kept.length; going++) {
      this.keptChanges -= this.kept[going]!.changes.length;
      this.first = this.kept[going]!.seq;
    }
    this.kept.splice(0, going);
    for (const [articleUuid, seq] of this.articles) {
      if (this.articles.size <= KNOWN_ARTICLES) break;
      this.articles.delete(articleUuid);
      this.forgotten = Math.max(this.forgotten, seq);
    }
  }
}
