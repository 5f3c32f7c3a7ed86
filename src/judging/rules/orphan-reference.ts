import type { Reference } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ArticleRule } from '../rule.js';
import { placeOfReference, pointsToEntry } from '../text/cited.js';
import { quoted } from '../text/normalise.js';

/** A listed source that nothing in the text points at. */
export const orphanReference: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'orphan-reference',
    title: 'A reference that nothing cites',
    description: `Fires on each entry of the list of references that no marker of the text and no citation of a claim names. Either
the marker was lost when the text was edited, or the source was never used.

A marker in a heading or caption counts as use.`,
    remedy: 'Cite it where it is used, or take it off the list.',
    version: 2,
    severity: 'NOTE',
    bearings: [],
    reads: ['references', 'totals'],
    examples: {
      fires: ['The list has "3. Tramway yearbook", and no [3] stands in the text'],
      quiet: ['The list has "3. Tramway yearbook", and a claim ends in [3]'],
    },
  },
  judge({ article }) {
    const entries = article.references.filter((reference) => reference.text !== null);
    if (entries.length === 0) return NOT_APPLICABLE;
    const named = new Set(
      entries.flatMap((entry) => (isCited(entry) && pointsToEntry(entry) ? entry.source!.key : [])),
    );
    const orphans = entries.filter((entry) => !isCited(entry) && !named.has(entry.source?.key ?? ''));
    if (orphans.length === 0) return CLEAR;
    return orphans.map((reference) => ({
      kind: 'finding',
      message: `Nothing cites reference ${reference.label}, ${quoted(reference.text ?? '')}`,
      remedy: `Put [${reference.label}] where it is used, or take it off the list.`,
      ...placeOfReference(reference),
      bearing: null,
      about: reference.label,
    }));
  },
};

const isCited = ({ citationCount, markerCount }: Reference): boolean => citationCount > 0 || markerCount > 0;
