import type { Severity } from '../judging/evidence.js';
import { LineIndex } from '../reading/line-index.js';
import { type CheckedArticle, newFindings } from './checked-article.js';
import { sentence } from '../reporting/sarif.js';
import { printable } from './layout.js';
import { portablePath } from './portable-path.js';

const COMMANDS: Readonly<Record<Severity, string>> = { ERROR: 'error', WARNING: 'warning', NOTE: 'notice' };

/**
 * The findings of one article as workflow commands of GitHub Actions, which show them beside the changed lines:
 * `::error file=a.md,line=3,col=1,title=uncited-claim::Nothing is cited for …`. What a baseline accepts is left out.
 */
export function githubReport(checked: CheckedArticle): string[] {
  const lines = new LineIndex(checked.text);
  return newFindings(checked).map(({ rule, severity, line, span, message, remedy }) => {
    // A converted file has no lines of its own.
    const place = checked.convertedFrom !== null ? {} : span === null ? { line } : placeOf(span, lines);
    const properties = Object.entries({ file: portablePath(checked.path), ...place, title: rule })
      .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
      .join(',');
    return `::${COMMANDS[severity]} ${properties}::${escaped(printable(`${sentence(message)} ${remedy}`))}`;
  });
}

/** Columns are only shown within one line; `endColumn` is that of the last character. */
function placeOf({ start, end }: { start: number; end: number }, lines: LineIndex): Readonly<Record<string, number>> {
  const [line, endLine] = [lines.lineOf(start), lines.lineOf(Math.max(start, end - 1))];
  const place = { line, endLine, col: lines.columnOf(start) };
  return line === endLine ? { ...place, endColumn: lines.columnOf(Math.max(start, end - 1)) } : place;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A colon or a comma would end the property. */
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
