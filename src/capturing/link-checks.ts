import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, Optional, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { Ripples } from '../editing/ripples.js';
import { toEvidence } from '../editing/settle-sources.js';
import { writeRecord } from '../editing/source-record.js';
import { FetchError } from '../fetching/fetch-error.js';
import { Fetcher } from '../fetching/fetcher.js';
import { decodePage } from '../importing/decode-page.js';
import { ReadingPool } from '../importing/reading-pool.js';
import { Jobs } from '../jobs/jobs.js';
import { postponeLinks, type DueLink } from '../sources/link.repository.js';
import { holdSource, type KnownSource } from '../sources/source.repository.js';
import { findCopy, type ArchivedCopy } from './archives.js';
import { answeredOutcome, failedOutcome, type LinkOutcome } from './link-outcome.js';
import { noteLink } from './note-link.js';

/** How often addresses are tried, and how politely. */
export interface LinkPace {
  /** Between two requests of one host, in milliseconds. */
  readonly gapMs: number;
  /** Hosts that are asked at once. */
  readonly lanes: number;
  /** Addresses of one round, of all workspaces. */
  readonly most: number;
  /** Of them, addresses of one host: the others wait for an hour. */
  readonly ofHost: number;
  /** After so long a round begins no further address, in milliseconds. */
  readonly budgetMs: number;
}

const PACE: LinkPace = { gapMs: 5_000, lanes: 4, most: 200, ofHost: 20, budgetMs: 8 * 60_000 };
const EACH_TEN_MINUTES = '*/10 * * * *';
const HOUR_MS = 3_600_000;
/** After one of these, a host is left alone for the rest of the round. */
const HOST_IS_ILL = new Set([429, 500, 502, 503, 504]);
/** Pages are looked into for signs that they are gone; larger ones are there. In bytes. */
const LOOKED_INTO = 1_000_000;

/** What became of an address, and whether its host is to be left alone. */
interface Tried {
  readonly outcome: LinkOutcome;
  readonly leaveHost: boolean;
}

/** A workspace, and nobody of it. */
interface System {
  readonly workspaceId: string;
  readonly memberId: null;
}

/** Tries the addresses of sources that are due, once they are asked for by the settings. */
@Injectable()
export class LinkChecks implements OnModuleInit {
  private readonly log = new Logger(LinkChecks.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Ripples) private readonly ripples: Pick<Ripples, 'start'>,
    @Inject(Fetcher) private readonly fetcher: Pick<Fetcher, 'get'>,
    @Inject(ReadingPool) private readonly pool: Pick<ReadingPool, 'extract'>,
    @Inject(Jobs) private readonly jobs: Pick<Jobs, 'every'>,
    @Inject(Config) private readonly config: Pick<Config, 'checkLinks' | 'archiveLookup'>,
    @Optional() private readonly pace: LinkPace = PACE,
  ) {}

  onModuleInit(): void {
    if (this.config.checkLinks === 'off') return;
    this.jobs.every(EACH_TEN_MINUTES, 'check-links', async () => void (await this.round(new Date())));
  }

  /** Tries what is due at a time. @returns how many addresses were asked */
  async round(at: Date): Promise<number> {
    const due = await this.database.outsideWorkspaces<DueLink>(
      'SELECT workspace_id AS "workspaceId", source_id AS "sourceId", url, link FROM due_links($1, $2)',
      [at, this.pace.most],
    );
    // One page of several workspaces is asked for once.
    const pages = Map.groupBy(due, ({ url }) => url);
    const hosts = [...Map.groupBy(pages.keys(), hostOf).values()];
    const end = Date.now() + this.pace.budgetMs;
    let asked = 0;
    const lane = async (): Promise<void> => {
      for (let host = hosts.shift(); host && Date.now() < end; host = hosts.shift()) {
        asked += await this.tryHost(host, pages, end);
      }
    };
    await Promise.all(Array.from({ length: this.pace.lanes }, lane));
    return asked;
  }

  /** One address of a host after the other. @returns how many were asked */
  private async tryHost(
    urls: readonly string[],
    pages: ReadonlyMap<string, readonly DueLink[]>,
    end: number,
  ): Promise<number> {
    let asked = 0;
    for (const [i, url] of urls.entries()) {
      if (asked > 0) await sleep(this.pace.gapMs, undefined, { ref: false });
      if (asked === this.pace.ofHost || Date.now() >= end) return await this.leave(urls.slice(i), pages, asked);
      const links = pages.get(url)!;
      try {
        const { outcome, leaveHost } = await this.try(links[0]!);
        asked++;
        const lacking: DueLink[] = [];
        for (const link of links) if (await this.note(link, outcome)) lacking.push(link);
        await this.lookUp(url, lacking);
        if (leaveHost) return await this.leave(urls.slice(i + 1), pages, asked);
      } catch (error) {
        this.log.error(`an address could not be tried`, error instanceof Error ? error.stack : error);
        return await this.leave(urls.slice(i), pages, asked);
      }
    }
    return asked;
  }

  private async leave(
    urls: readonly string[],
    pages: ReadonlyMap<string, readonly DueLink[]>,
    asked: number,
  ): Promise<number> {
    const links = urls.flatMap((url) => pages.get(url)!);
    for (const [workspaceId, own] of Map.groupBy(links, (link) => link.workspaceId)) {
      const ids = own.map(({ sourceId }) => sourceId);
      await this.database.withWorkspace({ workspaceId }, (connection) =>
        postponeLinks(connection, workspaceId, ids, new Date(Date.now() + HOUR_MS)),
      );
    }
    return asked;
  }

  private async try({ url, link }: DueLink): Promise<Tried> {
    try {
      const fetched = await this.fetcher.get(url, {
        accept: 'text/html, */*;q=0.1',
        takes: (type) => type === null || type === 'text/html' || type === 'application/xhtml+xml',
        wanted: 'a page',
        etag: link?.etag ?? null,
        lastModified: link?.lastModified ?? null,
      });
      const { isModified, bytes, charset } = fetched;
      const text = isModified && bytes.byteLength <= LOOKED_INTO ? decodePage(bytes, charset).text : null;
      const read = text === null ? null : await this.pool.extract({ kind: 'HTML', text });
      const problem = read && 'gone' in read ? read.gone : null;
      return { outcome: answeredOutcome(fetched, problem), leaveHost: false };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const { code, status } = error;
      const leaveHost = code === 'UNREACHABLE' || code === 'TIMEOUT' || HOST_IS_ILL.has(status ?? 0);
      return { outcome: failedOutcome(error), leaveHost };
    }
  }

  /** Looks up whether an archive has a copy of a page, where sources of it have none. */
  private async lookUp(url: string, lacking: readonly DueLink[]): Promise<void> {
    const { archiveLookup } = this.config;
    if (archiveLookup === null || lacking.length === 0) return;
    const copy = await findCopy(this.fetcher, archiveLookup, url);
    if (!copy) return;
    for (const link of lacking) {
      await this.change(link, async (connection, system, source) => {
        if (!toEvidence(source).archiveUrl) await this.archive(connection, system, source, copy);
      });
    }
  }

  /** @returns whether the source has this address still, and no copy in an archive */
  private async note(link: DueLink, outcome: LinkOutcome): Promise<boolean> {
    const lacksCopy = await this.change(link, async (connection, system, source) => {
      await noteLink(connection, system, source, outcome, this.ripples, new Date());
      return !toEvidence(source).archiveUrl;
    });
    return lacksCopy ?? false;
  }

  /** Changes the source of an address; null where it was merged, or has another address by now. */
  private async change<T>(
    { workspaceId, sourceId, url }: DueLink,
    work: (connection: WorkspaceConnection, system: System, source: KnownSource) => Promise<T>,
  ): Promise<T | null> {
    const system = { workspaceId, memberId: null };
    return await this.database.withWorkspace(system, async (connection) => {
      const source = await holdSource(connection, workspaceId, { id: sourceId }, 'to change it');
      return !source || source.mergedInto || source.csl.URL !== url ? null : await work(connection, system, source);
    });
  }

  private async archive(
    connection: WorkspaceConnection,
    system: System,
    source: KnownSource,
    copy: ArchivedCopy,
  ): Promise<void> {
    const record = { ...toEvidence(source), archiveUrl: copy.url, archivedAt: copy.at };
    const csl = await writeRecord(connection, system.workspaceId, source, record);
    await this.ripples.start(connection, system, {
      of: 'sources',
      sourceIds: [source.id],
      happening: {
        kind: 'source.archived',
        subjectType: 'Source',
        subjectId: source.id,
        before: { csl: source.csl },
        after: { csl },
      },
    });
  }
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? '';
