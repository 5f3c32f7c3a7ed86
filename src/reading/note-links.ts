import type { MarkerItem, StructuralMarker } from './document.js';

/** What is known about a link into the page, beside the text it shows. */
export interface NoteContext {
  /** The part of the address after `#`. */
  readonly fragment: string;
  /** Set as superscript. */
  readonly raised: boolean;
  /** The format says that it is a reference to a note (`role="doc-noteref"`). */
  readonly declared: boolean;
  /** It points to something that stands in a list of references. */
  readonly toReference: boolean;
}

/** A link to a note, as it stands in a text: positions in that text. */
export interface NoteLink {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly anchor: string | null;
  /** Links with the same number above 0 are in one superscript. */
  readonly group: number;
  /** As a marker's item has it. */
  readonly locator?: string;
}

/**
 * How the fragments begin that footnote generators write: MediaWiki (`cite_note`), Markdown and pandoc (`fn`),
 * WordPress (`footnote`, `easy-footnote`), Word and LibreOffice (`_ftn`, `_edn`, `sdfootnote`), journals (`bib12`, `CR4`, `B7`, `cit3`).
 */
const NOTE_FRAGMENT =
  /^(?:cite|fn|ftn|_ftn|edn|_edn|en-?\d|sdfootnote|sdendnote|(?:easy-)?footnote|endnote|note|ref|source|bib|cit|cr\d|b\d|r\d)/i;

/** Fragments that name a place in the text: "see section 4" is no citation. */
const PLACE_FRAGMENT = /^(?:sec|chap|fig|tab|eq|app|part|step|page|p\d|h\d|year|toc|heading|item|line|l\d)/i;

const BACK_LINK = /^[\s^↑⇑▲↩⤴↵⏎←«\uFE0E\uFE0F]*$/u;
const BRACKETED = /^[[({]\s*([^[\](){}]*?)\s*[\])}]$/u;
const SHORT_LABEL = /^(?:[\p{L}\p{N}*†‡§¶]{1,4}|[\p{L} -]{1,20} ?\p{N}{1,4})$/u;

/** "Okoro 1998", "Okoro & Hale (2024)", "[Smith 2010, 14]": names and the year of a work; a page is no part of it. */
const AUTHOR_YEAR = /^[([]?(\p{L}[^\d()[\]]{0,80}?),? [([]?((?:1[5-9]|20)\d\d[a-z]?)(?![\p{L}\p{N}])/u;
const YEAR = /^[([]?(?:1[5-9]|20)\d\d[a-z]?(?=$|[)\],:;])/u;
/** How generators of bibliographies name their entries; the rest is the entry's own name. */
const WORK_FRAGMENT = /^(?:CITEREF|(?:ref|bib|cite)-?(?=\p{L}))/u;

/**
 * The label of a link to a note ("36", "a", "note 2", without brackets) or to a work ("Okoro 1998"), or null when the
 * link is no reference to one. A bare number in running text needs more than its looks: a place in a list of
 * references, or a fragment that footnote generators write.
 */
export function noteLabel(shown: string, context: NoteContext): string | null {
  const text = shown.trim();
  if (context.fragment === '' || BACK_LINK.test(text)) return null;
  const known = context.toReference || NOTE_FRAGMENT.test(context.fragment);
  if (context.declared || (known && !PLACE_FRAGMENT.test(context.fragment))) {
    const work = workLabel(text, context.fragment);
    if (work !== null) return work;
  }
  if (text.length > 40) return null;
  const inBrackets = BRACKETED.exec(text)?.[1];
  const label = (inBrackets ?? text).replace(/[.)\]]$/u, '').trim();
  if (label === '') return null;
  if (context.declared) return label;
  if (!SHORT_LABEL.test(label)) return null;
  if (context.raised) return label;
  if (PLACE_FRAGMENT.test(context.fragment)) return null;
  const isNumber = /^\d{1,4}$/.test(label);
  if (inBrackets !== undefined) return isNumber || known ? label : null;
  return isNumber && known ? label : null;
}

function workLabel(text: string, fragment: string): string | null {
  const named = AUTHOR_YEAR.exec(text);
  if (named) return `${named[1]!} ${named[2]!}`;
  // "Smith (2010)" with a link on the year alone: the entry's name tells more.
  const name = WORK_FRAGMENT.test(fragment) ? fragment.replace(WORK_FRAGMENT, '') : '';
  if (YEAR.test(text)) return name === '' ? null : name.slice(0, 60);
  return fragment.startsWith('CITEREF') && /\p{L}{2}/u.test(text) && text.length <= 80 ? text : null;
}

/** A longer range in one marker than this is no list of citations. */
const MAX_RANGE = 100;

/**
 * Links to notes → markers. Links that share a superscript or a pair of brackets are one marker, whose span takes in
 * the brackets and what separates them; a dash between two numbers cites those between them as well.
 *
 * @param text the text in which the links stand
 * @param links in order
 */
export function toMarkers(text: string, links: readonly NoteLink[]): StructuralMarker[] {
  const markers: StructuralMarker[] = [];
  for (let i = 0; i < links.length;) {
    const run = runFrom(text, links, i);
    markers.push(run.marker);
    i = run.next;
  }
  return markers;
}

function runFrom(text: string, links: readonly NoteLink[], first: number): { marker: StructuralMarker; next: number } {
  const start = links[first]!;
  if (isWork(text, start)) return workFrom(text, links, first);
  const open = text[start.start - 1] === '[' ? start.start - 1 : null;
  const items = [itemOf(start)];
  let last = start;
  let next = first + 1;
  for (; next < links.length; next += 1) {
    const link = links[next]!;
    const gap = text.slice(last.end, Math.min(link.start, last.end + 8));
    const together = (last.group > 0 && link.group === last.group) || (open !== null && !gap.includes(']'));
    if (!together || link.start - last.end > 8 || !/^(?:\]?[\s,;–—-]*\[?)$/u.test(gap)) break;
    if (/[–—-]/u.test(gap)) items.push(...between(last.label, link.label));
    items.push(itemOf(link));
    last = link;
  }
  const closed = open !== null && text[last.end] === ']';
  if (closed || next === first + 1 || last.group > 0) {
    const span = { start: closed ? open : start.start, end: closed ? last.end + 1 : last.end };
    return { marker: { span, items }, next };
  }
  // Brackets that never close: the first link stands for itself.
  return {
    marker: { span: { start: start.start, end: start.end }, items: [itemOf(start)] },
    next: first + 1,
  };
}

const itemOf = ({ label, anchor, locator }: NoteLink): MarkerItem =>
  locator === undefined ? { label, anchor } : { label, anchor, locator };

function between(low: string, high: string): { label: string; anchor: null }[] {
  const from = Number(low);
  const to = Number(high);
  if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > MAX_RANGE) return [];
  const labels: { label: string; anchor: null }[] = [];
  for (let n = from + 1; n < to; n += 1) labels.push({ label: String(n), anchor: null });
  return labels;
}

/** Words of the sentence, not a raised or bracketed sign: "Okoro 1998", "1998". */
const isWork = (text: string, { start, end, group }: NoteLink) =>
  group === 0 && text[start - 1] !== '[' && /^\(?(?:\p{L}{2}|\d{4})/u.test(text.slice(start, end));

/** What comes before and after a work in its brackets: "(see Okoro 1998, pp. 22–24)". */
const LEAD = /\((?:(?:see|cf\.|e\.g\.,?|also) ){0,2}$/iu;
const LOCATOR = /^(?:,? (?:(?:pp?|chs?|secs?|paras?|vol|no|fig)\.?\s|§{1,2}\s?)?[\divxlc]+(?:\s?[–-]\s?\d+)?){0,4}\s?/u;

/**
 * A marker of works: all of their brackets, where those hold nothing else; in the sentence only the year, so that
 * "Okoro (1998) argues" still says who argues.
 */
function workFrom(text: string, links: readonly NoteLink[], first: number): { marker: StructuralMarker; next: number } {
  const { start, end } = links[first]!;
  const items = [itemOf(links[first]!)];
  const lead = LEAD.exec(text.slice(Math.max(0, start - 20), start));
  for (let next = first + 1, at = end; lead; next += 1) {
    const after = at + LOCATOR.exec(text.slice(at, at + 60))![0].length;
    if (text[after] === ')')
      return { marker: { span: { start: start - lead[0].length, end: after + 1 }, items }, next };
    const link = links[next];
    if (!link || link.start - after > 3 || !/^[;,]\s?$/u.test(text.slice(after, link.start))) break;
    items.push(itemOf(link));
    at = link.end;
  }
  const year = /[([]?\d{4}[a-z]?[)\]]?$/u.exec(text.slice(start, end))?.[0] ?? '';
  const span = { start: year === '' ? start : end - year.length, end };
  return { marker: { span, items: items.slice(0, 1) }, next: first + 1 };
}
