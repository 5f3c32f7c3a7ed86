import type { Claim, Marker, MarkerProblem } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ArticleRule } from '../rule.js';
import { quoted } from '../text/normalise.js';

const WHAT: Readonly<Record<MarkerProblem, { readonly wrong: string; readonly mend: string }>> = {
  zero: {
    wrong: 'sources are numbered from 1, so there is no 0',
    mend: 'Write the number of the source that is meant.',
  },
  'empty item': {
    wrong: 'a number is missing between its commas',
    mend: 'Write the missing number, or drop the comma.',
  },
  'reversed range': {
    wrong: 'its range runs backwards',
    mend: 'Write the smaller number first, or part them by a comma.',
  },
  'range too long': {
    wrong: 'its range holds more sources than an article has',
    mend: 'Write the numbers that are meant; if it is no citation, write it without brackets.',
  },
};

/** A marker that cannot be read as it stands. */
export const malformedCitation: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'malformed-citation',
    title: 'A marker that cannot be read as written',
    description: `Fires on each marker with a mistake in it: the number 0, a comma with no number beside it, a range that runs
backwards, a range longer than any list of sources. What can be read of the marker still counts as citations; what cannot
is lost, and nobody sees which source was meant.

The reader of the article decides what is a marker: "[sic]", "[…]" and brackets in code are none.`,
    remedy: 'Correct the marker.',
    version: 1,
    severity: 'ERROR',
    bearings: [],
    reads: ['markers'],
    examples: { fires: ['[0]', '[1,,2]', '[5–3]'], quiet: ['[1]', '[1, 2]', '[3–5]'] },
  },
  judge({ article }) {
    if (article.markers.length === 0) return NOT_APPLICABLE;
    const broken = article.markers.filter(
      (marker): marker is Marker & { problem: MarkerProblem } => marker.problem !== null,
    );
    if (broken.length === 0) return CLEAR;
    const within = claimsAround(broken, article.claims);
    return broken.map((marker) => ({
      kind: 'finding',
      message: `The marker ${quoted(marker.raw, 40)} cannot be read: ${WHAT[marker.problem].wrong}`,
      remedy: WHAT[marker.problem].mend,
      span: marker.span,
      line: marker.line,
      claim: within.get(marker),
      bearing: null,
      about: marker.raw,
    }));
  },
};

/** The first claim around each marker, where there is one. By bisection: an article can have very many of both. */
function claimsAround(markers: readonly Marker[], claims: readonly Claim[]): ReadonlyMap<Marker, Claim> {
  const around = new Map<Marker, Claim>();
  for (const claim of claims) {
    let low = 0;
    for (let high = markers.length; low < high;) {
      const middle = (low + high) >> 1;
      if (markers[middle]!.span.start < claim.span.start) low = middle + 1;
      else high = middle;
    }
    for (let marker = markers[low]; marker && marker.span.start < claim.span.end; marker = markers[(low += 1)]) {
      if (marker.span.end <= claim.span.end && !around.has(marker)) around.set(marker, claim);
    }
  }
  return around;
}
