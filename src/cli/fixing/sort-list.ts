import type { Article } from '../../judging/evidence.js';
import { CannotFix } from './cannot-fix.js';
import { placedEntries } from './entries.js';

/**
 * The text with the entries of its list of references in the order of their numbers; null when they are, or when not
 * all of them are numbered.
 *
 * @throws CannotFix when something else stands between the entries
 */
export function sortedList(text: string, article: Article): string | null {
  const listed = article.references.filter(({ span }) => span !== null);
  if (!listed.every(({ label }) => /^\d+$/.test(label))) return null;
  // The references come in number order.
  if (listed.every(({ span }, i) => i === 0 || span!.start > listed[i - 1]!.span!.start)) return null;
  const entries = placedEntries(text, article);
  const gaps = entries.slice(1).map(({ lines }, i) => text.slice(entries[i]!.lines.end, lines.start));
  if (gaps.some((gap) => gap.trim() !== '')) throw new CannotFix('other text stands between its entries');
  const { end } = entries.at(-1)!.lines;
  if (/^\s*[\r\n](?:\t| {2,})\S/.test(text.slice(end, end + 400))) {
    throw new CannotFix('its last entry goes on in an indented paragraph');
  }
  const sorted = entries.toSorted((a, b) => Number(a.label) - Number(b.label));
  const body = sorted.map(({ lines }, i) => text.slice(lines.start, lines.end) + (gaps[i] ?? ''));
  return text.slice(0, entries[0]!.lines.start) + body.join('') + text.slice(end);
}
