import { styleText } from 'node:util';
import type { Severity, Standing } from '../judging/evidence.js';
import type { Finding } from '../judging/judge.js';
import type { CheckedArticle } from './json-report.js';

/** How it is shown: where to, how wide, in colour or not. */
export interface PrettyOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Each finding on its own, however often one says the same of many claims. */
  readonly verbose: boolean;
}

/** A sign and a word beside each: never colour alone. */
const SIGNS: Readonly<Record<Standing, string>> = {
  REFUTED: '✕',
  CONTESTED: '⇄',
  MISSING: '▢',
  WEAK: '△',
  WAIVED: '⌀',
  CITED: '○',
  ADEQUATE: '●',
  NOT_CHECKABLE: ' ',
};

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  ERROR: 'red',
  WARNING: 'yellow',
  NOTE: 'blue',
};

/** More claims than this that lack the same thing are told in one line. */
const TOLD_APART = 2;

/** An article's findings in reading order, each under its claim, and the totals. */
export function prettyReport({ path, article, judgement }: CheckedArticle, options: PrettyOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const lines = [paint('underline', path), paint('bold', article.title), ''];
  const { alone, repeated } = options.verbose
    ? { alone: judgement.findings, repeated: [] }
    : gather(judgement.findings);
  const show = (finding: Finding, indent: string): void => {
    const tag = paint(COLOURS[finding.severity], finding.severity.toLowerCase().padEnd(7));
    lines.push(`${indent}${tag} ${finding.message}  ${paint('dim', finding.rule)}`);
    lines.push(`${indent}        ${paint('dim', finding.remedy)}`);
  };

  for (const [i, claim] of article.claims.entries()) {
    const own = alone.filter((finding) => finding.claim === claim.ordinal);
    if (own.length === 0) continue;
    const { standing } = judgement.claims[i]!;
    const place = `${String(claim.line).padStart(5)}  ${SIGNS[standing]} ${standing.padEnd(13)} `;
    lines.push(place + shorten(claim.text, Math.max(30, options.width - place.length)));
    for (const finding of own) show(finding, '         ');
    lines.push('');
  }
  const general = alone.filter((finding) => finding.claim === null);
  if (general.length > 0) lines.push(paint('bold', 'The article as a whole'));
  for (const finding of general) show(finding, `${String(finding.line).padStart(5)}  `);
  if (repeated.length > 0) lines.push('', paint('bold', 'The same of many claims') + ' (--verbose tells them apart)');
  for (const same of repeated) {
    const [first] = same;
    const at = same.map((finding) => finding.line);
    const tag = paint(COLOURS[first!.severity], first!.severity.toLowerCase().padEnd(7));
    lines.push(`       ${tag} ${same.length} × ${first!.message}  ${paint('dim', first!.rule)}`);
    lines.push(`               ${paint('dim', `lines ${shorten([...new Set(at)].join(', '), options.width - 24)}`)}`);
  }
  lines.push('', ...totals({ path, article, judgement }));
  return lines.join('\n');
}

/** Findings of a rule that say the same words of more than a few claims are put together. */
function gather(findings: readonly Finding[]): {
  alone: readonly Finding[];
  repeated: readonly (readonly Finding[])[];
} {
  const same = Map.groupBy(findings, (finding) => `${finding.rule} ${finding.message} ${finding.severity}`);
  const many = [...same.values()].filter((group) => group.length > TOLD_APART && group[0]!.claim !== null);
  const told = new Set(many.flat());
  return { alone: findings.filter((finding) => !told.has(finding)), repeated: many };
}

function totals({ judgement }: CheckedArticle): string[] {
  const { summary, errored } = judgement;
  const standings = Object.entries(summary.byStanding).filter(([, count]) => count > 0);
  const score =
    summary.score === null ? 'no score: nothing is checkable' : `score ${(summary.score * 100).toFixed(0)} %`;
  const severities = Object.entries(summary.bySeverity).map(
    ([severity, n]) => `${n} ${severity.toLowerCase()}${n === 1 ? '' : 's'}`,
  );
  return [
    `${summary.claims} claims, ${summary.checkable} checkable; ${score}`,
    standings.map(([standing, count]) => `${SIGNS[standing as Standing]} ${standing} ${count}`.trim()).join('  '),
    `${severities.join(', ')}; not assessed in part: ${summary.notAssessed} claims`,
    ...errored.map(({ rule, message }) => `The rule ${rule} failed: ${message}`),
  ];
}

const shorten = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
