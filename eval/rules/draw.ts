/**
 * Draws the findings that people are to label, and prints them a line each, with the labels that they have already.
 *
 *     npm run eval:draw -- --pages DIR --each 10 > drawn.jsonl
 *
 * `--rule NAME` draws findings of one rule only. `--new` prints those without a label only, with what is needed to judge them: message, claim, heading and line. The sample is
 * the same for the same pages and the same Obelus; `sample.ts` says how it is drawn.
 */
import { parseArgs } from 'node:util';
import type { Claim } from '../../src/judging/evidence.js';
import { judgePages, type PageFinding } from './findings.js';
import { readLabels, readPages } from './labels.js';
import { drawSample } from './sample.js';

/** How many words of a claim are kept with a label: enough to find it, too few to be a copy. */
const EXCERPT_WORDS = 6;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    each: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20' },
    rule: { type: 'string' },
    new: { type: 'boolean', default: false },
  },
});
if (values.pages === undefined) {
  console.error('Say where the pages lie: --pages DIR');
  process.exit(2);
}
const { findings, absent } = judgePages(values.pages, readPages());
for (const page of absent) console.error(`${page} is not in ${values.pages}, or there with another text`);
const known = new Map(readLabels().map((each) => [keyOf(each), each]));
const all = findings
  .map((each) => ({ ...each, rule: each.finding.rule, fingerprint: each.finding.fingerprint }))
  .filter(({ rule }) => values.rule === undefined || rule === values.rule);
for (const drawn of drawSample(all, { each: Number(values.each), seed: Number(values.seed) })) {
  const label = known.get(keyOf(drawn));
  const { page, rule, fingerprint } = drawn;
  if (!values.new) {
    console.log(
      JSON.stringify(label ?? { page, rule, fingerprint, excerpt: excerptOf(drawn), label: null, reason: '' }),
    );
  } else if (!label) {
    console.log(JSON.stringify({ page, rule, fingerprint, ...contextOf(drawn) }, null, 1));
  }
}

function keyOf({ page, fingerprint }: { page: string; fingerprint: string }): string {
  return `${page}\n${fingerprint}`;
}

function excerptOf({ finding, article }: PageFinding): string {
  const text = claimOf(finding.claim, article.claims)?.text ?? finding.message;
  return text.split(' ').slice(0, EXCERPT_WORDS).join(' ');
}

function contextOf({ finding, article }: PageFinding): object {
  const claim = claimOf(finding.claim, article.claims);
  const { line, message, severity, bearing } = finding;
  if (!claim) return { line, severity, message };
  const { section, block, attribute, column, text, citations, lede } = claim;
  return {
    line,
    severity,
    bearing,
    message,
    section,
    block,
    attribute,
    column,
    lede,
    text,
    cites: citations.map(({ label }) => label),
  };
}

function claimOf(ordinal: number | null, claims: readonly Claim[]): Claim | undefined {
  return ordinal === null ? undefined : claims[ordinal - 1];
}
