import { styleText } from 'node:util';
import { type Claim, type Severity, SEVERITIES, type Standing, UNSUPPORTED } from '../judging/evidence.js';
import type { ClaimJudgement, Finding } from '../judging/judge.js';
import { pluginOf } from '../judging/plugin.js';
import { quotedClaim } from '../judging/text/claims.js';
import { acceptedFindings, type CheckedArticle, newFindings } from './checked-article.js';
import { columnsOf, counted, percent, printable, severitiesOf, shorten, wrap } from './layout.js';

/** How it is shown: how wide, in colour or not. */
export interface PrettyOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Each finding on its own, with its remedy, however often one says the same. */
  readonly verbose: boolean;
}

/** A sign and a word for each: never colour alone. */
export const SIGNS: Readonly<Record<Standing, string>> = {
  REFUTED: '✕',
  CONTESTED: '⇄',
  MISSING: '▢',
  WEAK: '△',
  WAIVED: '⌀',
  CITED: '○',
  ADEQUATE: '●',
  NOT_CHECKABLE: ' ',
};

type Style = Parameters<typeof styleText>[0];

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = { ERROR: 'red', WARNING: 'yellow', NOTE: 'cyan' };

/**
 * Rules whose finding is about a cited number or its source, and is repeated for each claim that rests on it. One
 * missing entry in the list of references is one thing to mend, so these are told once a source.
 */
const ABOUT_A_SOURCE: ReadonlySet<string> = new Set([
  'dangling-citation',
  'retracted-source',
  'single-source',
  'unidentifiable-source',
]);

/** A source that fewer claims rest on is told with the claims. */
const TOLD_TOGETHER = 3;

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 120;

const LINE_COLUMNS = 6;
const TEXT_INDENT = LINE_COLUMNS + 2;
const SEVERITY_COLUMNS = 'warning '.length;

/** An article's findings in reading order, each under its claim, then those of the article, and the totals. */
export function prettyReport(checked: CheckedArticle, options: PrettyOptions): string {
  const page = new Page(options);
  const { path, convertedFrom, article, judgement } = checked;
  page.line(page.paint('underline', printable(path)));
  page.line(page.paint('bold', shorten(printable(article.title), page.width)));
  if (convertedFrom !== null) {
    page.line(...wrap(`Lines are those of the HTML that "obelus convert" makes of this ${convertedFrom}.`, page.width));
  }
  page.line('');

  const open = newFindings(checked);
  const repeats = options.verbose ? [] : repeatsOf(article.claims, open);
  const repeated = new Set(repeats.flatMap(({ findings }) => findings));
  const byClaim = Map.groupBy(open, (finding) => finding.claim);
  for (const [i, claim] of article.claims.entries()) {
    const own = byClaim.get(claim.ordinal) ?? [];
    if (own.every((finding) => repeated.has(finding))) continue;
    page.claim(claim, judgement.claims[i]!);
    for (const finding of own) {
      const elsewhere = repeated.has(finding);
      // One that bears on the standing is named here all the same: the standing would not be understood without it.
      if (!elsewhere || finding.bearing !== null) page.finding(finding, aboutThis(finding, claim), elsewhere);
    }
    page.line('');
  }
  const general = byClaim.get(null) ?? [];
  if (general.length > 0) {
    page.line(page.paint('bold', 'The article as a whole'));
    for (const finding of general) page.finding(finding, finding.message, false);
    page.line('');
  }
  if (repeats.length > 0) {
    page.line(`${page.paint('bold', 'Sources that several claims rest on')} (--verbose shows each claim)`);
    for (const repeat of repeats) page.repeat(repeat);
    page.line('');
  }
  page.totals(checked);
  return page.text();
}

/** One line over all files. What a baseline accepts is counted apart. */
export function closingLine(checked: readonly CheckedArticle[], unread: number): string {
  const found = checked.flatMap(newFindings);
  const accepted = checked.reduce((sum, each) => sum + acceptedFindings(each), 0);
  const known = accepted > 0 ? `; ${accepted.toLocaleString('en')} more in the baseline` : '';
  const failed = unread > 0 ? `; ${counted(unread, 'file')} could not be read` : '';
  return `${counted(checked.length, 'article')}: ${severitiesOf(found)}${known}${failed}`;
}

/** Findings that say the same of several claims. */
interface Repeat {
  readonly findings: readonly Finding[];
  /** What they all say, with the number of claims in place of a claim. */
  readonly message: string;
}

function repeatsOf(claims: readonly Claim[], findings: readonly Finding[]): Repeat[] {
  const claimOf = (finding: Finding): Claim => claims[finding.claim! - 1]!;
  const said = (finding: Finding): string =>
    `${finding.rule} ${finding.severity} ${aboutThis(finding, claimOf(finding))}`;
  const numbered = findings.filter(({ rule, claim }) => claim !== null && ABOUT_A_SOURCE.has(rule));
  return [...Map.groupBy(numbered, said).values()]
    .filter((group) => group.length >= TOLD_TOGETHER)
    .sort((a, b) => b.length - a.length)
    .map((group) => ({
      findings: group,
      message: inPlaceOfClaim(group[0]!, claimOf(group[0]!), counted(group.length, 'claim')),
    }));
}

/** The message without the words of its claim, which stand right above it. */
function aboutThis(finding: Finding, claim: Claim): string {
  const message = inPlaceOfClaim(finding, claim, 'this claim');
  return message.charAt(0).toUpperCase() + message.slice(1);
}

/** What a message says of its claim comes before it; a note or value with the same words is something else. */
const BEFORE_A_CLAIM = /(?:^|\b(?:for|in|carry|carries|refutes) )$/;

function inPlaceOfClaim({ message }: Finding, claim: Claim, words: string): string {
  const claimed = quotedClaim(claim);
  const at = message.indexOf(claimed);
  if (at < 0 || !BEFORE_A_CLAIM.test(message.slice(0, at))) return message;
  return message.slice(0, at) + words + message.slice(at + claimed.length);
}

/** A field or cell with what it belongs to: its text alone says little. */
function asRead({ block, attribute, column, value, text }: Claim): string {
  if (attribute === null) return text;
  if (block === 'FIELD') return `${attribute}: ${value ?? ''}`;
  return `${[attribute, column].filter(Boolean).join(', ')}: ${text}`;
}

/** Lines of a report, laid out for a width. */
class Page {
  readonly width: number;
  private readonly lines: string[] = [];
  private readonly remediesTold = new Set<string>();

  constructor(private readonly options: PrettyOptions) {
    this.width = Math.max(40, Math.min(options.width, WIDEST));
  }

  text(): string {
    return this.lines.join('\n');
  }

  line(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  paint(style: Style, text: string): string {
    return this.options.colour ? styleText(style, text, { validateStream: false }) : text;
  }

  claim(claim: Claim, { standing }: ClaimJudgement): void {
    const place = String(claim.line).padStart(LINE_COLUMNS);
    const mark = `${SIGNS[standing]} ${standing.replace('_', ' ')}`.trim();
    const left = this.width - TEXT_INDENT - columnsOf(mark) - 2;
    const worst = UNSUPPORTED.includes(standing) ? this.paint('bold', mark) : mark;
    this.line(`${this.paint('dim', place)}  ${worst}  ${shorten(printable(asRead(claim)), left)}`);
  }

  /** @param brief without its remedy, which stands elsewhere */
  finding(finding: Finding, message: string, brief: boolean): void {
    this.told(finding, printable(message));
    // The same advice for the tenth time is noise; what it says stands further up.
    const advice = `${finding.rule} ${finding.remedy}`;
    if (brief || (this.remediesTold.has(advice) && !this.options.verbose)) return;
    this.remediesTold.add(advice);
    this.dimmed(finding.remedy);
  }

  repeat({ findings, message }: Repeat): void {
    this.told(findings[0]!, printable(message));
    const lines = [...new Set(findings.map(({ line }) => line))];
    this.dimmed(`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`);
    this.dimmed(findings[0]!.remedy);
  }

  totals(checked: CheckedArticle): void {
    const { judgement } = checked;
    const { summary, errored } = judgement;
    const accepted = acceptedFindings(checked);
    const standings = Object.entries(summary.byStanding)
      .filter(([standing, count]) => count > 0 && standing !== 'NOT_CHECKABLE')
      .map(([standing, count]) => `${SIGNS[standing as Standing]} ${count} ${standing}`);
    const score =
      summary.score === null ? 'nothing is checkable, so there is no score' : `score ${percent(summary.score)}`;
    this.line(
      this.paint('bold', `${counted(summary.claims, 'claim')}, ${summary.checkable} checkable; ${score}`) +
        (standings.length > 0 ? `  ${standings.join('  ')}` : ''),
    );
    const severities = SEVERITIES.map((severity) => counted(summary.bySeverity[severity], severity.toLowerCase()));
    const rules = Object.entries(summary.byRule)
      .sort(([, a], [, b]) => b - a)
      .map(([rule, count]) => `${rule} ${count}`);
    if (rules.length === 0 && summary.checkable > 0)
      this.line('Nothing found. That says that sources are named, not that they were looked at.');
    else if (rules.length === 0) this.line('Nothing found, and nothing there that could be checked.');
    else this.line(...wrap(`${severities.join(', ')}: ${rules.join(', ')}`, this.width));
    if (accepted > 0) {
      const are = accepted === 1 ? 'is' : 'are';
      this.line(`${counted(accepted, 'finding')} of these ${are} in the baseline, and ${are} not shown`);
    }
    this.notAssessed(judgement);
    for (const { rule, message, times } of errored) {
      const where = pluginOf(rule) === null ? 'please report it' : `please tell who keeps the plugin`;
      this.line(`The rule ${rule} failed ${counted(times, 'time')}, ${where}: ${printable(message)}`);
    }
    this.line('');
  }

  /** What the rules could not look at, by rule and reason: never a pass. */
  private notAssessed({ claims, notAssessed }: CheckedArticle['judgement']): void {
    const all = [...notAssessed, ...claims.flatMap((claim) => claim.notAssessed)];
    const reasons = [...Map.groupBy(all, ({ rule, reason }) => `${rule} (${reason})`)].sort(
      ([, a], [, b]) => b.length - a.length,
    );
    if (reasons.length === 0) return;
    const shown = reasons.slice(0, this.options.verbose ? reasons.length : 5);
    const told = shown.map(([what, { length }]) => `${what}${length > 1 ? ` × ${length}` : ''}`);
    if (shown.length < reasons.length) told.push(`${counted(reasons.length - shown.length, 'more reason')}`);
    for (const part of wrap(printable(`Not assessed: ${told.join(', ')}`), this.width))
      this.line(this.paint('dim', part));
  }

  private told({ severity, rule }: Finding, message: string): void {
    const indent = ' '.repeat(TEXT_INDENT);
    const parts = wrap(message, this.width - TEXT_INDENT - SEVERITY_COLUMNS);
    const last = parts.at(-1)!;
    const fits = TEXT_INDENT + SEVERITY_COLUMNS + columnsOf(last) + 2 + rule.length <= this.width;
    const name = this.paint('dim', rule);
    const whole = fits ? [...parts.slice(0, -1), `${last}  ${name}`] : [...parts, name];
    for (const [i, part] of whole.entries()) {
      const tag = i === 0 ? severity.toLowerCase().padEnd(SEVERITY_COLUMNS) : ' '.repeat(SEVERITY_COLUMNS);
      this.line(indent + (i === 0 ? this.paint(SEVERITY_STYLE[severity], tag) : tag) + part);
    }
  }

  private dimmed(text: string): void {
    const indent = TEXT_INDENT + SEVERITY_COLUMNS;
    for (const part of wrap(printable(text), this.width - indent))
      this.line(' '.repeat(indent) + this.paint('dim', part));
  }
}
