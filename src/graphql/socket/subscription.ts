import { setTimeout as sleep } from 'node:timers/promises';
import { createSourceEventStream, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import { isOfDatabaseAway, toldErrors, type FaultLog } from '../error-formatter.js';
import type { GraphqlRequest } from '../graphql-request.js';
import { checkCost } from '../limits/cost.js';
import { LIMITS } from '../limits/limits.js';
import { subscriptionBegan } from '../operation-telemetry.js';
import { contextFor } from '../request-context.js';
import type { Answer, Audiences } from './audience.js';
import type { SubscribedDocuments } from './subscribed-document.js';

/** The first wait before what is to be told is read again while the database is away, in milliseconds; it doubles up to the longest. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2_000;

/** What subscriptions are made with. */
export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly documents: SubscribedDocuments;
  readonly audiences: Audiences;
  /** Who subscribes, as they are by now. */
  readonly viewer: () => Viewer;
  readonly baseUrl: string;
  /** Lets the subscriber pay, in objects: for the beginning. What is told later is no doing of theirs. */
  readonly charge: (objects: number) => void;
  /** Sends the subscriber an `ExecutionResult`, as JSON; done when the network has it. */
  readonly tell: Tell;
  readonly log: FaultLog;
  /** Called once, when it has ended in one way or another. */
  readonly onEnd: () => void;
}

export type Tell = (result: string) => Promise<void>;

/**
 * Begins a subscription, held to all that other operations are held to.
 *
 * The resolver's `subscribe` gives lists: all that there is to tell by then, as what the field is to be. What a list holds
 * is read together, so that a subscriber costs as many statements for a hundred changes as for one, and once for all who
 * ask for the same: see `Audience`. While the database is away nothing is told: a change told with an error in place of its
 * data would be lost for the subscriber, who goes on behind it.
 *
 * @returns tells what there is as long as it is asked for more, and gives nothing itself
 * @throws what is wrong with the request, to be told by `toldErrors`
 */
export async function openSubscription(
  asked: GraphqlRequest,
  { schema, documents, audiences, viewer, baseUrl, charge, tell, log, onEnd }: SubscriptionOptions,
): Promise<AsyncIterableIterator<never>> {
  const { variables } = asked;
  const subscribed = documents.read(schema, asked);
  const { document, operationName } = subscribed;
  const objects = checkCost(schema, document, operationName, variables);
  charge(objects);
  const contextValue = contextFor(baseUrl, viewer());
  const { workspaceId } = contextValue.viewer;
  const source = await createSourceEventStream({
    ...{ schema, document, operationName, contextValue },
    variableValues: variables,
  });
  if (!(Symbol.asyncIterator in source)) throw new AggregateError(source.errors ?? []);
  subscriptionBegan(document, operationName);
  const atOnce = Math.max(1, Math.floor(LIMITS.objects / Math.max(1, objects)));
  const { audience, leave } = audiences.join(workspaceId, { schema, subscribed, variables, baseUrl, atOnce, log });
  return new Telling({
    source: (source as AsyncIterable<readonly unknown[]>)[Symbol.asyncIterator](),
    atOnce,
    answers: (values, since) => audience.answers(values, viewer(), since),
    tell,
    log,
    onEnd: () => {
      leave();
      onEnd();
    },
  });
}

interface TellingOptions extends Pick<SubscriptionOptions, 'tell' | 'log' | 'onEnd'> {
  readonly source: AsyncIterator<readonly unknown[]>;
  /** How many things are read together, at most. */
  readonly atOnce: number;
  readonly answers: (values: readonly unknown[], since: number) => Promise<readonly Answer[]>;
}

/** Tells what a subscription has to tell, one after the other. Ending it ends its source, also one that is waited for. */
class Telling implements AsyncIterableIterator<never> {
  /** When what was told last began to be read. */
  private since = performance.now();
  private ended = false;

  constructor(private readonly options: TellingOptions) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<never>> {
    const { source, atOnce, log } = this.options;
    try {
      for (;;) {
        const { done, value } = await this.whenThere(() => source.next());
        if (done === true) return await this.return();
        for (let from = 0; from < value.length; from += atOnce) {
          await this.tellOf(value.slice(from, from + atOnce));
          // Nothing more is told then.
          if (this.ended) return ENDED;
        }
      }
    } catch (error) {
      if (this.ended) return ENDED;
      await this.return();
      const [told] = toldErrors([error as Error], true, log);
      throw told!;
    }
  }

  async return(): Promise<IteratorResult<never>> {
    const { source, onEnd } = this.options;
    if (!this.ended) onEnd();
    this.ended = true;
    await source.return?.();
    return ENDED;
  }

  /** Part of what `graphql-ws` takes for something that it can end. */
  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  private async tellOf(values: readonly unknown[]): Promise<void> {
    const { answers, tell } = this.options;
    for (const { text, begunAt } of await this.whenThere(() => answers(values, this.since))) {
      if (this.ended) return;
      this.since = begunAt;
      await tell(text);
    }
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
}

const ENDED: IteratorReturnResult<undefined> = { done: true, value: undefined };
