import { Injectable } from '@nestjs/common';
import { revisionText } from '../articles/article.repository.js';
import type { Revision } from '../articles/article.type.js';
import { Database } from '../database/database.js';
import { RequestError } from '../graphql/request-error.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { TextBlock } from '../reading/text-blocks.js';
import { ReadingError, ReadingPool } from './reading-pool.js';

/** Texts that are kept, by the characters that they were read from: pages of one are asked for one after the other. */
const KEPT_CHARACTERS = 4_000_000;

interface Kept {
  readonly blocks: Promise<readonly TextBlock[]>;
  characters: number;
}

/** Texts of revisions as they read. A revision never changes, so that what was read of it once holds. */
@Injectable()
export class RevisionTexts {
  /** By revision, the one that was not asked for the longest first. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly database: Database,
    private readonly pool: ReadingPool,
  ) {}

  /** @param revision one that the viewer was shown @throws RequestError where reading it takes too much */
  async blocksOf({ viewer }: RequestContext, { uuid, title }: Revision): Promise<readonly TextBlock[]> {
    const key = `${viewer.workspaceId} ${uuid}`;
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return await found.blocks;
    }
    const kept: Kept = {
      characters: 0,
      blocks: this.read(viewer, uuid, title, (length) => (kept.characters = length)),
    };
    this.kept.set(key, kept);
    try {
      const blocks = await kept.blocks;
      this.forget(key);
      return blocks;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async read(
    viewer: RequestContext['viewer'],
    uuid: string,
    title: string,
    tell: (length: number) => void,
  ): Promise<readonly TextBlock[]> {
    const text = await this.database.readWorkspace(viewer, (connection) =>
      revisionText(connection, viewer.workspaceId, uuid),
    );
    tell(text.content.length);
    try {
      return await this.pool.blocks({ ...text, title });
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      throw new RequestError(error.code === 'TIMEOUT' ? 'UNAVAILABLE' : 'PAYLOAD_TOO_LARGE', error.message);
    }
  }

  /** Lets go of the oldest. The newest stays, however long it is: its next page is about to be asked for. */
  private forget(newest: string): void {
    let sum = 0;
    for (const { characters } of this.kept.values()) sum += characters;
    for (const [key, { characters }] of this.kept) {
      if (sum <= KEPT_CHARACTERS) return;
      if (key === newest) continue;
      this.kept.delete(key);
      sum -= characters;
    }
  }
}
