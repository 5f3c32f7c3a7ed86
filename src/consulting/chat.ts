import { setTimeout as sleep } from 'node:timers/promises';
import type { JudgeSettings } from '../config/judge-settings.js';
import { Endpoint } from '../fetching/endpoint.js';
import { FetchError } from '../fetching/fetch-error.js';
import { askedWait } from '../fetching/retry-after.js';
import { judge as instruments } from '../telemetry/instruments.js';
import { isRecord } from '../judging/is-record.js';
import { cutTo, oneLine } from '../judging/text/normalise.js';
import { JudgeError } from './judge-error.js';
import { ANSWER_SCHEMA, type Message } from './prompt.js';

/** What a model answered. */
export interface Reply {
  /** Null: it refused, or was cut off, which `problem` tells. */
  readonly content: string | null;
  readonly problem: string | null;
  /** As it calls itself. */
  readonly model: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** Of an answer, in bytes: far more than the longest that was asked for. */
const MOST_BYTES = 256 * 1024;
/** Of an answer, in tokens. */
const MOST_TOKENS = 2_048;
/** Requests that are made for one question, besides those that find out what an endpoint takes. */
const TRIES = 3;
/** The first wait before it is tried again, in milliseconds; each further one is four times as long. */
const FIRST_WAIT_MS = 1_000;
/** Who asks for more patience than this, in milliseconds, is asked another time. */
const LONGEST_WAIT_MS = 20_000;
/**
 * What requests have besides model and messages, from all that helps to what every endpoint takes. One that answers 400 or 422 is
 * asked with less: some know no schemas, and some models take no temperature, or no `max_tokens`, which the last leaves out too.
 */
const EXTRAS: readonly object[] = [
  {
    temperature: 0,
    max_tokens: MOST_TOKENS,
    response_format: { type: 'json_schema', json_schema: { name: 'opinion', strict: true, schema: ANSWER_SCHEMA } },
  },
  { temperature: 0, max_tokens: MOST_TOKENS },
  {},
];

/** How a client differs from the usual one; for tests. */
export interface ChatOptions {
  readonly endpoint?: Pick<Endpoint, 'post'>;
  readonly firstWaitMs?: number;
}

/** Talks to an OpenAI-compatible endpoint: `POST …/chat/completions`, one answer at a time, not streamed. */
export class Chat {
  private readonly endpoint: Pick<Endpoint, 'post'>;
  private readonly firstWaitMs: number;
  /** Of `EXTRAS`, what the endpoint took last. */
  private taken = 0;

  constructor(
    private readonly settings: Pick<JudgeSettings, 'baseUrl' | 'model' | 'key' | 'timeoutMs'>,
    options: ChatOptions = {},
  ) {
    const { baseUrl, key, timeoutMs } = settings;
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const limits = { timeoutMs, maxBytes: MOST_BYTES };
    this.endpoint = options.endpoint ?? new Endpoint(`${baseUrl}/chat/completions`, headers, limits);
    this.firstWaitMs = options.firstWaitMs ?? FIRST_WAIT_MS;
  }

  /** @throws JudgeError; the signal's reason */
  async ask(messages: readonly Message[], signal: AbortSignal): Promise<Reply> {
    let extras = this.taken;
    for (let tried = 1; ;) {
      const body = { model: this.settings.model, messages, stream: false, ...EXTRAS[extras] };
      const answer = await this.request(JSON.stringify(body), signal);
      if (answer.reply) {
        this.taken = extras;
        return answer.reply;
      }
      if (answer.status === 400 || answer.status === 422) {
        if (++extras < EXTRAS.length) continue;
        throw answer.error;
      }
      const waitMs = Math.max(this.firstWaitMs * 4 ** (tried - 1), answer.error.waitMs);
      if (!answer.again || ++tried > TRIES || waitMs > LONGEST_WAIT_MS) throw answer.error;
      await sleep(waitMs, undefined, { signal });
    }
  }

  private async request(body: string, signal: AbortSignal): Promise<Answered> {
    try {
      const { status, retryAfter, body: text } = await this.endpoint.post(body, signal);
      instruments.requests.inc({ status: status === 429 ? '429' : `${Math.floor(status / 100)}xx` });
      if (status >= 200 && status <= 299) return { reply: this.read(text) };
      return { reply: null, status, ...this.failure(status, askedWait(retryAfter, new Date()), text) };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      instruments.requests.inc({ status: 'none' });
      if (error.code === 'TOO_LARGE') {
        throw new JudgeError('STRANGE', 'the second judge answers without end', error.message);
      }
      const [message, again] =
        error.code === 'TIMEOUT'
          ? ['the second judge took too long', false]
          : ['the second judge cannot be reached', error.code === 'UNREACHABLE'];
      return { reply: null, status: null, again, error: new JudgeError('AWAY', message, error.message) };
    }
  }

  private failure(status: number, waitMs: number, body: string): { again: boolean; error: JudgeError } {
    const told = this.told(status, body);
    const error = (code: JudgeError['code'], message: string): JudgeError =>
      new JudgeError(code, message, `answered ${status}${told}`, waitMs);
    if (status === 429) return { again: true, error: error('BUSY', 'the second judge is asked too often (429)') };
    if (status === 503) return { again: true, error: error('BUSY', 'the second judge has too much to do (503)') };
    if (status >= 500 || status === 408) {
      return { again: true, error: error('AWAY', `the second judge fails (${status})`) };
    }
    if (status >= 300 && status <= 399) {
      const advice = 'redirects are not followed: OBELUS_JUDGE_URL must name the address itself';
      return { again: false, error: error('REFUSED', `the second judge leads elsewhere (${status}); ${advice}`) };
    }
    const advice =
      status === 401 || status === 403
        ? 'OBELUS_JUDGE_KEY must be one that it takes'
        : status === 404
          ? 'OBELUS_JUDGE_URL and OBELUS_JUDGE_MODEL must name what is there'
          : 'see the log of the server';
    return { again: false, error: error('REFUSED', `the second judge refuses the question (${status}); ${advice}`) };
  }

  /** What an endpoint says is wrong, for the log. Of keys that it does not take, some repeat a part: that is left out. */
  private told(status: number, body: string): string {
    if (status === 401 || status === 403) return '';
    const { key } = this.settings;
    const line = oneLine(key === null ? body : body.replaceAll(key, '(key)'));
    return line === '' ? '' : `: ${cutTo(line, 300)}`;
  }

  /** @throws JudgeError STRANGE */
  private read(text: string): Reply {
    const given = record(json(text));
    const choice = record(Array.isArray(given?.choices) ? given.choices[0] : null);
    const message = record(choice?.message);
    if (!given || !choice || !message) {
      throw new JudgeError('STRANGE', 'what answers is no endpoint for chat completions', 'no choices in its answer');
    }
    const usage = record(given.usage);
    const told = {
      model: typeof given.model === 'string' && given.model !== '' ? cutTo(given.model.toWellFormed(), 200) : null,
      inputTokens: tokens(usage?.prompt_tokens),
      outputTokens: tokens(usage?.completion_tokens),
    };
    const problem = problemOf(choice.finish_reason, message);
    return { ...told, content: problem === null ? (message.content as string) : null, problem };
  }
}

type Answered =
  | { readonly reply: Reply }
  | { readonly reply: null; readonly status: number | null; readonly again: boolean; readonly error: JudgeError };

function problemOf(reason: unknown, { content, refusal }: Readonly<Record<string, unknown>>): string | null {
  if (reason === 'length') return 'it was cut off';
  if (reason === 'content_filter' || (typeof refusal === 'string' && refusal !== '')) return 'it refuses to answer';
  return typeof content === 'string' && content.trim() !== '' ? null : 'it is empty';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> | null => (isRecord(value) ? value : null);

const MOST_COUNTED = 100_000_000;
const tokens = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_COUNTED ? Number(value) : null;
