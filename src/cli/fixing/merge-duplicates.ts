import type { Article, Reference, Source } from '../../judging/evidence.js';
import { listed } from '../../judging/text/normalise.js';
import { CannotFix, theFirst } from './cannot-fix.js';
import { danglingNumbers, renumbered } from './renumber.js';
import type { Relabelling } from './relabel.js';

/** Fields in which two entries of one source may differ: how its address is written, and when somebody looked at it. */
const WRITTEN_DIFFERENTLY: ReadonlySet<keyof Source> = new Set(['url', 'archiveUrl', 'archivedAt', 'accessed', 'key']);

/**
 * Each source that is listed under several labels, under one: the one whose entry says all that the others say. What
 * comes behind moves up, unless a number is cited and not listed. Sources whose entries each say something that the
 * others lack are passed over.
 *
 * @returns null when no source is listed twice
 * @throws CannotFix when there are only such as are passed over
 */
export function mergedDuplicates(article: Article): (Relabelling & { readonly told: string }) | null {
  const resolved = article.references.filter(({ source, span }) => source !== null && span !== null);
  const groups = Map.groupBy(resolved, ({ source }) => `${source!.key} ${source!.locator ?? ''}`);
  const into = new Map<string, string>();
  const unlike: string[] = [];
  for (const same of groups.values()) {
    if (same.length < 2 || !isIdentified(same[0]!.source!)) continue;
    const kept = same.find((each) => same.every((other) => saysAllOf(each, other)));
    if (!kept) unlike.push(listed(same.map(({ label }) => `[${label}]`)));
    else for (const { label } of same) if (label !== kept.label) into.set(label, kept.label);
  }
  if (into.size === 0 && unlike.length > 0) {
    throw new CannotFix(`${theFirst(unlike)} lead to one source and describe it differently; keep one by hand`);
  }
  if (into.size === 0) return null;
  const dropped = new Set(into.keys());
  const rest = article.references.filter(({ label }) => !dropped.has(label));
  const labels = new Map(danglingNumbers(article).length > 0 ? [] : renumbered(rest, gapsBefore(article)));
  for (const [label, kept] of into) labels.set(label, labels.get(kept) ?? kept);
  const told = theFirst([...into].map(([label, kept]) => `[${label}] into [${kept}]`));
  return { labels, dropped, told: `merged ${told}` };
}

/** By an identifier, as `duplicate-reference` wants it: two entries of the same few words may be two things. */
const isIdentified = ({ doi, url }: Source): boolean => doi !== null || url !== null;

/** Whether one entry says all that another says, and neither alone that the source is retracted. */
function saysAllOf({ source: own }: Reference, { source: other }: Reference): boolean {
  if ((own!.retraction === null) !== (other!.retraction === null)) return false;
  return (Object.keys(other!) as (keyof Source)[]).every((field) => {
    const [mine, its] = [own![field], other![field]];
    if (WRITTEN_DIFFERENTLY.has(field)) return its === null || mine !== null;
    return its === null || JSON.stringify(mine) === JSON.stringify(its) || (Array.isArray(its) && its.length === 0);
  });
}

/** Numbers that are left out already: closing those is another fix. */
function gapsBefore({ references }: Article): readonly number[] {
  const numbers = new Set(references.filter(({ label }) => /^\d+$/.test(label)).map(({ number }) => number));
  const highest = Math.max(0, ...numbers);
  return Array.from({ length: highest }, (_, i) => i + 1).filter((number) => !numbers.has(number));
}
