/** Reads and judges one text of a hostile family after the other, as its parent asks. */
import { judgeArticle } from '../src/judging/judge.js';
import { createRuleset } from '../src/judging/ruleset.js';
import { readArticle } from '../src/reading/read-article.js';
import { HOSTILE_FAMILIES, type HostileFamily } from './hostile.js';
import { READY } from './isolated.js';

export interface GrowthQuestion extends Pick<HostileFamily, 'format' | 'name'> {
  readonly length: number;
}

/** Milliseconds of the processor. */
export interface GrowthAnswer {
  readonly read: number;
  readonly judge: number;
  readonly claims: number;
  /** The most memory that this process ever took, in MiB. */
  readonly memory: number;
  /** What was thrown, or which rule failed; null for nothing. */
  readonly error: string | null;
}

const options = { ruleset: createRuleset(), now: new Date(0) };

function measure({ format, name, length }: GrowthQuestion): GrowthAnswer {
  const text = HOSTILE_FAMILIES.find((family) => family.format === format && family.name === name)!.text(length);
  const times = { read: 0, judge: 0 };
  let claims = 0;
  let error: string | null = null;
  const timed = <T>(what: keyof typeof times, work: () => T): T => {
    const started = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(started);
    times[what] = (user + system) / 1000;
    return result;
  };
  try {
    const article = timed('read', () => readArticle(text, { format }));
    claims = article.claims.length;
    const { errored } = timed('judge', () => judgeArticle(article, options));
    if (errored[0]) error = `${errored[0].rule}: ${errored[0].message}`;
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  return { ...times, claims, memory: process.resourceUsage().maxRSS / 1024, error };
}

process.on('message', (question: GrowthQuestion) => void process.send!(measure(question)));
process.send!(READY);
