import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Actor } from '../editing/change-article.js';
import { Editing, type EditorViewer, type Outcome } from '../editing/editing.js';
import { InputCheck } from '../editing/input-check.js';
import { Ripples } from '../editing/ripples.js';
import { mergedAway } from '../editing/source-record.js';
import { currentOf, expectVersion, fault, UserFault } from '../editing/user-fault.js';
import { FetchError } from '../fetching/fetch-error.js';
import { Fetcher } from '../fetching/fetcher.js';
import { ReadingPool } from '../importing/reading-pool.js';
import { JobError } from '../jobs/job-error.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import { holdLeading } from '../sources/merged-sources.js';
import { newestSnapshots, seeAgain, type SnapshotHead } from '../sources/snapshot.repository.js';
import { holdSource, type KnownSource } from '../sources/source.repository.js';
import { beginSnapshots } from '../workspaces/workspace.repository.js';
import type { CaptureSnapshotInput } from './capture.type.js';
import { Comparing } from './comparing.js';
import { fetchSource, type FetchedSource } from './fetch-source.js';
import { givenContent } from './given-content.js';
import { keepSnapshot, pack, type Fetching, type PackedText } from './keep-snapshot.js';
import { answeredOutcome, failedOutcome, problemOf, type LinkOutcome } from './link-outcome.js';
import { noteLink } from './note-link.js';
import { takeText } from './taken-text.js';

/** What became of a capture. UUIDs. */
export interface Captured {
  readonly sourceId: string;
  /** Null: a job fetches it. */
  readonly snapshotId: string | null;
  readonly isNew: boolean | null;
  readonly jobId: string | null;
}

/** What a job fetches. */
interface CaptureJob {
  readonly sourceId: string;
  readonly title: string | null;
  readonly complete: boolean | null;
}

const KIND = 'capture';
const MAX_TITLE = 500;
/** How long a statement may run that stores a text, in milliseconds. */
const STATEMENT_LIMIT_MS = 60_000;
/** Addresses that one process fetches at once for captures: the fetcher has room for more, which people wait for. */
const AT_ONCE = 3;

/** Captures texts of sources: given by people, or fetched. */
@Injectable()
export class Captures implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Editing) private readonly editing: Editing,
    @Inject(Ripples) private readonly ripples: Ripples,
    @Inject(Comparing) private readonly comparing: Comparing,
    @Inject(ReadingPool) private readonly pool: Pick<ReadingPool, 'extract'>,
    @Inject(Fetcher) private readonly fetcher: Pick<Fetcher, 'get'>,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<CaptureJob>(KIND, (owner, job, run) => this.captureAddress(owner, job, run), {
      atOnce: AT_ONCE,
      retries: 2,
    });
  }

  /** A text that is given is kept when this returns; an address is fetched by a job. */
  capture(viewer: EditorViewer, input: CaptureSnapshotInput): Promise<Outcome<Captured>> {
    return this.editing.answer(viewer, 'captureSnapshot', async () => {
      const check = new InputCheck();
      const id = check.id('Source', input.sourceId, 'sourceId');
      const title = check.line(input.title, 'title', MAX_TITLE);
      const given = givenContent(input, check);
      check.done();
      const complete = input.complete ?? null;
      const hold = (connection: WorkspaceConnection): Promise<KnownSource> =>
        holdNamed(connection, viewer.workspaceId, id, input.expectedVersion);
      if (given === null) {
        return await this.database.withWorkspace(viewer, async (connection) => {
          const source = await hold(connection);
          if (!source.csl.URL)
            throw fault('NOT_POSSIBLE', 'the source has no address; give its text as content', 'content');
          // Who says how much of the source it is asks for more than whoever waits already and does not.
          const key = `capture ${source.id} ${complete ?? ''}`.trimEnd();
          const jobId = await this.jobs.enqueue(connection, viewer, KIND, { sourceId: id, title, complete }, { key });
          return { sourceId: source.id, snapshotId: null, isNew: null, jobId };
        });
      }
      const field = input.content == null ? 'contentBase64' : 'content';
      const text = await pack(await takeText(given, { title, complete }, this.pool, field));
      const limits = { statementTimeoutMs: STATEMENT_LIMIT_MS };
      return await this.database.withWorkspace(
        viewer,
        (connection) => this.keep(connection, viewer, hold, text, null),
        limits,
      );
    });
  }

  /**
   * Keeps a text in the transaction of `connection`, and asks for what follows: the claims that cite the source are compared
   * with it; with a workspace's first text, all articles are judged again.
   *
   * @param hold holds the source to change it: after the workspace, which whoever judges holds first
   */
  private async keep(
    connection: WorkspaceConnection,
    actor: Actor,
    hold: (connection: WorkspaceConnection) => Promise<KnownSource>,
    text: PackedText,
    fetching: Fetching | null,
  ): Promise<Captured> {
    const isFirst = await beginSnapshots(connection, actor.workspaceId);
    const source = await hold(connection);
    const { id: snapshotId, isNew } = await keepSnapshot(connection, actor, source, text, fetching, new Date());
    if (isFirst) {
      const subject = { kind: 'snapshots.begun' as const, subjectType: 'Source', subjectId: source.id };
      await this.ripples.start(connection, actor, { of: 'rules', happening: { ...subject, before: null, after: {} } });
    }
    const jobId = isNew ? await this.comparing.start(connection, actor, { sourceId: source.id, snapshotId }) : null;
    return { sourceId: source.id, snapshotId, isNew, jobId };
  }

  /** @throws JobError telling what stood in the way */
  private async captureAddress(owner: JobOwner, { sourceId, title, complete }: CaptureJob, run: JobRun): Promise<void> {
    const { workspaceId } = owner;
    // Merged sources lead one step, and are held before the one that was kept.
    const hold = async (connection: WorkspaceConnection): Promise<KnownSource> => {
      const named = await holdSource(connection, workspaceId, { id: sourceId }, 'to change it');
      const kept = named?.mergedInto;
      const held = kept ? await holdSource(connection, workspaceId, { id: kept }, 'to change it') : named;
      if (!held) throw new JobError('the source is gone');
      return held;
    };
    const { asked, newest } = await this.database.withWorkspace(owner, async (connection) => {
      const source = await holdLeading(connection, workspaceId, { id: sourceId });
      const [newest] = source ? await newestSnapshots(connection, workspaceId, [source.id], 1) : [];
      return { asked: source, newest };
    });
    const url = asked?.csl.URL;
    if (!asked || url === undefined) throw new JobError('the source has no address any more');
    const holdStill = async (connection: WorkspaceConnection): Promise<KnownSource> => {
      const held = await hold(connection);
      if (held.csl.URL !== url) throw new JobError('the source got another address while this one was fetched', true);
      return held;
    };
    let found: FetchedSource;
    let text: PackedText | null;
    try {
      // Who says how much of it this is has its text looked at anew.
      const validators = complete === null && newest ? validatorsOf(newest, asked, url) : {};
      found = await fetchSource(this.fetcher, url, { ...validators, signal: run.signal });
      text = found.content && (await pack(await takeText(found.content, { title, complete }, this.pool, 'sourceId')));
    } catch (error) {
      throw await this.failed(owner, holdStill, error);
    }
    const { url: finalUrl, etag, lastModified } = found.fetched;
    const outcome = answeredOutcome(found.fetched, null);
    await this.database.withWorkspace(
      owner,
      async (connection) => {
        if (text) await this.keep(connection, owner, holdStill, text, { finalUrl, etag, lastModified });
        else if (newest) await seeAgain(connection, workspaceId, newest.id, new Date());
        await noteLink(connection, owner, await holdStill(connection), outcome, this.ripples, new Date());
        await run.finish(connection);
      },
      { statementTimeoutMs: STATEMENT_LIMIT_MS },
    );
  }

  /** Notes what a failed fetch says of the address. @returns the error for who asked */
  private async failed(
    owner: JobOwner,
    hold: (connection: WorkspaceConnection) => Promise<KnownSource>,
    error: unknown,
  ): Promise<unknown> {
    const note = (outcome: LinkOutcome): Promise<void> =>
      this.database.withWorkspace(owner, async (connection) =>
        noteLink(connection, owner, await hold(connection), outcome, this.ripples, new Date()),
      );
    if (error instanceof FetchError) {
      await note(failedOutcome(error));
      return new JobError(error.message, false, { cause: error });
    }
    if (!(error instanceof UserFault)) return error;
    const [first] = error.userErrors;
    if (first?.code === 'UNREACHABLE') {
      const problem = problemOf(first.message);
      const none = { finalUrl: null, etag: null, lastModified: null };
      await note({ status: 200, ...none, problem, problemCode: 'SAYS_GONE', isUntried: false });
    }
    return new JobError(error.message, false, { cause: error });
  }
}

/**
 * By what a site knows that nothing changed since a snapshot was taken: nothing, where that was taken elsewhere than from where
 * this address leads, for the source had another one, or was merged.
 */
function validatorsOf(
  { finalUrl, etag, lastModified }: SnapshotHead,
  { link }: KnownSource,
  url: string,
): Pick<SnapshotHead, 'etag' | 'lastModified'> | undefined {
  const isOfAddress = finalUrl !== null && (finalUrl === url || finalUrl === link?.finalUrl);
  return isOfAddress ? { etag, lastModified } : undefined;
}

/** @throws UserFault NOT_FOUND, NOT_POSSIBLE for one that was merged, CONFLICT */
async function holdNamed(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  expectedVersion: number | null | undefined,
): Promise<KnownSource> {
  const source = await holdSource(connection, workspaceId, { id }, 'to change it');
  if (!source) throw fault('NOT_FOUND', 'no source of this workspace has this id', 'sourceId');
  const away = mergedAway(source, 'sourceId');
  if (away) throw new UserFault(away);
  expectVersion(currentOf('Source', source), expectedVersion);
  return source;
}
