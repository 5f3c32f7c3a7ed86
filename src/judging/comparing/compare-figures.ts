import type { FiguresCompared, MissingKind, MissingWords } from '../comparison.js';
import { figuresIn, type StatedFigures } from '../support/figures-in.js';
import { isTelling, missingFrom, type Missing } from '../support/missing.js';
import type { ClaimWords } from '../support/claim-words.js';
import { indexSource } from '../support/source-index.js';
import type { Support } from '../support/support.js';
import type { Quantity } from '../text/quantities.js';
import { boundedOtherwise } from './bounds.js';
import { claimText, placeOf, type ClaimParts } from './claim-text.js';
import { isImplied, isYearOfWork } from './implied-dates.js';
import type { SnapshotIndex } from './snapshot.js';

/** A claim's figures and names beside some snapshots, with what the support engine says of each. */
export interface Beside {
  readonly snapshot: SnapshotIndex;
  readonly support: Support;
}

const KINDS: readonly (readonly [keyof Missing, MissingKind])[] = [
  ['years', 'YEAR'],
  ['dates', 'DATE'],
  ['percentages', 'PERCENTAGE'],
  ['amounts', 'AMOUNT'],
  ['numbers', 'NUMBER'],
  ['names', 'NAME'],
];

/** What stands beside a claim. */
export interface CitedWords {
  /** That stands on the citation: what it has is not missing. */
  readonly quote: string | null;
  /** When the source was issued, in ISO 8601; null when that is not known. */
  readonly issued: string | null;
}

/** @param words the claim, read */
export function compareFigures(
  claim: ClaimParts,
  words: ClaimWords,
  { quote, issued }: CitedWords,
  beside: readonly Beside[],
): FiguresCompared {
  const text = claimText(claim);
  const { dates, quantities } = words;
  const inQuote = quote === null ? null : missingFrom(words, indexSource({ text: quote }));
  const all = [...beside.map(({ support }) => support.missingByKind), ...(inQuote ? [inQuote] : [])];
  const isImpliedSomewhere = (date: string): boolean =>
    beside.some(({ snapshot }) => isImplied({ words: date, issued }, snapshot.source()));
  // What a label or cell begins with has a capital, and is no name.
  const kinds = claim.block === 'CELL' || claim.block === 'FIELD' ? KINDS.filter(([key]) => key !== 'names') : KINDS;
  const missing = kinds.flatMap(([key, kind]) =>
    [...new Set(all[0]![key])]
      .filter((stated) => all.every((each) => each[key].includes(stated)))
      .filter((stated) => !isYearOfWork(stated, text) && !(isDate(kind) && isImpliedSomewhere(stated)))
      .map((stated): MissingWords => ({
        kind,
        text: stated,
        span: placeOf(stated, claim.text),
        instead: insteadOf(stated, kind, { dates, quantities }, beside),
      })),
  );
  const bounded = quantities.flatMap((each) => {
    const instead = beside.map(({ snapshot }) => boundedOtherwise(each, snapshot.source().figures()));
    const text = `${each.bound} ${each.text}`;
    if (instead.includes(null)) return [];
    return [{ kind: kindOf(each.kind), text, span: placeOf(text, claim.text), instead: instead[0]! }];
  });
  return { stated: dates.length + quantities.filter(isTelling).length, missing: inOrder([...missing, ...bounded]) };
}

const isDate = (kind: MissingKind): boolean => kind === 'YEAR' || kind === 'DATE';

const kindOf = (kind: string): MissingKind =>
  kind === 'percentage' ? 'PERCENTAGE' : kind === 'amount' ? 'AMOUNT' : 'NUMBER';

const inOrder = (missing: readonly MissingWords[]): MissingWords[] =>
  missing.toSorted((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity) || 0);

/** The only figure of its kind in the passage that has most of the claim, where the claim has but one of the kind, too. */
function insteadOf(words: string, kind: MissingKind, claim: StatedFigures, beside: readonly Beside[]): string | null {
  if (kind === 'NAME') return null;
  const { label, passages } = beside.reduce((best, each) =>
    each.support.score > best.support.score ? each : best,
  ).support;
  if (label === 'NOT_FOUND' || passages.length === 0) return null;
  const theirs = figuresIn(passages[0]!.text);
  if (isDate(kind)) return claim.dates.length === 1 && theirs.dates.length === 1 ? theirs.dates[0]!.text : null;
  const mine = claim.quantities.find(({ text }) => text === words);
  const alike = ({ quantities }: StatedFigures): Quantity[] =>
    quantities.filter((each) => each.kind === mine?.kind && each.measure === mine.measure);
  const [own, others] = [alike(claim), alike(theirs)];
  return own.length === 1 && others.length === 1 ? others[0]!.text : null;
}
