import type { Article, Citation, Claim, Marker, Reference, Source } from '../evidence.js';
import { groupBy } from '../group-by.js';

/**
 * Evidence for tests, with the plainest values for all that a case leaves out: a checkable sentence of a paragraph of
 * its own, a citation as an import makes it, a source that is found in any library.
 */

export interface ClaimParts extends Partial<Claim> {
  /** Numbers that dangle, short for `citations`. */
  readonly cites?: readonly number[];
}

/** A claim; its ordinal, line, span and paragraph come from its place in `article`, unless they are given. */
export function claim(parts: ClaimParts | string): ClaimParts {
  return typeof parts === 'string' ? { text: parts } : parts;
}

/** A citation as an import makes it: SUPPORTS, UNKNOWN, ASSERTED, PROPOSED. It dangles unless a source is given. */
export function citation(number: number, parts: Partial<Citation> = {}): Citation {
  return {
    label: String(number),
    number,
    source: null,
    stance: 'SUPPORTS',
    directness: 'UNKNOWN',
    basis: 'ASSERTED',
    state: 'PROPOSED',
    quote: null,
    locator: null,
    note: null,
    spans: [],
    ...parts,
  };
}

/** A source of which nothing is known but its key. */
export function unknownSource(key: string, parts: Partial<Source> = {}): Source {
  return {
    key,
    title: null,
    authors: [],
    publisher: null,
    container: null,
    issued: null,
    url: null,
    accessed: null,
    archiveUrl: null,
    archivedAt: null,
    doi: null,
    isbn: null,
    pmid: null,
    arxiv: null,
    docket: null,
    locator: null,
    retraction: null,
    ...parts,
  };
}

/** A source that anybody can find: title, publisher, year and URL. */
export function source(key: string, parts: Partial<Source> = {}): Source {
  return unknownSource(key, {
    title: `Report ${key}`,
    publisher: 'Harbour Press',
    issued: '2031-04-02',
    url: `https://press.example/${key}`,
    ...parts,
  });
}

/** A reference; listed with a text when it has a source, unless told otherwise. */
export function reference(number: number, parts: Partial<Reference> = {}): Reference {
  const listed = parts.source ? `${parts.source.title ?? parts.source.key}.` : null;
  return {
    label: String(number),
    number,
    text: listed,
    span: null,
    line: null,
    source: null,
    markerCount: 0,
    citationCount: 0,
    ...parts,
  };
}

export function marker(raw: string, parts: Partial<Marker> = {}): Marker {
  return { raw, span: { start: 0, end: raw.length }, line: 1, labels: [], problem: null, ...parts };
}

/**
 * An article of these claims. Every claim is a paragraph of its own on a line of its own, from line 2, unless it says
 * otherwise; references are what the claims cite, unless they are given.
 */
export function article(claims: readonly (ClaimParts | string)[], parts: Partial<Article> = {}): Article {
  const made = claims.map((each, i) => complete(claim(each), i));
  return {
    title: 'The harbour tram',
    titleSpan: { start: 0, end: 16 },
    titleLine: 1,
    language: 'en',
    claims: made,
    references: citedBy(made),
    markers: [],
    hasReferenceList: made.some((each) => each.citations.some((cited) => cited.source !== null)),
    ...parts,
  };
}

function complete({ cites, ...parts }: ClaimParts, i: number): Claim {
  const text = parts.text ?? 'The tram opened.';
  return {
    ordinal: i + 1,
    span: { start: 100 * (i + 1), end: 100 * (i + 1) + text.length },
    line: i + 2,
    block: 'PARAGRAPH',
    blockIndex: i,
    section: null,
    attribute: null,
    column: null,
    value: null,
    valueState: null,
    text,
    holes: [],
    checkable: true,
    notCheckable: null,
    priority: 'NORMAL',
    lede: false,
    evidenceNote: null,
    tags: [],
    citations: (cites ?? []).map((number) => citation(number)),
    ...parts,
  };
}

function citedBy(claims: readonly Claim[]): Reference[] {
  const cited = groupBy(
    claims.flatMap((each) => each.citations),
    (each) => each.label,
  );
  return [...cited.values()]
    .map((same) => {
      const { label, number, source: named } = same[0]!;
      const counts = { markerCount: same.length, citationCount: same.length };
      return reference(number, { label, source: named, ...counts });
    })
    .sort((a, b) => a.number - b.number);
}
