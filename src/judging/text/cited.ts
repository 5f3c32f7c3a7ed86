import type { Citation, Claim, Reference, Source } from '../evidence.js';
import { onceFor } from '../once.js';
import type { FindingOutcome } from '../rule.js';
import { normalise } from './normalise.js';

/** What a claim cites, as a marker would show it: "[1, 2]". */
export function citedAs(claim: Pick<Claim, 'citations'>): string {
  return marked(claim.citations.map((citation) => citation.label));
}

/** Labels as one marker, each once. */
export const marked = (labels: Iterable<string>): string => `[${[...new Set(labels)].join(', ')}]`;

/** What a citation stands on, the same for all that stand on the same: its source, or its label while that dangles. */
export function standsOn(citation: Pick<Citation, 'source' | 'label'>): string {
  return citation.source ? `source ${citation.source.key}` : `label ${citation.label}`;
}

/** One per label, in order: two markers of one claim can name the same number. Rejected ones are left out. */
export function distinctCitations(claim: Pick<Claim, 'citations'>): Citation[] {
  const byLabel = new Map<string, Citation>();
  for (const citation of claim.citations) {
    if (citation.state !== 'REJECTED' && !byLabel.has(citation.label)) byLabel.set(citation.label, citation);
  }
  return [...byLabel.values()];
}

/**
 * "Okoro 1998, p. 12", or a remark with a citation of its own: a note whose source another entry describes. It says neither
 * its title nor its address.
 */
export const pointsToEntry = onceFor(({ source, text }: Pick<Reference, 'source' | 'text'>): boolean => {
  if (source === null || text === null || source.title === null) return false;
  if (/https?:\/\/|\bdoi\b|\b10\.\d{4}/i.test(text)) return false;
  return !normalise(text).includes(normalise(source.title));
});

/** Whether anything at all is known of the source beyond its text. */
export function isKnown(source: Source): boolean {
  const { title, publisher, container, issued, url, archiveUrl, doi, isbn, pmid, arxiv, docket, authors } = source;
  const fields = [title, publisher, container, issued, url, archiveUrl, doi, isbn, pmid, arxiv, docket];
  return authors.length > 0 || fields.some((field) => field !== null && field.trim() !== '');
}

/** Where a reference stands, for what is found about it. */
export const placeOfReference = ({ span, line }: Reference): Pick<FindingOutcome, 'span' | 'line'> => ({
  ...(span ? { span } : {}),
  ...(line !== null ? { line } : {}),
});

/** A source that an article cites. */
export interface CitedSource {
  readonly source: Source;
  /** The first that names it. */
  readonly reference: Reference;
  readonly labels: readonly string[];
}

/** Each source that is cited, once. */
export const citedSources = onceFor((references: readonly Reference[]): readonly CitedSource[] => {
  const cited = references.filter(({ source, citationCount }) => source !== null && citationCount > 0);
  return [...Map.groupBy(cited, ({ source }) => source!.key).values()].map((same) => ({
    source: same[0]!.source!,
    reference: same[0]!,
    labels: same.map(({ label }) => label),
  }));
});

/** Those of them that have an address. */
export const citedOnWeb = (references: readonly Reference[]): CitedSource[] =>
  citedSources(references).filter(({ source }) => source.url !== null);
