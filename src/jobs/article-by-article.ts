import type { Logger } from '@nestjs/common';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { toGlobalId } from '../graphql/global-id.js';
import { JobError, JobLostError } from './job-error.js';
import type { JobRun } from './jobs.js';

/** What a job does to many articles, each in a transaction of its own. */
export interface ArticlesWork {
  /** As in "could not be …", for the log and the job's error: "judged again". */
  readonly what: string;
  /** At most `size` articles in the order of their UUIDs, those behind `after`; null: from the first. */
  page(after: string | null, size: number): Promise<string[]>;
  /** Does it to one; `passed` says how far the job is, in the transaction that stores what was done. */
  article(id: string, passed: (connection: WorkspaceConnection) => Promise<void>): Promise<void>;
}

/** Articles that are looked up at a time. */
const PAGE = 200;
/** Articles on which it failed are named, so many at most. */
const NAMED = 5;

/**
 * Goes through articles in the order of their ids. After a crash it goes on behind the last one that was stored. One that
 * fails keeps no other from it; another attempt begins with it.
 *
 * @throws JobError when it failed on some
 */
export async function articleByArticle(run: JobRun, log: Logger, work: ArticlesWork): Promise<void> {
  let { done, position } = run.from;
  const failed: string[] = [];
  for (let after = position; ;) {
    const page = await work.page(after, PAGE);
    for (const id of page) {
      run.signal.throwIfAborted();
      const reached = failed.length > 0 ? { done, position } : { done: done + 1, position: id };
      try {
        await work.article(id, (connection) => run.passed(connection, reached.done, reached.position));
        ({ done, position } = reached);
      } catch (error) {
        if (error instanceof JobLostError || run.signal.aborted) throw error;
        log.error(`article ${id} could not be ${work.what}`, error instanceof Error ? error.stack : error);
        failed.push(id);
      }
      after = id;
    }
    if (page.length < PAGE) break;
  }
  if (failed.length === 0) return;
  const names = failed.slice(0, NAMED).map((id) => toGlobalId('Article', id));
  const which = `${names.join(', ')}${failed.length > NAMED ? ' and others' : ''}`;
  throw new JobError(`${failed.length} articles could not be ${work.what} (${which}); all others were`, true);
}
