import type { Comparison } from './comparison.js';

/**
 * The words of Obelus, as the rules see them. Everything here is read-only data: no ids of a database, no clock, no
 * network. The readers (`src/reading`) produce an `Article`; the features map stored rows to the same types; the rules
 * know nothing else.
 *
 * Positions are UTF-16 offsets into the input as it was given, `end` exclusive. Lines are 1-based lines of that input.
 */

/** The one-word state of a claim's evidence. Derived by `standing.ts`, never typed in. */
export const STANDINGS = [
  'NOT_CHECKABLE',
  'REFUTED',
  'CONTESTED',
  'MISSING',
  'WEAK',
  'WAIVED',
  'CITED',
  'ADEQUATE',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** The standings that the API calls "unsupported". */
export const UNSUPPORTED: readonly Standing[] = ['REFUTED', 'CONTESTED', 'MISSING', 'WEAK'];

/** What kind of place in the article a text stands in. Headings, questions and boilerplate hold no claims. */
export const BLOCK_KINDS = [
  'HEADING',
  'PARAGRAPH',
  'LIST_ITEM',
  'FIELD',
  'CELL',
  'EVIDENCE_ROW',
  'QUESTION',
  'ANSWER',
  'DEFINITION',
  'BOILERPLATE',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * Whether a field or cell has a value: BLANK (a label and nothing beside it), UNDISCLOSED ("not yet disclosed"),
 * NOT_APPLICABLE (an answer, not a gap). A sentence is ELIDED when words are missing from it ("announced on [1]").
 */
export const VALUE_STATES = ['PRESENT', 'BLANK', 'ELIDED', 'UNDISCLOSED', 'NOT_APPLICABLE'] as const;
export type ValueState = (typeof VALUE_STATES)[number];

/** How much a finding matters, as in a lint configuration. */
export const SEVERITIES = ['ERROR', 'WARNING', 'NOTE'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Which way a citation points. Never how strongly: that is `Directness`. */
export const STANCES = ['SUPPORTS', 'REFUTES', 'NEUTRAL'] as const;
export type Stance = (typeof STANCES)[number];

export const DIRECTNESSES = ['DIRECT', 'INDIRECT', 'UNKNOWN'] as const;
export type Directness = (typeof DIRECTNESSES)[number];

/** How a citation is known: the author put a marker, its quote was found in a snapshot, or a person looked. */
export const BASES = ['ASSERTED', 'MATCHED', 'REVIEWED'] as const;
export type Basis = (typeof BASES)[number];

export const REVIEW_STATES = ['PROPOSED', 'ACCEPTED', 'REJECTED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The Admiralty code's letters for the reliability of a source. F is a rating too: it cannot be judged. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** What an article can be read from. Grows with the readers. */
export const ARTICLE_FORMATS = ['TEXT', 'MARKDOWN', 'HTML', 'WIKITEXT'] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/**
 * What a note that another editor left in the text asks for: evidence or a better one, whose words they are, clearer
 * words, a link that works. The words are those of Wikipedia's templates.
 */
export const EDITOR_TAG_KINDS = [
  'citation needed',
  'failed verification',
  'better source needed',
  'dubious',
  'original research',
  'verification needed',
  'page needed',
  'who says so',
  'when',
  'clarification needed',
  'dead link',
] as const;
export type EditorTagKind = (typeof EDITOR_TAG_KINDS)[number];

/** A stretch of the input: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text at one time, with everything that a careful reader sees in it. */
export interface Article {
  readonly title: string;
  /** Where the title stands; null when the input has none and the title was given or made up. */
  readonly titleSpan: Span | null;
  readonly titleLine: number;
  /** BCP 47 tag, e.g. "en"; null when unknown. */
  readonly language: string | null;
  /** In reading order; `claims[i].ordinal === i + 1`. */
  readonly claims: readonly Claim[];
  /** Every number that the article cites or lists, in number order. */
  readonly references: readonly Reference[];
  /** Every marker in the text, also those outside claims, in reading order. */
  readonly markers: readonly Marker[];
  /** True when the article has a list of references, even an empty one. */
  readonly hasReferenceList: boolean;
  /** Whether any publisher was ever rated where the article is kept; left out where nobody keeps publishers. */
  readonly ratesPublishers?: boolean;
}

/** One statement of an article, as it stands there: a sentence, a field or a cell. */
export interface Claim {
  /** Reading order, from 1. Identifies the claim within its article. */
  readonly ordinal: number;
  readonly span: Span;
  readonly line: number;
  readonly block: BlockKind;
  /** Claims with the same number stand in the same paragraph, list item or table row. */
  readonly blockIndex: number;
  /** The heading it stands under, nearest first; null before the first heading. */
  readonly section: string | null;
  /** Of a field or cell: the row's label. */
  readonly attribute: string | null;
  /** Of a cell: the column's heading. */
  readonly column: string | null;
  /** Of a field or cell: what stands beside the label, without markers ('' when blank). Otherwise null. */
  readonly value: string | null;
  /** Of a field or cell; for sentences null, or ELIDED when words are missing. */
  readonly valueState: ValueState | null;
  /** The statement without its markers, white space folded. A field reads "label value"; a cell is the cell's text. */
  readonly text: string;
  /** The places where words are missing, each naming the word that wants an object. Empty for most claims. */
  readonly holes: readonly Hole[];
  readonly checkable: boolean;
  /** Why it is not checkable, in a word for people; null when it is. */
  readonly notCheckable: NotCheckable | null;
  readonly priority: Priority;
  /** True in the title, standfirst, opening paragraph or a summary list: text that may restate what is cited below. */
  readonly lede: boolean;
  /** What an evidence table says beside the claim, without markers; null elsewhere. */
  readonly evidenceNote: string | null;
  /** Notes of other editors that stand on it, or on an entry that it cites: `[citation needed]`. Empty for most claims. */
  readonly tags: readonly EditorTag[];
  /** One per number, in the order of the markers. */
  readonly citations: readonly Citation[];
  /** Left out where revisions are not kept: a text that stands alone has no past. */
  readonly history?: ClaimHistory;
}

/** What is known of a claim's past. */
export interface ClaimHistory {
  /** When its text came to read as it does. */
  readonly since: Date;
  /** When that was written: the article's publication, for what stands there from the first revision on, else `since`. */
  readonly writtenAt: Date;
  /** When a person last concluded whether it is true, as it reads now; null when nobody has. */
  readonly reviewedAt: Date | null;
}

/**
 * 'unknown language': a sentence without a marker or figure, in a language whose words are not known. It can be an
 * instruction or opinion as well as a fact.
 */
export type NotCheckable =
  | 'instruction'
  | 'promotion'
  | 'definition'
  | 'opinion'
  | 'speculation'
  | 'not applicable'
  | 'fragment'
  | 'unknown language'
  | 'overruled';

/** A place where the sentence lacks its object: after `word`, at `span`. */
export interface Hole {
  readonly span: Span;
  readonly word: string;
}

/** A note of another editor that stands in the text: `{{citation needed|date=May 2031}}`. */
export interface EditorTag {
  readonly kind: EditorTagKind;
  /** Since when it stands there, in ISO 8601, mostly a month; null when it does not say. */
  readonly date: string | null;
  readonly span: Span;
}

/** The literal `[1, 2]`, `[1–3]`, `[^note]`, `<ref>` or footnote link in the text. */
export interface Marker {
  readonly raw: string;
  readonly span: Span;
  readonly line: number;
  /** What it names, lists and ranges expanded, in order: "4", "note". Nothing when all of it is malformed. */
  readonly labels: readonly string[];
  /** What is wrong with it, if anything. */
  readonly problem: MarkerProblem | null;
}

/** `[0]`; `[1,,2]`; `[3–1]`; `[1–900]` (more than any list of sources holds). */
export type MarkerProblem = 'zero' | 'empty item' | 'reversed range' | 'range too long';

/** One claim → one reference: what a marker asserts, or what an editor attached. */
export interface Citation {
  /** What the marker names: "4", "note". */
  readonly label: string;
  /** The label when it is a number, else its place in the order of first citation. */
  readonly number: number;
  /** What it resolves to; null when it dangles. */
  readonly source: Source | null;
  readonly stance: Stance;
  readonly directness: Directness;
  readonly basis: Basis;
  readonly state: ReviewState;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  /** Where its markers stand; empty for one that an editor attached. */
  readonly spans: readonly Span[];
  /**
   * The claim, and the quote, beside the source's snapshots. Left out where nobody keeps snapshots. Set by `withComparison`,
   * which sets the basis, too.
   */
  readonly comparison?: Comparison;
}

/** A number that the article cites or lists. */
export interface Reference {
  readonly label: string;
  readonly number: number;
  /** Its entry in the list of references, white space folded; null when it is cited and not listed. */
  readonly text: string | null;
  readonly span: Span | null;
  readonly line: number | null;
  readonly source: Source | null;
  /** Links: a marker [1, 2] is two. */
  readonly markerCount: number;
  /** Claims × this number. */
  readonly citationCount: number;
}

/** A bibliographic record, as far as it is known. Field names follow CSL-JSON where it has them. */
export interface Source {
  /** Equal for references that name the same thing: see `sourceKey`. Never null: an unidentified source is its text. */
  readonly key: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** The journal, newspaper, site or book that contains it. */
  readonly container: string | null;
  /** ISO 8601, as precise as it is known: "2031", "2031-04", "2031-04-02". */
  readonly issued: string | null;
  readonly url: string | null;
  /** When the author looked at it, as `issued`. */
  readonly accessed: string | null;
  /** A copy of it in an archive. */
  readonly archiveUrl: string | null;
  /** When that copy was made, as `issued`. */
  readonly archivedAt: string | null;
  readonly doi: string | null;
  readonly isbn: string | null;
  readonly pmid: string | null;
  readonly arxiv: string | null;
  /** A court's docket or a register's file number. */
  readonly docket: string | null;
  readonly locator: string | null;
  readonly retraction: Retraction | null;
  /** What is known of the publisher beside the name; null when none is recorded, left out where nobody keeps publishers. */
  readonly publisherRecord?: PublisherRecord | null;
  /** How many snapshots of it are kept; left out where nobody keeps snapshots. */
  readonly snapshots?: number;
  /** How its address answered; null when nobody has tried it yet, left out where addresses are not tried. */
  readonly link?: LinkHealth | null;
}

/** How a source's address answered when it was tried. */
export interface LinkHealth {
  /** When it was last tried. */
  readonly checkedAt: Date;
  /** The HTTP status that it then answered; null when it did not answer at all. */
  readonly status: number | null;
  /** How many times in a row it has failed, up to the last; 0 when the last one did not. */
  readonly failures: number;
  /** When the first of those failed; null when the last one did not. */
  readonly failingSince: Date | null;
  /** Why the last one counts as failed, for people: "404 Not Found", "the name cannot be resolved". */
  readonly problem: string | null;
}

/** Who stands behind a source, as people described it. */
export interface PublisherRecord {
  readonly owner: string | null;
  /** Hosts under which it publishes, lower case. */
  readonly domains: readonly string[];
  /** Null: unrated. */
  readonly reliability: Reliability | null;
}

export interface Retraction {
  readonly reason: string | null;
  /** ISO 8601. */
  readonly at: string | null;
}

/**
 * A citation with what came of comparing it. A quote that stands word for word in a snapshot makes it MATCHED, and one that no
 * longer does so ASSERTED again; what a person has REVIEWED stays so. Short quotes prove nothing.
 */
export function withComparison(citation: Citation, comparison: Comparison): Citation {
  const isMatched =
    comparison.state === 'COMPARED' &&
    comparison.quotes.some(({ of, result, short }) => of === 'CITATION' && result === 'VERBATIM' && !short);
  const basis = citation.basis === 'REVIEWED' ? 'REVIEWED' : isMatched ? 'MATCHED' : 'ASSERTED';
  return { ...citation, basis, comparison };
}

/** SUPPORTS, resolves to a source that is not retracted, and was not rejected. */
export function isUsable(citation: Citation): boolean {
  return (
    citation.stance === 'SUPPORTS' &&
    citation.state !== 'REJECTED' &&
    citation.source !== null &&
    citation.source.retraction === null
  );
}
