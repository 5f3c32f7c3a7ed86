import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Turns } from '../../database/turns.js';
import { EventListener } from '../../events/event-listener.js';
import { lastPosition } from '../../events/event.repository.js';
import { readEventChanges } from './change-events.js';
import { ChangeFeed } from './change-feed.js';
import type { EventChanges } from './claim-change.js';

/** How many subscribers read what they missed at one time, in one process; others wait. */
const CATCHING_UP = 2;

/** A subscriber's share in what is read of a workspace. */
export interface FeedShare {
  readonly feed: ChangeFeed;
  /** Call it once. */
  release(): void;
}

interface Shared {
  readonly feed: ChangeFeed;
  readonly unlisten: () => void;
  shares: number;
}

/** One reader for each workspace in which somebody listens. */
@Injectable()
export class ChangeFeeds {
  private readonly shared = new Map<string, Shared>();
  private readonly turns = new Turns(CATCHING_UP);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventListener) private readonly events: EventListener,
  ) {}

  /** @throws as the database does */
  async share(workspaceId: string): Promise<FeedShare> {
    const shared = this.shared.get(workspaceId) ?? this.begin(workspaceId);
    shared.shares++;
    const share = { feed: shared.feed, release: () => this.release(workspaceId, shared) };
    try {
      await shared.feed.open();
    } catch (error) {
      share.release();
      throw error;
    }
    return share;
  }

  /** What somebody missed, page by page, while others wait for their turn. */
  missed(workspaceId: string, after: number): Promise<EventChanges[]> {
    return this.turns.take(() => readEventChanges(this.database, workspaceId, after));
  }

  private begin(workspaceId: string): Shared {
    const feed = new ChangeFeed({
      events: (after) => readEventChanges(this.database, workspaceId, after),
      last: () => lastPosition(this.database, workspaceId),
    });
    const unlisten = this.events.onChange(workspaceId, () => feed.advance());
    const shared: Shared = { feed, unlisten, shares: 0 };
    this.shared.set(workspaceId, shared);
    return shared;
  }

  private release(workspaceId: string, shared: Shared): void {
    if (--shared.shares > 0) return;
    shared.unlisten();
    if (this.shared.get(workspaceId) === shared) this.shared.delete(workspaceId);
  }
}
