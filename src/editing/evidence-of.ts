import type { Known } from '../judging/context.js';
import {
  withComparison,
  type Article,
  type Basis,
  type Citation,
  type Claim,
  type ClaimHistory,
  type Reference,
  type Source,
} from '../judging/evidence.js';
import { quotesOf } from '../judging/quotes.js';
import type { CitationTotal } from '../judging/rule.js';
import { standsOn } from '../judging/text/cited.js';
import {
  isProposal,
  type ArticleState,
  type HeldArticle,
  type HeldCitation,
  type HeldClaim,
  type HeldReference,
  type HeldSource,
} from './article-state.js';
import { comparisonOf } from './comparisons-of.js';

/** The article as the rules see it, with the claims at hand, and without what is only proposed. */
export function articleOf(state: ArticleState): Article {
  const { article } = state;
  const references = new Map(state.references.map((each) => [each.id, each]));
  const cited = Map.groupBy(state.citations.filter(isCited), ({ claimId }) => claimId);
  return {
    title: article.title,
    titleSpan: article.titleSpan,
    titleLine: article.titleLine,
    language: article.language,
    hasReferenceList: article.hasReferenceList,
    ratesPublishers: state.ratesPublishers,
    markers: state.brokenMarkers,
    references: state.references.map((each) => seenOf(each, state)),
    claims: state.claims.map((held) => claimOf(held, cited.get(held.id) ?? [], references, state)),
  };
}

/** Claims as the rules saw them, by what they say, and all that they were made of: those that stay as they are stay the same objects. */
const seenClaims = new WeakMap<HeldClaim['evidence'], { readonly claim: Claim; readonly madeOf: readonly unknown[] }>();

function claimOf(
  held: HeldClaim,
  cited: readonly CitedAs[],
  references: ReadonlyMap<string, HeldReference>,
  state: ArticleState,
): Claim {
  const { evidence, reviewedAt, textSince, textRevision } = held;
  const { article, keepsSnapshots } = state;
  const { publishedAt, language } = article;
  const madeOf: unknown[] = [reviewedAt, textSince, textRevision, publishedAt, language, keepsSnapshots];
  // Where a quote was found elsewhere is told by the labels of all references.
  if (keepsSnapshots) madeOf.push(state.references);
  for (const each of cited) madeOf.push(each, references.get(each.referenceId)!);
  const known = seenClaims.get(evidence);
  if (known?.madeOf.length === madeOf.length && madeOf.every((each, i) => each === known.madeOf[i])) return known.claim;
  const claim: Claim = {
    ...evidence,
    citations: cited.map((each) => {
      const reference = references.get(each.referenceId)!;
      const citation = citationOf(each, reference, state);
      const comparison = comparisonOf(state, held, each, reference);
      return comparison === null ? citation : withComparison(citation, comparison);
    }),
    history: historyOf(held, article),
  };
  seenClaims.set(evidence, { claim, madeOf });
  return claim;
}

/** References as the rules saw them: those that stay as they are stay the same objects, too. */
const seenReferences = new WeakMap<HeldReference, { readonly reference: Reference; readonly kept: boolean }>();

function seenOf(held: HeldReference, { keepsSnapshots: kept }: SnapshotsKept): Reference {
  const known = seenReferences.get(held);
  if (known?.kept === kept) return known.reference;
  const reference = referenceOf(isHeldOnly(held) ? { ...held, source: null } : held, { keepsSnapshots: kept });
  seenReferences.set(held, { reference, kept });
  return reference;
}

/** Proposals hold its number, or what an editor attached was taken away: it says nothing of the article's sources. */
const isHeldOnly = ({ added, citationCount }: HeldReference): boolean => added && citationCount === 0;

/** What stands in an article from its first revision on was written when it was published. */
const historyOf = (claim: HeldClaim, { publishedAt }: HeldArticle): ClaimHistory => ({
  since: claim.textSince,
  writtenAt: claim.textRevision === 1 ? (publishedAt ?? claim.textSince) : claim.textSince,
  reviewedAt: claim.reviewedAt,
});

/** What is known of the claims that are not at hand. @param article the state as the rules see it */
export function knownOf(state: ArticleState, article: Article): Known {
  const relations = new Map(state.claims.map((held) => [held.evidence.ordinal, held.relations]));
  const quotes = [...state.quotes, ...quotesOf(article.claims, relations)];
  return {
    relations,
    totals: totalsOf(state),
    quotes: quotes.sort((a, b) => a.ordinal - b.ordinal),
  };
}

function totalsOf(state: ArticleState): CitationTotal[] {
  const totals = new Map<string, CitationTotal>();
  for (const reference of state.references) {
    const citations = reference.citationCount - reference.rejectedCount;
    if (citations === 0) continue;
    const source = sourceOf(reference, state);
    const key = standsOn({ source, label: reference.label });
    const known = totals.get(key);
    totals.set(key, {
      key,
      source,
      labels: [...(known?.labels ?? []), reference.label],
      citations: (known?.citations ?? 0) + citations,
    });
  }
  return [...totals.values()];
}

/** Sources as the rules saw them: of changes that are judged on one reading, all see the same objects. */
const seen = new WeakMap<
  HeldSource,
  { readonly source: Source; readonly locator: string | null; readonly kept: boolean }
>();

/** Where no texts of sources are kept, nothing is said of them: a source without one is then nothing to mend. */
function sourceOf({ source, locator }: HeldReference, { keepsSnapshots: kept }: SnapshotsKept): Source | null {
  if (source === null) return null;
  const known = seen.get(source);
  if (known?.locator === locator && known.kept === kept) return known.source;
  const { snapshots = 0, ...evidence } = source.evidence;
  const made = { ...evidence, locator, ...(kept ? { snapshots } : {}) };
  seen.set(source, { source: made, locator, kept });
  return made;
}

type SnapshotsKept = Pick<ArticleState, 'keepsSnapshots'>;

/** A stored reference as the rules see it. */
export const referenceOf = (reference: HeldReference, kept: SnapshotsKept): Reference => ({
  label: reference.label,
  number: reference.number,
  text: reference.text,
  span: reference.span,
  line: reference.line,
  source: sourceOf(reference, kept),
  markerCount: reference.markerCount,
  citationCount: reference.citationCount,
});

/** A citation that rules see. */
export type CitedAs = HeldCitation & { readonly basis: Basis };

/** Whether rules see it. */
export const isCited = (citation: HeldCitation): citation is CitedAs => !isProposal(citation);

/** A stored citation as the rules see it. */
export const citationOf = (citation: CitedAs, reference: HeldReference, kept: SnapshotsKept): Citation => ({
  label: reference.label,
  number: reference.number,
  source: sourceOf(reference, kept),
  stance: citation.stance,
  directness: citation.directness,
  basis: citation.basis,
  state: citation.state,
  quote: citation.quote,
  locator: citation.locator,
  note: citation.note,
  spans: citation.spans,
});
