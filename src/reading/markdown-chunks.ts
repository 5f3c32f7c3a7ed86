import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Span } from '../judging/evidence.js';
import { endOfLine, isBlank } from './markdown-guard.js';

/** A part of the text that can be read without the rest. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** It begins with an item of the list that the part before it ends with. */
  readonly continuesList: boolean;
  /** It begins with rows of a table; these are the lines at the table's head. */
  readonly table: Span | null;
}

/**
 * micromark slows down with the square of what it is given, so a long text is read in parts. A part ends where every
 * list and quote has ended, or between two items of a list, once it is this long (in UTF-16 units);
 */
const WANTED = 8_000;
/** and at the next line that is not in code, once it is this long. */
const ENOUGH = 32_000;

/**
 * Each underlined heading makes micromark look through all that it has read of the part: 2,500 of them without a blank
 * line between took it ten seconds. After so many a part ends at the next one.
 */
const MOST_UNDERLINED = 50;

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*\r?\n?$/;
const FENCE = /^([ \t]*)(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?)*(`{3,}|~{3,})/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$/;
const ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
/** HTML that blank lines do not end, and what ends it (CommonMark, HTML blocks 1 to 5). */
const RAW_BLOCKS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** Cuts `text` from `start` on into parts, in order and without gaps. */
export function chunksOf(text: string, start: number): Chunk[] {
  const chunks: Chunk[] = [];
  const state = new LineState();
  let from = start;
  let next: Pick<Chunk, 'continuesList' | 'table'> = { continuesList: false, table: null };
  for (let at = start; at < text.length;) {
    const end = lineEnd(text, at);
    const cut = state.cutBefore(text, at, end, at - from);
    if (cut && at > from) {
      chunks.push({ start: from, end: at, ...next });
      from = at;
      next = cut;
    }
    at = end;
  }
  if (from < text.length) chunks.push({ start: from, end: text.length, ...next });
  return chunks;
}

/** What the lines so far leave open. */
class LineState {
  private fence: { readonly sign: string; readonly length: number; readonly indented: boolean } | null = null;
  /** What ends the HTML that the lines are in. */
  private raw: RegExp | null = null;
  private inList = false;
  private afterBlank = true;
  /** The head of the table that the lines are in. */
  private table: Span | null = null;
  private lineBefore: Span = { start: 0, end: 0 };
  /** Underlined headings of the part so far. */
  private underlined = 0;
  private afterUnderline = false;

  /**
   * Takes in the line; says whether a part can end before it.
   *
   * @param length of the part so far
   */
  cutBefore(text: string, at: number, end: number, length: number): Pick<Chunk, 'continuesList' | 'table'> | null {
    // Constructs are told by how a line begins.
    const line = text.slice(at, Math.min(end, at + 200));
    const flush = /^\S/.test(line);
    // A line at the margin has left the list, and the code in it.
    if (this.fence?.indented && this.inList && flush && this.afterBlank) this.fence = null;
    let cut: Pick<Chunk, 'continuesList' | 'table'> | null = null;
    if (this.fence) this.closeFence(line);
    else if (this.raw) {
      if (this.raw.test(text.slice(at, end))) this.raw = null;
    } else {
      const item = ITEM.test(line);
      if (!line.includes('|')) this.table = null;
      if (length >= WANTED && flush && (item ? this.inList : this.afterBlank)) {
        cut = { continuesList: item, table: null };
      } else if (this.underlined >= MOST_UNDERLINED && this.afterUnderline && !this.inList) {
        cut = { continuesList: false, table: null };
      } else if (length >= ENOUGH) cut = { continuesList: false, table: this.table };
      if (cut) {
        this.inList = cut.continuesList;
        this.underlined = 0;
      }
      if (item) this.inList = true;
      else if (/^#{1,6}\s/.test(line)) this.inList = false;
      if (TABLE_RULE.test(line) && line.includes('|')) this.table = { start: this.lineBefore.start, end };
      this.open(text, line, at, end);
    }
    this.afterUnderline = !this.afterBlank && !this.afterUnderline && !this.fence && !this.raw && UNDERLINE.test(line);
    if (this.afterUnderline) this.underlined += 1;
    this.afterBlank = end - at < 200 && isBlank(text, at, end);
    this.lineBefore = { start: at, end };
    return cut;
  }

  private open(text: string, line: string, at: number, end: number): void {
    this.raw = startsRaw(text, line, at, end);
    const opening = this.raw ? null : FENCE.exec(line);
    if (opening) {
      this.fence = { sign: opening[2]![0]!, length: opening[2]!.length, indented: opening[0] !== opening[2] };
    }
  }

  private closeFence(line: string): void {
    const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*\r?\n?$/.exec(line);
    if (closing && closing[1]![0] === this.fence!.sign && closing[1]!.length >= this.fence!.length) this.fence = null;
  }
}

/** The end of the line, or of so much of a very long line as one part may hold: at a space, where there is one. */
function lineEnd(text: string, at: number): number {
  const end = endOfLine(text, at);
  if (end - at <= ENOUGH) return end;
  const space = text.lastIndexOf(' ', at + ENOUGH);
  return space > at ? space + 1 : at + ENOUGH;
}

function startsRaw(text: string, line: string, at: number, end: number): RegExp | null {
  if (!/^ {0,3}</.test(line)) return null;
  for (const [opens, closes] of RAW_BLOCKS)
    if (opens.test(line)) return closes.test(text.slice(at, end)) ? null : closes;
  return null;
}

/** What `[4]: https://example.org` says. */
export interface LinkDefinition {
  /** As written, white space folded. */
  readonly label: string;
  readonly address: string;
  /** Where the address, and a title after it, stand. */
  readonly start: number;
  readonly end: number;
}

/** The link and footnote definitions of a text: links anywhere in it may use them, so they are known beforehand. */
export interface Definitions {
  /** By identifier (`normalizeIdentifier`). Of two with one identifier the first holds. */
  readonly links: ReadonlyMap<string, LinkDefinition>;
  /** Identifiers of `[^note]: …`. */
  readonly footnotes: ReadonlySet<string>;
}

const DEFINITION =
  /^[ \t>]*\[((?:[^\\[\]\n]|\\.){1,999})\]:[ \t]*(?:(?:\r?\n)[ \t>]*)?(<[^<>\n]*>|[^\s<][^\s]*)?([^\n]*)/gm;

export function findDefinitions(text: string): Definitions {
  const links = new Map<string, LinkDefinition>();
  const footnotes = new Set<string>();
  let lastEnd = -1;
  for (const match of text.matchAll(DEFINITION)) {
    const label = match[1]!.replace(/\s+/g, ' ').trim();
    if (label.startsWith('^')) {
      footnotes.add(normalizeIdentifier(label.slice(1)));
      continue;
    }
    const rest = match[3]!.trim();
    const address = match[2];
    // A line of a paragraph is no definition, whatever it looks like.
    if (match.index - 1 > lastEnd && !canPrecede(lineBefore(text, match.index))) continue;
    if (label === '' || address === undefined || !/^(?:$|"[^"]*"$|'[^']*'$|\([^()]*\)$)/.test(rest)) continue;
    const end = match.index + match[0].trimEnd().length;
    lastEnd = match.index + match[0].length;
    const start = match.index + match[0].indexOf(address, match[0].indexOf(']:'));
    const id = normalizeIdentifier(label);
    if (!links.has(id)) links.set(id, { label, address: address.replace(/^<|>$/g, ''), start, end });
  }
  return { links, footnotes };
}

function lineBefore(text: string, at: number): string {
  if (at === 0) return '';
  // A long line is a paragraph: a glance at its end tells as much.
  return text.slice(Math.max(text.lastIndexOf('\n', at - 2) + 1, at - 200), at).trim();
}

const canPrecede = (line: string) => /^(?:>[ \t]*)*$|^#{1,6}(?:\s|$)|^(?:[-*_][ \t]*){3,}$|^[`~]{3}/.test(line);

/** What `---` … `---` at the top says of the text. */
export interface FrontMatter {
  readonly title: string | null;
  readonly language: string | null;
  /** Where the text begins. */
  readonly end: number;
}

/** Longer front matter than this (UTF-16 units) is none. */
const MAX_FRONT_MATTER = 50_000;

/** Reads the title and the language from YAML front matter; only plain `name: value` lines at its outermost level. */
export function readFrontMatter(input: string): FrontMatter {
  const start = input.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none = { title: null, language: null, end: start };
  const first = endOfLine(input, start);
  if (input.slice(start, first).trimEnd() !== '---') return none;
  const fields = new Map<string, string>();
  for (let at = first; at < Math.min(input.length, MAX_FRONT_MATTER);) {
    const end = endOfLine(input, at);
    const line = input.slice(at, end).trimEnd();
    if (line === '---' || line === '...') {
      const language = fields.get('lang') ?? fields.get('language') ?? null;
      return { title: fields.get('title') ?? null, language, end };
    }
    const field = /^([A-Za-z][\w-]*):[ \t]+(.*)$/.exec(line);
    const value = field ? scalar(field[2]!) : null;
    if (field && value) fields.set(field[1]!.toLowerCase(), value);
    at = end;
  }
  return none;
}

/** A YAML scalar on one line: quoted in either way, or plain with a comment after it. */
function scalar(source: string): string | null {
  const text = source.trim();
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  if (double) return double[1]!.replace(/\\(["\\/])/g, '$1');
  const single = /^'((?:[^']|'')*)'/.exec(text);
  if (single) return single[1]!.replaceAll("''", "'");
  return /^[[{|>&*!]/.test(text) ? null : text.replace(/\s+#.*$/, '') || null;
}
