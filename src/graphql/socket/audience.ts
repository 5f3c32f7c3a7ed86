import { createHash } from 'node:crypto';
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import { traceApart } from '../../telemetry/tracing.js';
import { isOfDatabaseAway, toldErrors, type FaultLog } from '../error-formatter.js';
import { contextFor } from '../request-context.js';
import type { SubscribedDocument } from './subscribed-document.js';
import { viewerKey, watchedViewer } from './watched-viewer.js';

/**
 * For how long an answer is given to others who are told the same, in milliseconds from when it was there: some are still
 * busy taking what came before. No answer is older than this and the time that it took to make it.
 */
const KEPT_MS = 250;

/** What is told of one thing. */
export interface Answer {
  /** An `ExecutionResult`, as JSON. */
  readonly text: string;
  /** When it began to be read, in milliseconds of this process's clock. */
  readonly begunAt: number;
}

/** What those who are told the same have in common. */
export interface AudienceOptions {
  readonly schema: GraphQLSchema;
  readonly subscribed: SubscribedDocument;
  /** Those of one of them; what the document says below its field depends on none that others have otherwise. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly baseUrl: string;
  /** How many things are read together, at most: together they bring back no more than one operation may. */
  readonly atOnce: number;
  readonly log: FaultLog;
}

/** All audiences of one process. */
export class Audiences {
  private readonly known = new Map<string, { readonly audience: Audience; members: number }>();

  /** How many there are. */
  get size(): number {
    return this.known.size;
  }

  /** @returns whom the subscriber is told things with, and what ends that: call it once */
  join(workspaceId: string, options: AudienceOptions): { readonly audience: Audience; readonly leave: () => void } {
    const key = keyOf(workspaceId, options);
    const found = this.known.get(key) ?? { audience: new Audience(options), members: 0 };
    this.known.set(key, found);
    found.members++;
    const leave = (): void => {
      if (--found.members === 0) this.known.delete(key);
    };
    return { audience: found.audience, leave };
  }
}

function keyOf(workspaceId: string, { subscribed, variables, baseUrl }: AudienceOptions): string {
  const values = JSON.stringify(subscribed.variables.map((name) => [name, variables[name]]));
  // They may be long.
  const hash = createHash('sha256').update(values).digest('base64');
  return JSON.stringify([workspaceId, subscribed.shape, hash, baseUrl]);
}

/**
 * Subscribers of one workspace who ask for the same fields of what they are told: one answer is made for all of them. Where
 * it turns out to depend on who they are, one is made for each of those.
 */
export class Audience {
  private readonly all: Answers;
  private readonly own = new Map<string, Answers>();
  private dependsOnViewer = false;

  constructor(private readonly options: AudienceOptions) {
    this.all = new Answers(options, () => undefined);
  }

  /**
   * @param values what is told: the same objects for all of the audience
   * @param viewer whom it is told, as they are by now
   * @param since no answer is given that began to be read before this, in milliseconds of this process's clock: nobody is
   *   told something older than what they were told before
   * @returns in the order of the values
   * @throws DatabaseUnavailableError when the database is away: then nothing of it is told
   */
  async answers(values: readonly unknown[], viewer: Viewer, since: number): Promise<readonly Answer[]> {
    const key = viewerKey(viewer);
    if (!this.dependsOnViewer) {
      const made = await this.all.take(values, viewer, since);
      if (made.every(({ madeFor }) => madeFor === null || madeFor === key)) return made;
      this.dependsOnViewer = true;
    }
    let own = this.own.get(key);
    if (!own) this.own.set(key, (own = new Answers(this.options, () => this.own.delete(key))));
    return await own.take(values, viewer, since);
  }
}

interface MadeAnswer extends Answer {
  /** The key of the viewer of whom something was asked for it; null: of nobody, so it is the same for all. */
  readonly madeFor: string | null;
}

interface Entry {
  readonly value: unknown;
  readonly viewer: Viewer;
  /** Infinity: it has not begun. */
  begunAt: number;
  readonly answer: Promise<MadeAnswer>;
  readonly resolve: (answer: MadeAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers that are being made and those just made, by what they tell of. */
class Answers {
  private readonly entries = new Map<unknown, Entry>();
  private waiting: Entry[] = [];

  /** @param onIdle called whenever nothing is left */
  constructor(
    private readonly options: AudienceOptions,
    private readonly onIdle: () => void,
  ) {}

  take(values: readonly unknown[], viewer: Viewer, since: number): Promise<MadeAnswer[]> {
    return Promise.all(
      values.map((value) => {
        const found = this.entries.get(value);
        return (found && found.begunAt >= since ? found : this.add(value, viewer)).answer;
      }),
    );
  }

  private add(value: unknown, viewer: Viewer): Entry {
    const { promise: answer, resolve, reject } = Promise.withResolvers<MadeAnswer>();
    const entry: Entry = { value, viewer, begunAt: Infinity, answer, resolve, reject };
    this.entries.set(value, entry);
    // All who hear of it at one time ask before the next turn.
    if (this.waiting.push(entry) === 1) traceApart(() => setImmediate(() => void this.begin()));
    return entry;
  }

  private async begin(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    const { atOnce } = this.options;
    for (let from = 0; from < waiting.length; from += atOnce) await this.make(waiting.slice(from, from + atOnce));
  }

  /** Reads what is told of several things with one set of loaders. */
  private async make(entries: readonly Entry[]): Promise<void> {
    const { schema, subscribed, variables, baseUrl, log } = this.options;
    const { document, operationName, field } = subscribed;
    const { viewer } = entries[0]!;
    const begunAt = performance.now();
    let madeFor: string | null = null;
    const contextValue = contextFor(
      baseUrl,
      watchedViewer(viewer, () => (madeFor = viewerKey(viewer))),
    );
    const args = { schema, document, operationName, variableValues: variables, contextValue };
    const run = async ({ value }: Entry): Promise<ExecutionResult> =>
      await execute({ ...args, rootValue: { [field]: value } });
    try {
      for (const each of entries) each.begunAt = begunAt;
      const results = await Promise.all(entries.map(run));
      const away = results.flatMap(({ errors }) => errors ?? []).find(isOfDatabaseAway);
      if (away) throw away;
      const texts = results.map((result) => asText(result, log));
      entries.forEach((each, i) => each.resolve({ text: texts[i]!, begunAt, madeFor }));
      setTimeout(() => this.forget(entries), KEPT_MS).unref();
    } catch (error) {
      this.forget(entries);
      for (const each of entries) each.reject(error);
    }
  }

  private forget(entries: readonly Entry[]): void {
    for (const each of entries) if (this.entries.get(each.value) === each) this.entries.delete(each.value);
    if (this.entries.size === 0) this.onIdle();
  }
}

/** Errors in it as they may leave the server. */
function asText({ errors, ...answer }: ExecutionResult, log: FaultLog): string {
  return JSON.stringify(errors ? { ...answer, errors: toldErrors(errors, true, log) } : answer);
}
