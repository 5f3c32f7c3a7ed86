import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { isIP } from 'node:net';
import { Is, whole } from './checks.js';
import { TelemetrySettings } from './telemetry-settings.js';
import type { Variable } from './variables.js';

/** What a million tokens cost, in whatever currency they are paid in. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

/** The second judge: whom to ask, and how much. */
export interface JudgeSettings {
  /** What `/chat/completions` is put behind, without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token, and never shown; null: nothing is sent. */
  readonly key: string | null;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Null: what an answer costs is not known. */
  readonly prices: TokenPrices | null;
  /** Questions a day (UTC), of all workspaces; 0: as many as there are. */
  readonly dailyLimit: number;
  /** Questions that one process asks at once. */
  readonly atOnce: number;
  /** Whether it is asked without a person's wish, where the comparison leaves doubt. */
  readonly isAutomatic: boolean;
}

const TIMEOUT = whole(1_000, 600_000);
const LIMIT = whole(0, 1_000_000);
const AT_ONCE = whole(1, 32);
const PRICE = /^\d{1,6}(\.\d{1,6})?$/;
const price = { message: 'a price of a million tokens: 0.15' };

/** The settings as they stand in the environment. */
export abstract class GivenJudgeSettings extends TelemetrySettings {
  /** An OpenAI-compatible endpoint; null: there is no second judge. */
  @IsOptional()
  @Is(isBaseUrl, {
    message:
      'an address with https (http on this machine and in inner networks), without a name, "?" or "#": http://127.0.0.1:11434/v1',
  })
  judgeUrl!: string | null;

  @IsOptional()
  @Matches(/^[^\s\p{Cc}]{1,200}$/u, { message: 'the name of a model, at most 200 characters, no white space' })
  judgeModel!: string | null;

  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,1000}$/, { message: 'at most 1000 characters, no white space' })
  judgeKey!: string | null;

  @IsInt(TIMEOUT)
  @Min(1_000, TIMEOUT)
  @Max(600_000, TIMEOUT)
  judgeTimeoutMs!: number;

  @IsOptional()
  @Matches(PRICE, price)
  judgePriceInput!: string | null;

  @IsOptional()
  @Matches(PRICE, price)
  judgePriceOutput!: string | null;

  @IsInt(LIMIT)
  @Min(0, LIMIT)
  @Max(1_000_000, LIMIT)
  judgeDailyLimit!: number;

  @IsInt(AT_ONCE)
  @Min(1, AT_ONCE)
  @Max(32, AT_ONCE)
  judgeAtOnce!: number;

  @IsIn(['on', 'off'], { message: 'on or off' })
  judgeAuto!: 'on' | 'off';
}

export type JudgeSetting = Exclude<keyof GivenJudgeSettings, keyof TelemetrySettings>;
type Given = Pick<GivenJudgeSettings, JudgeSetting>;
/** Those that mean nothing, or not enough, without others. */
type Dependent = 'judgeModel' | 'judgeKey' | 'judgePriceInput' | 'judgePriceOutput';

export const JUDGE_VARIABLES: Readonly<Record<JudgeSetting, Variable>> = {
  judgeUrl: {
    name: 'OBELUS_JUDGE_URL',
    fallback: null,
    kind: 'text',
    description: 'a second judge of claims: an OpenAI-compatible endpoint; see docs/second-judge.md',
  },
  judgeModel: {
    name: 'OBELUS_JUDGE_MODEL',
    fallback: null,
    kind: 'text',
    description: 'the model that is asked there',
  },
  judgeKey: {
    name: 'OBELUS_JUDGE_KEY',
    fallback: null,
    kind: 'text',
    secret: 'all',
    description: 'the key that is shown there, as a bearer token',
  },
  judgeTimeoutMs: {
    name: 'OBELUS_JUDGE_TIMEOUT_MS',
    fallback: '60000',
    kind: 'number',
    description: 'how long it may take to answer one request, in milliseconds',
  },
  judgePriceInput: {
    name: 'OBELUS_JUDGE_PRICE_INPUT',
    fallback: null,
    kind: 'text',
    description: 'what a million tokens cost that are sent there; without prices, no cost is told',
  },
  judgePriceOutput: {
    name: 'OBELUS_JUDGE_PRICE_OUTPUT',
    fallback: null,
    kind: 'text',
    description: 'what a million tokens cost that it answers with',
  },
  judgeDailyLimit: {
    name: 'OBELUS_JUDGE_DAILY_LIMIT',
    fallback: '500',
    kind: 'number',
    description: 'questions a day (UTC) that it is asked, of all workspaces; 0: no limit',
  },
  judgeAtOnce: {
    name: 'OBELUS_JUDGE_AT_ONCE',
    fallback: '1',
    kind: 'number',
    description: 'questions that one process asks at once',
  },
  judgeAuto: {
    name: 'OBELUS_JUDGE_AUTO',
    fallback: 'on',
    kind: 'text',
    description: 'on: it is asked wherever the comparison leaves doubt; off: only where a person asks it',
  },
};

/** Names and addresses of machines nearby: what is sent to them in the clear does not cross the open web. */
function isNear(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) === 4) return /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(address);
  if (isIP(address) === 6) return /^(?:::1$|f[cd])/.test(address);
  return !address.includes('.') || /\.(?:localhost|local|lan|internal|home\.arpa)$/.test(address);
}

function isBaseUrl(text: unknown): boolean {
  const url = typeof text === 'string' && text.length <= 500 ? URL.parse(text) : null;
  if (!url || url.search + url.hash + url.username + url.password !== '' || /[?#]/.test(url.href)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isNear(url.hostname));
}

/** What goes wrong only together, by the setting that is to be mended. Each alone was found right. */
export function judgeMistakes(given: Given): (readonly [Dependent, string])[] {
  const { judgeUrl, judgeModel, judgePriceInput, judgePriceOutput } = given;
  if (judgeUrl === null) {
    const rest: Dependent[] = ['judgeModel', 'judgeKey', 'judgePriceInput', 'judgePriceOutput'];
    return rest
      .filter((each) => given[each] !== null)
      .map((each) => [each, 'absent, or stand beside OBELUS_JUDGE_URL']);
  }
  const mistakes: (readonly [Dependent, string])[] = [];
  if (judgeModel === null) mistakes.push(['judgeModel', 'given beside OBELUS_JUDGE_URL: which model is asked']);
  if ((judgePriceInput === null) !== (judgePriceOutput === null)) {
    const [lacking, other] =
      judgePriceInput === null
        ? (['judgePriceInput', 'OBELUS_JUDGE_PRICE_OUTPUT'] as const)
        : (['judgePriceOutput', 'OBELUS_JUDGE_PRICE_INPUT'] as const);
    mistakes.push([lacking, `given beside ${other}, 0 where nothing is paid`]);
  }
  return mistakes;
}

/** Null where there is no second judge. Call it for what has no mistakes. */
export function judgeSettings(given: Given): JudgeSettings | null {
  const { judgeUrl, judgeModel, judgePriceInput, judgePriceOutput } = given;
  if (judgeUrl === null || judgeModel === null) return null;
  const known = judgePriceInput !== null && judgePriceOutput !== null;
  return {
    baseUrl: new URL(judgeUrl).href.replace(/\/+$/, ''),
    model: judgeModel,
    key: given.judgeKey,
    timeoutMs: given.judgeTimeoutMs,
    prices: known ? { input: Number(judgePriceInput), output: Number(judgePriceOutput) } : null,
    dailyLimit: given.judgeDailyLimit,
    atOnce: given.judgeAtOnce,
    isAutomatic: given.judgeAuto === 'on',
  };
}
