import { isDeepStrictEqual } from 'node:util';
import type { Article, Claim, Reference } from '../../judging/evidence.js';
import type { Relabelling } from './relabel.js';

/**
 * Whether a changed text is read as the same article: the same claims, each resting on the same sources, and the same
 * entries, but for the labels.
 */
export function readsTheSame(before: Article, after: Article, { labels, dropped }: Relabelling): boolean {
  const now = (label: string): string => labels.get(label) ?? label;
  const kept = before.references.filter(({ label }) => !dropped.has(label));
  const sources = new Map(kept.map(({ label, source }) => [now(label), source]));
  const citedBy = (claim: Claim): unknown[] =>
    [...new Set(claim.citations.map(({ label }) => now(label)))].map((label) => [label, sources.get(label)]);
  return (
    before.title === after.title &&
    before.hasReferenceList === after.hasReferenceList &&
    isDeepStrictEqual(new Map(kept.map((each) => [now(each.label), wordsOf(each)])), entriesOf(after)) &&
    before.claims.length === after.claims.length &&
    before.claims.every((claim, i) => {
      const again = after.claims[i]!;
      const cited = again.citations.map(({ label, source }) => [label, source]);
      return isDeepStrictEqual(statedBy(claim), statedBy(again)) && isDeepStrictEqual(citedBy(claim), cited);
    })
  );
}

const entriesOf = ({ references }: Article): Map<string, unknown> =>
  new Map(references.map((reference) => [reference.label, wordsOf(reference)]));

const wordsOf = ({ text, source }: Reference): unknown => [text, source];

/** A claim without its positions and citations. */
const statedBy = (claim: Claim): unknown => [
  claim.text,
  claim.block,
  claim.section,
  claim.attribute,
  claim.column,
  claim.value,
  claim.valueState,
  claim.notCheckable,
  claim.priority,
  claim.lede,
  claim.evidenceNote,
  claim.holes.map(({ word }) => word),
];
