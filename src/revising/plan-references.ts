import { v7 as uuid } from 'uuid';
import type { Reference, Source } from '../judging/evidence.js';
import type { HeldReference, HeldSource } from '../editing/article-state.js';

/** What an editor said of a number, and how it is now. */
export interface Renumbered {
  readonly id: string;
  readonly from: HeldReference;
  readonly to: HeldReference;
}

/** An article's references after a new text of it, those that editors defined or rely on among them. */
export interface PlannedReferences {
  /** In number order. How many citations they have is counted later. */
  readonly all: readonly HeldReference[];
  /** Those of the text, by label. */
  readonly byLabel: ReadonlyMap<string, HeldReference>;
  readonly gone: readonly HeldReference[];
  /** Where editors' citations lead that led to a former reference, by its id: to the same source. */
  readonly editors: ReadonlyMap<string, HeldReference>;
  readonly renumbered: readonly Renumbered[];
  /** Numbers of the text that an editor had given a source, and the text lists as another now. */
  readonly overruled: readonly Renumbered[];
}

/**
 * Says which references of a new text are those of the former one. A reference is what it leads to: one of the same
 * source keeps its identity under another number. What the text no longer has stays where an editor defined it or a
 * citation that an editor attached leads there; when the text uses its number for something else, it gets the next free
 * one.
 *
 * @param next of the text, their sources settled
 * @param sourceOf the record of a source of `next`
 * @param relied ids of former references that lead on citations that editors attached to claims that stand
 */
export function planReferences(
  former: readonly HeldReference[],
  next: readonly Reference[],
  sourceOf: (source: Source) => HeldSource,
  relied: ReadonlySet<string>,
): PlannedReferences {
  const matched = match(former, next);
  const planned = next.map((reference) => continued(matched.get(reference) ?? null, reference, sourceOf));
  const numbers = new Numbers(planned);
  const continuing = new Map(planned.map((each) => [each.id, each]));

  const left = former.filter(({ id }) => !continuing.has(id));
  const kept = left.filter(({ id, defined }) => defined || relied.has(id));
  // Those that keep their numbers first, so that nobody who is renumbered takes one of these.
  const undisturbed = new Set(kept.filter((each) => numbers.take(each)));
  const all = [...planned, ...[...undisturbed].map(unlisted)];
  const renumbered: Renumbered[] = [];
  const renumber = (from: HeldReference, id: string): HeldReference => {
    const number = numbers.next();
    const to = { ...unlisted(from), id, number, label: String(number), added: true };
    all.push(to);
    renumbered.push({ id, from, to });
    return to;
  };
  for (const each of kept) if (!undisturbed.has(each)) renumber(each, each.id);

  const bySource = new Map(all.map((each) => [keyOf(each), each]));
  const editors = new Map(all.map((each) => [each.id, each]));
  const overruled: Renumbered[] = [];
  for (const each of former) {
    const now = continuing.get(each.id);
    if (!now || !each.source || keyOf(now) === keyOf(each)) continue;
    // The text has given the number to another source; who attached the former one still means that.
    if (relied.has(each.id)) editors.set(each.id, bySource.get(keyOf(each)) ?? renumber(each, uuid()));
    else if (each.defined) overruled.push({ id: each.id, from: each, to: now });
  }
  for (const { from, to } of movedInList(former, continuing)) renumbered.push({ id: to.id, from, to });

  return {
    all: all.sort((a, b) => a.number - b.number || (a.label < b.label ? -1 : 1)),
    byLabel: new Map(planned.map((each) => [each.label, each])),
    gone: left.filter(({ id, defined }) => !defined && !relied.has(id)),
    editors,
    renumbered,
    overruled,
  };
}

const keyOf = ({ source }: HeldReference): string | null => source?.evidence.key ?? null;

function match(former: readonly HeldReference[], next: readonly Reference[]): Map<Reference, HeldReference> {
  const matched = new Map<Reference, HeldReference>();
  const taken = new Set<HeldReference>();
  const add = (reference: Reference, held: HeldReference | undefined): void => {
    if (!held || taken.has(held) || matched.has(reference)) return;
    matched.set(reference, held);
    taken.add(held);
  };
  const byLabel = new Map(former.map((each) => [each.label, each]));
  for (const reference of next) {
    const held = byLabel.get(reference.label);
    if (held && isSame(held, reference)) add(reference, held);
  }
  // The same place in a source first, then any.
  for (const place of [(locator: string | null) => `\n${locator}`, () => '']) {
    const free = Map.groupBy(
      former.filter((each) => each.source !== null && !taken.has(each)),
      (each) => keyOf(each) + place(each.locator),
    );
    for (const reference of next) {
      const { source } = reference;
      if (source && !matched.has(reference)) add(reference, free.get(source.key + place(source.locator))?.shift());
    }
  }
  // What is listed now and was not, is no longer, or is listed as something else.
  for (const reference of next) {
    const held = byLabel.get(reference.label);
    if (held && !held.added) add(reference, held);
  }
  return matched;
}

/** Under the same label it leads to the same, as the text says or as an editor said where the text says nothing. */
function isSame(held: HeldReference, { source }: Reference): boolean {
  if (!source && held.added) return false;
  if (!source && held.defined) return true;
  return keyOf(held) === (source?.key ?? null);
}

function continued(
  held: HeldReference | null,
  reference: Reference,
  sourceOf: (source: Source) => HeldSource,
): HeldReference {
  const { label, number, text, span, line, markerCount } = reference;
  const isDefined = held?.defined === true && (!reference.source || reference.source.key === keyOf(held));
  const source = reference.source ? sourceOf(reference.source) : isDefined ? held.source : null;
  const locator = reference.source ? reference.source.locator : isDefined ? held.locator : null;
  const place = { label, number, text, span, line, markerCount, locator, source, defined: isDefined, added: false };
  const counts = { citationCount: 0, rejectedCount: 0 };
  return { id: held?.id ?? uuid(), version: held?.version ?? 1, ...place, ...counts };
}

const unlisted = (held: HeldReference): HeldReference => ({
  ...held,
  text: null,
  span: null,
  line: null,
  markerCount: 0,
  defined: true,
  // A number that the text cited is the text's, also while no marker names it.
  added: held.added || !held.defined,
});

/** What an editor had given a number, and the text lists under another now. */
function movedInList(
  former: readonly HeldReference[],
  continuing: ReadonlyMap<string, HeldReference>,
): { from: HeldReference; to: HeldReference }[] {
  return former.flatMap((from) => {
    const to = continuing.get(from.id);
    return to && from.added && to.label !== from.label ? [{ from, to }] : [];
  });
}

/** Which numbers and labels are taken. */
class Numbers {
  private readonly numbers: Set<number>;
  private readonly labels: Set<string>;
  private highest: number;

  constructor(references: readonly HeldReference[]) {
    this.numbers = new Set(references.map(({ number }) => number));
    this.labels = new Set(references.map(({ label }) => label));
    this.highest = references.reduce((most, { number }) => Math.max(most, number), 0);
  }

  /** @returns whether the reference can have the number and the label that it has */
  take({ number, label }: HeldReference): boolean {
    if (this.numbers.has(number) || this.labels.has(label)) return false;
    this.numbers.add(number);
    this.labels.add(label);
    this.highest = Math.max(this.highest, number);
    return true;
  }

  next(): number {
    do this.highest++;
    while (this.labels.has(String(this.highest)));
    return this.highest;
  }
}
