import type { Compared, MissingWords, QuoteMatch } from '../comparison.js';
import { languageOf } from '../../languages/languages.js';
import type { Article, Citation, Claim } from '../evidence.js';
import { marked } from './cited.js';
import { quotedClaim } from './claims.js';
import { hasFigure } from './figures.js';
import { listed, quoted } from './normalise.js';

/** A citation that was compared with its source. */
export interface ComparedCitation {
  readonly citation: Citation;
  readonly compared: Compared;
}

/** Those of some citations that were compared. */
export const comparedOf = (citations: readonly Citation[]): ComparedCitation[] =>
  citations.flatMap((citation) =>
    citation.comparison?.state === 'COMPARED' ? [{ citation, compared: citation.comparison }] : [],
  );

/** Whether anybody keeps what sources say; where nobody does, nothing can be said of any claim. */
export const isKept = (citations: readonly Citation[]): boolean =>
  citations.some(({ comparison }) => comparison !== undefined);

/** Whether a claim states figures that can be looked for, as its comparisons have counted them, or as it reads. */
export function statesFigures(claim: Claim, { language }: Pick<Article, 'language'>): boolean {
  const counted = comparedOf(claim.citations).flatMap(({ compared }) => compared.figures?.stated ?? []);
  return counted.length > 0 ? counted.some((stated) => stated > 0) : hasFigure(claim.text, languageOf(language));
}

/** Why what a citation's source lacks says nothing; null when the whole of it was compared. */
export function whyNotWhole({ label, comparison }: Citation): string | null {
  const source = marked([label]);
  if (comparison === undefined) return `what ${source} says is not at hand`;
  if (comparison.state !== 'COMPARED') {
    return comparison.state === 'NO_SNAPSHOT'
      ? `there is no snapshot of ${source}`
      : `${source} has not been compared with the claim yet`;
  }
  switch (comparison.extent) {
    case 'FULL':
      return null;
    case 'PARTIAL':
      return `only a part of ${source} is at hand`;
    case 'SHORT':
      return `the snapshot of ${source} is so short that it may be an excerpt`;
    case 'EMPTY':
      return `the snapshot of ${source} has no words`;
  }
}

/** Why it cannot be said that something is in none of some sources: of the first that was not compared whole. */
export const whyNotAll = (citations: readonly Citation[]): string | null =>
  citations.reduce<string | null>((reason, citation) => reason ?? whyNotWhole(citation), null);

/** A name is missing by another rule's measure. */
const isFigure = ({ kind }: MissingWords): boolean => kind !== 'NAME';

/** The figures that are in none of some sources, as one of them was told; null when figures were compared with none. */
export function figuresMissingFromAll(all: readonly ComparedCitation[]): MissingWords[] | null {
  const known = all.flatMap(({ compared }) => (compared.figures ? [compared.figures.missing.filter(isFigure)] : []));
  if (known.length === 0) return null;
  const [first, ...others] = known as [MissingWords[], ...MissingWords[][]];
  const has = (missing: readonly MissingWords[], { kind, text }: MissingWords): boolean =>
    missing.some((each) => each.kind === kind && each.text === text);
  return first.filter((each) => others.every((missing) => has(missing, each)));
}

/** A quote, or a quotation in the claim itself, as a message begins with it. */
export const namedQuote = (claim: Claim, { of, text }: QuoteMatch): string =>
  of === 'CLAIM' ? `The quotation ${quoted(text)}` : `The quote ${quoted(text)} on ${quotedClaim(claim)}`;

/** What a finding on a quote is about. @param labels of the sources in which it was looked up */
export const aboutQuote = ({ of, text }: QuoteMatch, labels: readonly string[]): string =>
  of === 'CLAIM' ? text : `${labels[0]}: ${text}`;

/** "has “would” in place of “will”": what the source says otherwise than a quote. */
export function shownDifferences({ differences }: Pick<QuoteMatch, 'differences'>): string {
  return listed(
    differences.map(({ quote, source }) => {
      if (quote === '') return `${quoted(source)} besides`;
      return source === '' ? `no ${quoted(quote)}` : `${quoted(source)} in place of ${quoted(quote)}`;
    }),
  );
}
