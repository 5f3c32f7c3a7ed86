import { setTimeout as sleep } from 'node:timers/promises';
import {
  createSourceEventStream,
  execute,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { isOfDatabaseAway, toldErrors, type FaultLog } from '../error-formatter.js';
import { checkQuery, type GraphqlRequest } from '../graphql-request.js';
import type { DocumentRules } from '../graphql-options.js';
import { checkCost } from '../limits/cost.js';
import { checkDocumentLimits } from '../limits/document-limits.js';
import { LIMITS } from '../limits/limits.js';
import { subscriptionBegan } from '../operation-telemetry.js';
import type { RequestContext } from '../request-context.js';

/** The first wait before what is to be told is read again while the database is away, in milliseconds; it doubles up to the longest. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2_000;

/** What subscriptions are made with. */
export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly rules: DocumentRules;
  /** For what is told at one time: who subscribes, as they are by now, and nothing that was loaded before. */
  readonly newContext: () => RequestContext;
  /** Lets the subscriber pay, in objects: for the beginning. What is told later is no doing of theirs. */
  readonly charge: (objects: number) => void;
  readonly log: FaultLog;
  /** Called once, when it has ended in one way or another. */
  readonly onEnd: () => void;
}

/**
 * Begins a subscription, held to all that other operations are held to.
 *
 * The resolver's `subscribe` gives lists: all that there is to tell by then. What a list holds is read together, so that
 * a subscriber costs as many statements for a hundred changes as for one. While the database is away nothing is told: a
 * change told with an error in place of its data would be lost for the subscriber, who goes on behind it.
 *
 * @throws what is wrong with the request, to be told by `toldErrors`
 */
export async function openSubscription(
  asked: GraphqlRequest,
  { schema, rules, newContext, charge, log, onEnd }: SubscriptionOptions,
): Promise<AsyncIterableIterator<ExecutionResult>> {
  const { operationName, variables } = asked;
  const { document, objects } = checkedDocument(schema, rules, asked);
  charge(objects);
  const args = { schema, document, operationName, variableValues: variables };
  const source = await createSourceEventStream({ ...args, contextValue: newContext() });
  if (!(Symbol.asyncIterator in source)) throw new AggregateError(source.errors ?? []);
  subscriptionBegan(document, operationName);
  const answerAll = async (roots: readonly unknown[]): Promise<ExecutionResult[]> => {
    const contextValue = newContext();
    return await Promise.all(roots.map(async (rootValue) => await execute({ ...args, contextValue, rootValue })));
  };
  const atOnce = Math.max(1, Math.floor(LIMITS.objects / Math.max(1, objects)));
  return new Answers(source as AsyncIterable<readonly unknown[]>, atOnce, answerAll, log, onEnd);
}

/** @throws RequestError, GraphQLError, AggregateError of validation errors */
function checkedDocument(
  schema: GraphQLSchema,
  rules: DocumentRules,
  asked: GraphqlRequest,
): { readonly document: DocumentNode; readonly objects: number } {
  checkQuery(asked.query);
  const document = parse(asked.query, rules.parseOptions);
  checkDocumentLimits(document);
  const errors = validate(schema, document, [...specifiedRules, ...rules.validationRules], rules.validateOptions);
  if (errors.length > 0) throw new AggregateError(errors);
  return { document, objects: checkCost(schema, document, asked.operationName, asked.variables) };
}

/** What a subscription answers, one after the other. Ending it ends its source, also one that is waited for. */
class Answers implements AsyncIterableIterator<ExecutionResult> {
  private readonly source: AsyncIterator<readonly unknown[]>;
  private waiting: readonly unknown[] = [];
  private ready: ExecutionResult[] = [];
  private ended = false;

  constructor(
    source: AsyncIterable<readonly unknown[]>,
    /** How many things are read together, at most: together they bring back no more than one operation may. */
    private readonly atOnce: number,
    private readonly answerAll: (roots: readonly unknown[]) => Promise<ExecutionResult[]>,
    private readonly log: FaultLog,
    private readonly onEnd: () => void,
  ) {
    this.source = source[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    try {
      while (this.ready.length === 0) {
        if (this.waiting.length === 0) {
          const { done, value } = await this.whenThere(() => this.source.next());
          if (done === true) return await this.return();
          this.waiting = value;
        }
        const now = this.waiting.slice(0, this.atOnce);
        this.waiting = this.waiting.slice(this.atOnce);
        this.ready = await this.whenThere(() => this.answered(now));
        // Ended meanwhile: then nothing more is told.
        if (this.ended) return { done: true, value: undefined };
      }
    } catch (error) {
      if (this.ended) return { done: true, value: undefined };
      await this.return();
      const [told] = toldErrors([error as Error], true, this.log);
      throw told!;
    }
    const { errors, ...answer } = this.ready.shift()!;
    const value = errors ? { ...answer, errors: toldErrors(errors, true, this.log) } : answer;
    return { done: false, value };
  }

  /** @throws the first error that says that the database is away: then none of it is told */
  private async answered(roots: readonly unknown[]): Promise<ExecutionResult[]> {
    const results = await this.answerAll(roots);
    const away = results.flatMap(({ errors }) => errors ?? []).find(isOfDatabaseAway);
    if (away) throw away;
    return results;
  }

  /** Does `work` again as long as the database is away and the subscription is open. */
  private async whenThere<T>(work: () => Promise<T>): Promise<T> {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        return await work();
      } catch (error) {
        if (this.ended || !isOfDatabaseAway(error as Error)) throw error;
        await sleep(wait, undefined, { ref: false });
        if (this.ended) throw error;
      }
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    if (!this.ended) this.onEnd();
    this.ended = true;
    this.ready = [];
    await this.source.return?.();
    return { done: true, value: undefined };
  }

  /** Part of what `graphql-ws` takes for something that it can end. */
  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }
}
