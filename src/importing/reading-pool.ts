import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { Article } from '../judging/evidence.js';
import type { SourceInput, SourceText } from '../converting/source-text.js';
import type { Comparison } from '../judging/comparison.js';
import type { CitationsToCompare } from '../judging/comparing/compare-all.js';
import type { ChangedPassages } from '../revising/changed-passages.js';
import type { ConvertedFile } from '../converting/convert.js';
import type { ClaimMatch } from '../revising/match-claims.js';
import { tellErrored } from '../findings/errored-rules.js';
import type { Judgement } from '../judging/judge.js';
import { installedPlugins } from '../plugins/installed-rules.js';
import type { CollectResult, CollectTask, PreviewResult } from './collect.js';
import type { TextBlock } from '../reading/text-blocks.js';
import { reading } from '../telemetry/instruments.js';
import { onScrape, secondsSince } from '../telemetry/registry.js';
import { tracePart } from '../telemetry/tracing.js';
import {
  judge,
  match,
  type BlocksTask,
  type ConvertTask,
  type DiffTask,
  type JudgeTask,
  type MatchTask,
  type PreviewTask,
  type ReadTask,
  type Unconvertible,
  type WriteTask,
} from './reading.worker.js';

/** Thrown when a text cannot be read for want of time, memory or a free thread. The message is for who gave it. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';

  constructor(
    readonly code: 'TOO_LARGE' | 'TIMEOUT',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** More claims than this are judged, and matched, beside the main thread: up to here it takes some ten milliseconds. */
const BESIDE = 2_000;
/** Tasks that may wait for a thread. */
const QUEUE = 50;
/** Threads at most: one processor stays for the server. */
const THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
/** How long one task may take, in milliseconds: a multiple of what 20 MiB need. */
const TASK_LIMIT_MS = 300_000;
/** The same for a file that is converted while its sender waits. */
const CONVERSION_LIMIT_MS = 60_000;
/** The same for all files of a collection, which are converted one after the other. */
const COLLECTION_LIMIT_MS = 10 * 60_000;
/** Memory of a thread, in MiB: a multiple of what 20 MiB need. */
const MEMORY_MB = 3_072;

/** Threads that read and judge, so that the server goes on answering. */
@Injectable()
export class ReadingPool implements OnApplicationShutdown {
  private readonly pool: Piscina;
  private readonly endMeasuring: () => void;
  /** Tasks that run or wait. */
  private given = 0;

  /** @param worker the compiled worker; tests, which run the sources, give their own with what it takes to load it */
  constructor(worker: { filename: string; execArgv?: string[] } = { filename: WORKER }) {
    this.pool = new Piscina({
      ...worker,
      minThreads: 0,
      maxThreads: THREADS,
      maxQueue: QUEUE,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.endMeasuring = onScrape(() => {
      reading.threads.set(THREADS);
      reading.queue.set(this.pool.queueSize);
      reading.busy.set(Math.max(0, this.given - this.pool.queueSize));
    });
  }

  /** @throws ReadingError */
  async read(task: ReadTask): Promise<Article> {
    return (await this.run('read', task)) as Article;
  }

  /** An article's text as it reads. @throws ReadingError */
  async blocks(task: BlocksTask): Promise<TextBlock[]> {
    return (await this.run('blocks', task)) as TextBlock[];
  }

  /** A file's text, or why it has none. @throws ReadingError */
  async convert(task: ConvertTask): Promise<ConvertedFile | Unconvertible> {
    return (await this.run('convert', task, CONVERSION_LIMIT_MS)) as ConvertedFile | Unconvertible;
  }

  /** The articles of a collection, or why it has none. @throws ReadingError */
  async collect(task: CollectTask): Promise<CollectResult> {
    return (await this.run('collect', task, COLLECTION_LIMIT_MS)) as CollectResult;
  }

  /** What a table would become, or why it cannot be read. @throws ReadingError */
  async preview(task: PreviewTask): Promise<PreviewResult> {
    return (await this.run('preview', task, CONVERSION_LIMIT_MS)) as PreviewResult;
  }

  /** An article as it is written anew. @throws ReadingError */
  async write(task: WriteTask): Promise<string> {
    return (await this.run('write', task)) as string;
  }

  /** @throws ReadingError; RulesetError */
  async judge(asked: Omit<JudgeTask, 'plugins'>): Promise<Judgement> {
    const task = { ...asked, plugins: installedPlugins().map(({ path }) => path) };
    const isShort = task.article.claims.length <= BESIDE;
    const judgement = isShort
      ? await measured('judge', () => judge(task))
      : ((await this.run('judge', task)) as Judgement);
    tellErrored(`“${task.article.title ?? 'an article'}”`, judgement.errored);
    return judgement;
  }

  /** Which claims of a new text are those of the former one. @throws ReadingError */
  async match(task: MatchTask): Promise<ClaimMatch[]> {
    if (task.before.length + task.after.length <= BESIDE)
      return await measured('match', () => Promise.resolve(match(task)));
    return (await this.run('match', task)) as ClaimMatch[];
  }

  /** After requests and jobs have ended: both may be reading. */
  async onApplicationShutdown(): Promise<void> {
    this.endMeasuring();
    await this.pool.destroy();
  }

  /** The words of a source, or why it has none. @throws ReadingError */
  async extract(input: SourceInput): Promise<SourceText | Unconvertible> {
    return (await this.run('extract', input, CONVERSION_LIMIT_MS)) as SourceText | Unconvertible;
  }

  /** Citations beside their sources. @throws ReadingError */
  async compare(given: CitationsToCompare): Promise<Comparison[]> {
    return (await this.run('compare', given)) as Comparison[];
  }

  /** What changed between two texts of a source. @throws ReadingError */
  async diff(task: DiffTask): Promise<ChangedPassages> {
    return (await this.run('diff', task, CONVERSION_LIMIT_MS)) as ChangedPassages;
  }

  private async run(
    name: Task,
    task:
      | ReadTask
      | JudgeTask
      | MatchTask
      | ConvertTask
      | WriteTask
      | CollectTask
      | PreviewTask
      | SourceInput
      | CitationsToCompare
      | DiffTask,
    limitMs = TASK_LIMIT_MS,
  ): Promise<unknown> {
    this.given++;
    try {
      return await measured(name, () => this.pool.run(task, { name, signal: AbortSignal.timeout(limitMs) }));
    } catch (cause) {
      throw readable(cause);
    } finally {
      this.given--;
    }
  }
}

type Task =
  'read' | 'blocks' | 'judge' | 'match' | 'convert' | 'write' | 'collect' | 'preview' | 'extract' | 'compare' | 'diff';

async function measured<T>(task: Task, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await tracePart(task, work);
  } catch (error) {
    reading.failures.inc({ task });
    throw error;
  } finally {
    reading.duration.observe({ task }, secondsSince(start));
  }
}

/** Errors of the pool and of its threads, by their names and texts: they have no classes that one could ask for. */
function readable(error: unknown): unknown {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'AbortError')
    return new ReadingError('TIMEOUT', 'reading took too long; split the article', { cause: error });
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ReadingError('TOO_LARGE', 'the article is too complex to be read at once; split it', { cause: error });
  }
  if (/queue/i.test(message ?? '')) {
    return new ReadingError('TIMEOUT', 'too many articles are being read; try again in a minute', { cause: error });
  }
  return error;
}

/** Beside this file, in the bundled server as well. */
const WORKER = fileURLToPath(new URL('./reading.worker.js', import.meta.url));
