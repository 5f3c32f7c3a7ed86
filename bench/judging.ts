/**
 * Reads and judges articles that grow, and tells what grows faster than they do. The articles are of several kinds, most
 * of them made to be hard: see `support/large-articles.ts`.
 *
 *     npm run bench:judging -- --lengths 1000,5000,20000,50000 --only "one sentence"
 *
 * For each part of the work it prints the time for the shortest article, and for each longer one the time per claim as a
 * ratio to that: 1.0 is linear. "One edit" is how many claims must be at hand to judge again after one citation changed,
 * and the time to judge those. Times are of the processor, so that others who use the machine show less. Nothing passes or
 * fails here: times are of one machine, ratios of one run.
 */
import { parseArgs } from 'node:util';
import { canTouch, type Place } from '../src/judging/again.js';
import { ArticleView } from '../src/judging/context.js';
import type { Article, Claim } from '../src/judging/evidence.js';
import { judgeArticle, judgePart } from '../src/judging/judge.js';
import { relationsOf } from '../src/judging/relations.js';
import { createRuleset } from '../src/judging/ruleset.js';
import { findConflicts } from '../src/judging/text/conflicts.js';
import { findRestatements } from '../src/judging/text/restatements.js';
import { readStatements } from '../src/judging/text/statements.js';
import { readArticle } from '../src/reading/read-article.js';
import { around } from './support/around.js';
import { LARGE_ARTICLES, type LargeArticle } from './support/large-articles.js';

const options = { ruleset: createRuleset(), now: new Date(0) };

/** What one length of one kind took, in milliseconds of the processor by part; the two last are counts. */
interface Measured {
  readonly claims: number;
  readonly times: Readonly<Record<string, number>>;
  readonly groups: number;
  readonly atHand: number;
}

function measure(text: string): Measured {
  const times: Record<string, number> = {};
  const timed = <T>(what: string, work: () => T): T => {
    const started = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(started);
    times[what] = (user + system) / 1000;
    return result;
  };
  const article = timed('read', () => readArticle(text, { format: 'MARKDOWN' }));
  const statements = timed('statements', () => readStatements(article));
  const restatements = timed('restatements', () => findRestatements(statements));
  timed('relations', () => relationsOf(article, restatements));
  timed('conflicts', () => findConflicts(article, statements));
  const judgement = timed('judge, all', () => judgeArticle(article, options));
  if (judgement.errored.length > 0) throw new Error(`a rule failed: ${judgement.errored[0]!.message}`);
  const relations = new Map(judgement.claims.map((claim) => [claim.ordinal, claim.relations]));
  const [changed] = article.claims as [Claim, ...Claim[]];
  const { places, atHand } = around(article.claims, relations, changed);
  const part: Article = { ...article, claims: article.claims.filter(({ ordinal }) => atHand.has(ordinal)) };
  const { totals, quotes } = new ArticleView(article, options.now);
  timed('one edit', () =>
    judgePart(
      part,
      { relations, totals, quotes },
      (claim) => (meta) =>
        (claim ? (places.get(claim.ordinal) ?? []) : (['article'] as Place[])).some((place) =>
          canTouch(meta, 'citations', place),
        ),
      options,
    ),
  );
  return { claims: article.claims.length, times, groups: restatements.groups.length, atHand: atHand.size };
}

function report({ name, text }: LargeArticle, lengths: readonly number[]): void {
  const all = lengths.map((length) => measure(text(length)));
  const [first] = all as [Measured];
  console.log(`\n${name}`);
  const row = (cells: readonly string[]): void =>
    console.log(cells.map((cell, i) => (i ? cell.padStart(12) : cell.padEnd(16))).join(''));
  row(['claims', ...all.map(({ claims }) => String(claims))]);
  for (const part of Object.keys(first.times)) {
    const perClaim = (of: Measured): number => of.times[part]! / of.claims;
    row([
      part,
      `${first.times[part]!.toFixed(1)} ms`,
      ...all.slice(1).map((each) => `${(perClaim(each) / perClaim(first)).toFixed(2)}`),
      ...(all.length > 1 ? [`${all.at(-1)!.times[part]!.toFixed(0)} ms`] : []),
    ]);
  }
  row(['groups', ...all.map(({ groups }) => String(groups))]);
  row(['at hand', ...all.map(({ atHand }) => String(atHand))]);
}

const { values } = parseArgs({
  options: { lengths: { type: 'string', default: '1000,5000,20000,50000' }, only: { type: 'string' } },
});
const lengths = values.lengths.split(',').map(Number);
measure(LARGE_ARTICLES[0]!.text(500)); // Warms up what is compiled on first use.
for (const kind of LARGE_ARTICLES) if (!values.only || kind.name.includes(values.only)) report(kind, lengths);
