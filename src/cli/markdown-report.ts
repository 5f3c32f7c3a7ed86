import { SEVERITIES, type Severity } from '../judging/evidence.js';
import type { Finding } from '../judging/judge.js';
import { acceptedFindings, type CheckedArticle, newFindings } from './checked-article.js';
import { sentence } from '../reporting/sarif.js';
import { counted, percent, printable, severitiesOf } from './layout.js';
import { portablePath } from './portable-path.js';
import type { ReportOptions } from './reports.js';
import { rulePageAt } from './rules.js';

/** GitHub takes a comment of 65,536 characters; what is cut is counted in the last lines, which need some room. */
const LONGEST_REPORT = 60_000;

/**
 * The report of `obelus check --format markdown`: the body of a comment on a pull request. Totals for each article
 * first, then errors and warnings with what mends them; notes are folded away.
 *
 * @param problems what could not be read or judged, a line each
 */
export function* markdownReport(
  checked: readonly CheckedArticle[],
  problems: readonly string[],
  options: ReportOptions,
): Generator<string> {
  const writer = new Writer(options.rulePages);
  const all = checked.flatMap(newFindings);
  const where = checked.length === 1 ? '' : ` in ${counted(checked.length, 'article')}`;
  writer.add(`## Obelus: ${severitiesOf(all)}${where}`, '');
  if (checked.length > 0) writer.add(...totals(checked), '');
  for (const each of checked) writer.article(each);
  if (problems.length > 0) {
    writer.add('### Not checked', '', ...problems.map((problem) => `- ${inText(problem)}`), '');
  }
  yield* writer.finish();
}

function totals(checked: readonly CheckedArticle[]): string[] {
  const some = checked.some(({ accepted }) => accepted.size > 0);
  const head = [
    'article',
    'claims',
    'checkable',
    'score',
    'errors',
    'warnings',
    'notes',
    ...(some ? ['baseline'] : []),
  ];
  const rows = checked.map((each) => {
    const { claims, checkable, score } = each.judgement.summary;
    const found = newFindings(each);
    const counts = SEVERITIES.map((severity) => found.filter((finding) => finding.severity === severity).length);
    const accepted = some ? [acceptedFindings(each)] : [];
    const shown = [inText(portablePath(each.path)), claims, checkable, score === null ? '–' : percent(score)];
    return row([...shown, ...counts, ...accepted].map(String));
  });
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows];
}

/** Collects lines up to the length that a comment may have. */
class Writer {
  private readonly lines: string[] = [];
  private length = 0;
  private leftOut = 0;

  constructor(private readonly rulePages: string | null) {}

  add(...lines: readonly string[]): void {
    for (const line of lines) {
      this.length += line.length + 1;
      if (this.length > LONGEST_REPORT) this.leftOut++;
      else this.lines.push(line);
    }
  }

  article(checked: CheckedArticle): void {
    const found = newFindings(checked);
    if (found.length === 0) return;
    const [notes, rest] = [found.filter(isNote), found.filter((finding) => !isNote(finding))];
    this.add(`### ${inText(checked.article.title)} (${inText(portablePath(checked.path))})`, '');
    if (rest.length > 0) this.add(...this.table(rest), '');
    if (notes.length === 0) return;
    this.add(
      `<details><summary>${counted(notes.length, 'note')}</summary>`,
      '',
      ...this.table(notes),
      '',
      '</details>',
    );
    this.add('');
  }

  *finish(): Generator<string> {
    while (this.lines.at(-1) === '') this.lines.pop();
    yield this.lines.join('\n');
    if (this.leftOut > 0) {
      yield `\n${counted(this.leftOut, 'more line')}: the whole would be longer than a comment may be; see \`obelus check\`.`;
    }
  }

  private table(findings: readonly Finding[]): string[] {
    const rows = findings.map(({ line, severity, rule, message, remedy }) =>
      row([String(line), severity.toLowerCase(), this.rule(rule), `${inText(sentence(message))} ${inText(remedy)}`]),
    );
    return [
      row(['line', 'severity', 'rule', 'what is wrong, and what mends it']),
      row(['--:', '---', '---', '---']),
      ...rows,
    ];
  }

  private rule(id: string): string {
    const address = rulePageAt(this.rulePages, id);
    return address === null ? id : `[${id}](${address})`;
  }
}

const isNote = ({ severity }: { severity: Severity }): boolean => severity === 'NOTE';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * A text of the article as the report may hold it: nothing in it is markup, and no "@name" or "#12" calls somebody or
 * leads somewhere (the word joiner behind the sign cannot be seen).
 */
const inText = (text: string): string =>
  printable(text)
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[@#](?=[\p{L}\p{N}])/gu, '$&\u2060');
