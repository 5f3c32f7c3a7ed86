import { randomBytes } from 'node:crypto';
import type { JudgeSettings, TokenPrices } from '../config/judge-settings.js';
import type { Span } from '../judging/evidence.js';
import { secondsSince } from '../telemetry/registry.js';
import { judge as instruments } from '../telemetry/instruments.js';
import { Chat, type Reply } from './chat.js';
import { messagesFor, type Question } from './prompt.js';
import { readAnswer, type ReadAnswer } from './read-answer.js';

/** A claim, and what of a source's text a second judge is shown. */
export interface Asked extends Omit<Question, 'passages'> {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What a second judge answered, and what that took. */
export type Answer = ReadAnswer &
  Pick<Reply, 'model' | 'inputTokens' | 'outputTokens'> & {
    /** In the currency of the prices; null: prices or tokens are not known. */
    readonly cost: number | null;
  };

/** A model that is asked how much of a claim the passages of a source say. */
export class SecondJudge {
  constructor(
    readonly settings: Pick<JudgeSettings, 'baseUrl' | 'model' | 'key' | 'timeoutMs' | 'prices'>,
    private readonly chat: Pick<Chat, 'ask'> = new Chat(settings),
  ) {}

  /** @throws JudgeError; the signal's reason */
  async ask({ text, spans, ...about }: Asked, signal: AbortSignal): Promise<Answer> {
    const start = performance.now();
    const passages = spans.map(({ start, end }) => text.slice(start, end).toWellFormed());
    const messages = messagesFor({ ...about, passages }, `#${randomBytes(12).toString('hex')}`);
    const reply = await this.chat.ask(messages, signal);
    const { model, inputTokens, outputTokens } = reply;
    const cost = costOf(this.settings.prices, inputTokens, outputTokens);
    instruments.duration.observe(secondsSince(start));
    instruments.tokens.inc({ direction: 'input' }, inputTokens ?? 0);
    instruments.tokens.inc({ direction: 'output' }, outputTokens ?? 0);
    instruments.cost.inc(cost ?? 0);
    const read =
      reply.content === null
        ? { opinion: null, problem: reply.problem ?? 'it is empty' }
        : readAnswer(reply.content, text, spans);
    return { ...read, model, inputTokens, outputTokens, cost };
  }
}

function costOf(prices: TokenPrices | null, input: number | null, output: number | null): number | null {
  if (prices === null || input === null || output === null) return null;
  return (input * prices.input + output * prices.output) / 1_000_000;
}
