import type { Language } from '../languages/language.js';
import type { Document, DocumentBlock, ItemBlock, TableBlock } from './document.js';
import { isDated } from './author-date-works.js';
import type { TellLanguage } from './language.js';
import { labelledFacts } from './labelled-facts.js';
import { type Line, type Phrases, phrasesOf } from './flattened-phrases.js';
import { flattenedTable } from './flattened-tables.js';
import { isTeaser } from './furniture.js';
import { isBibliographic } from './plain-entries.js';
import { PositionedText } from './positioned-text.js';
import { isSectionOf } from './section-names.js';
import { backLinksLength, endBeforeEditLink, isBelowTitle, isContentsLine } from './wiki-copies.js';
import { endsWithStop, hasFiniteVerb, isQuestion, isTitleCase, startsLower, tokens } from './words.js';

const BULLET = /^\s*[•‣▪◦●○∙·*–—-]\s+(?=\S)/;
const NUMBERED = /^\s*(?:\((\d{1,3})\)|(\d{1,3})[.)])\s+(?=\S)/;
/** "Step 2: …": numbered in words; a heading unless its neighbour is the next one. */
const STEP = /^\s*(?:Step|Stage|Phase)\s(\d{1,3})\s?[:.)]\s+(?=\S)/i;
const ENTRY = /^\s*\[(\d{1,4})\]:?\s+(?=\S)/;
const QUOTED = /^\s*>\s?/;
/** A heading is a line of at most this many characters. */
const LONGEST_HEADING = 120;
/** Hard-wrapped text fills its lines at least so far, in characters. */
const SHORTEST_WRAP = 45;

/**
 * Reads plain text. Blank lines part groups; what a group is follows from the shape of its lines: list items, questions
 * with answers, terms with definitions, a table (with separators, or flattened to one line a row), wrapped prose.
 */
export function readText(input: string, tell: TellLanguage): Document {
  const language = tell(null);
  const blocks: DocumentBlock[] = [];
  const groups = groupsOf(input);
  const phrases = phrasesOf(input, language.words);
  const reader = new GroupReader(input, phrases, blocks);
  for (const [i, group] of groups.entries()) reader.read(group, i + 1 < groups.length);
  return { title: null, language, blocks };
}

/** Runs of lines without a blank one between them. */
function groupsOf(input: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let start = 0;
  for (const match of input.matchAll(/\r\n|\n|\r|$/g)) {
    const text = input.slice(start, match.index);
    if (/\S/.test(text)) group.push({ text, start });
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    start = match.index + match[0].length;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

class GroupReader {
  private section = '';
  private list = 0;

  constructor(
    private readonly input: string,
    private readonly phrases: Phrases,
    private readonly blocks: DocumentBlock[],
  ) {}

  private get language(): Language {
    return this.phrases.language;
  }

  read(group: readonly Line[], more: boolean): void {
    let run: Line[] = [];
    let items: Line[] = [];
    const flushRun = (followed: boolean): void => {
      if (run.length > 0) this.readRun(run, followed);
      run = [];
    };
    const flushItems = (): void => {
      if (items.length > 0) this.readItems(items);
      items = [];
    };
    for (const [i, line] of group.entries()) {
      const title = titleOf(group, i);
      if (title !== null) {
        flushRun(true);
        flushItems();
        if (title.text !== '') this.heading(title);
      } else if (isBelowTitle(line.text) || (/^contents$/i.test(this.section) && isContentsLine(line.text))) {
        flushRun(false);
        this.blocks.push({ kind: 'skipped', why: 'boilerplate', content: this.line(line) });
      } else if (this.isItem(line.text) || isStep(group, i)) {
        flushRun(true);
        items.push(line);
      } else if (items.length > 0 && /^\s{2,}\S/.test(line.text)) {
        // An indented line goes on with its item.
        const last = items[items.length - 1]!;
        items[items.length - 1] = { start: last.start, text: this.input.slice(last.start, endOf(line)) };
      } else {
        flushItems();
        run.push(line);
      }
    }
    flushItems();
    flushRun(more);
  }

  private isItem(line: string): boolean {
    if (BULLET.test(line) || NUMBERED.test(line)) return true;
    return (ENTRY.test(line) || backLinksLength(line) > 0) && isSectionOf('references', this.section, this.language);
  }

  private readItems(lines: readonly Line[]): void {
    this.list++;
    const indents = [...new Set(lines.map((l) => indentOf(l.text)))].sort((a, b) => a - b);
    for (const line of lines) {
      const lead = ENTRY.exec(line.text) ??
        NUMBERED.exec(line.text) ??
        STEP.exec(line.text) ??
        BULLET.exec(line.text) ?? [''];
      const label = lead[0].length;
      const links = isSectionOf('references', this.section, this.language)
        ? backLinksLength(line.text.slice(label, label + 300))
        : 0;
      const number = lead[1] ?? lead[2];
      const item: ItemBlock = {
        kind: 'item',
        content: this.trimmed(line.start + label + links, endOf(line)),
        number: number === undefined ? null : Number(number),
        depth: indents.indexOf(indentOf(line.text)),
        list: this.list,
        anchor: null,
      };
      this.blocks.push(item);
    }
  }

  private readRun(run: readonly Line[], followed: boolean): void {
    if (run.every((l) => QUOTED.test(l.text))) return this.readQuote(run);
    if (isSectionOf('references', this.section, this.language) && areEntries(run)) return this.readEntries(run);
    if (run.length === 1) return this.readLine(run[0]!, followed);
    const [head, ...rest] = run;
    if (isFaq(run, this.language)) return this.readQuestions(run);
    const table = separatedTable(run) ?? this.facts(run) ?? this.flattened(run);
    if (table) return void this.blocks.push(this.table(table));
    if (isWrapped(run)) return this.paragraph(run[0]!.start, endOf(run[run.length - 1]!));
    const inGlossary = isSectionOf('glossary', this.section, this.language);
    if (this.alternatesTerms(run, inGlossary)) {
      for (let i = 0; i + 1 < run.length; i += 2) {
        this.blocks.push({ kind: 'definition', term: this.line(run[i]!), content: this.line(run[i + 1]!) });
      }
      return;
    }
    if (
      isHeadingLike(head!.text, this.language) &&
      (namesList(head!.text, this.language) || !rest.every((l) => isHeadingLike(l.text, this.language)))
    ) {
      this.heading(head!);
      return this.readRun(rest, followed);
    }
    for (const line of run) this.paragraph(line.start, endOf(line));
  }

  /** An alphabetic list of works: each begins its line, and goes on in lines that are indented. */
  private readEntries(run: readonly Line[]): void {
    for (const [i, line] of run.entries()) {
      if (i > 0 && isIndented(line.text) && !isIndented(run[0]!.text)) continue;
      let last = i;
      while (last + 1 < run.length && isIndented(run[last + 1]!.text) && !isIndented(run[0]!.text)) last++;
      this.paragraph(line.start, endOf(run[last]!));
    }
  }

  private readLine(line: Line, followed: boolean): void {
    if (isQuestion(line.text, this.language) && line.text.trim().length <= LONGEST_HEADING) this.heading(line);
    else if (followed && isHeadingLike(line.text, this.language) && !this.isPlainEntry(line)) this.heading(line);
    else this.paragraph(line.start, endOf(line));
  }

  private isPlainEntry(line: Line): boolean {
    return isSectionOf('references', this.section, this.language) && isBibliographic(line.text);
  }

  private readQuestions(run: readonly Line[]): void {
    let term: PositionedText | null = null;
    for (const line of run) {
      const lead = /^\s*(?:Q|A|Question|Answer)\s*\d{0,3}\s*[:.)]\s+/i.exec(line.text)?.[0].length ?? 0;
      const content = this.trimmed(line.start + lead, endOf(line));
      if (isQuestion(line.text, this.language)) term = content;
      else if (term) {
        this.blocks.push({ kind: 'definition', term, content });
        term = null;
      } else this.blocks.push({ kind: 'paragraph', content, quoted: false });
    }
  }

  private readQuote(run: readonly Line[]): void {
    for (const line of run) {
      const start = line.start + QUOTED.exec(line.text)![0].length;
      if (start < endOf(line))
        this.blocks.push({ kind: 'paragraph', content: this.trimmed(start, endOf(line)), quoted: true });
    }
  }

  private facts(run: readonly Line[]): Cells | null {
    const named =
      isSectionOf('references', this.section, this.language) || isSectionOf('glossary', this.section, this.language);
    return named ? null : labelledFacts(run);
  }

  private flattened(run: readonly Line[]): Cells | null {
    if (isSectionOf('glossary', this.section, this.language) || isWrapped(run)) return null;
    return flattenedTable(run, this.phrases);
  }

  /** Term, definition, term, definition: short lines without a stop in turn with lines that have one. */
  private alternatesTerms(run: readonly Line[], inGlossary: boolean): boolean {
    if (run.length % 2 !== 0 || (!inGlossary && run.length < 4)) return false;
    return run.every((line, i) =>
      i % 2 === 0
        ? !endsWithStop(line.text) && tokens(line.text).length <= 8
        : inGlossary || (endsWithStop(line.text) && tokens(line.text).length > 3),
    );
  }

  private heading(line: Line): void {
    this.section =
      isQuestion(line.text, this.language) && isSectionOf('questions', this.section, this.language)
        ? this.section
        : line.text.trim();
    this.blocks.push({ kind: 'heading', level: 2, content: this.line(line) });
  }

  private paragraph(start: number, end: number): void {
    this.blocks.push({ kind: 'paragraph', content: this.trimmed(start, end), quoted: false });
  }

  private table(cells: Cells): TableBlock {
    const row = (spans: readonly Cell[]) => spans.map((c) => this.trimmed(c.start, c.end));
    return { kind: 'table', caption: null, header: cells.header && row(cells.header), rows: cells.rows.map(row) };
  }

  private line(line: Line): PositionedText {
    return this.trimmed(line.start, endOf(line));
  }

  private trimmed(from: number, to: number): PositionedText {
    let [start, end] = [from, to];
    while (start < end && /\s/.test(this.input.charAt(start))) start++;
    while (end > start && /\s/.test(this.input.charAt(end - 1))) end--;
    return PositionedText.verbatim(this.input, { start, end });
  }
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

interface Cells {
  readonly header: readonly Cell[] | null;
  readonly rows: readonly (readonly Cell[])[];
}

const endOf = (line: Line): number => line.start + line.text.length;
/** Most of the lines that are not indented open with names and have a year. */
function areEntries(run: readonly Line[]): boolean {
  const opening = run.filter((line, i) => i === 0 || !isIndented(line.text));
  return opening.filter((line) => isDated(line.text)).length * 2 > opening.length;
}

const isIndented = (text: string): boolean => /^(?: {2,}|\t)\s*\S/.test(text);
const indentOf = (text: string): number => /^\s*/.exec(text)![0].length;

/** The heading in a line that a link for editing follows, or stands on; empty when the line is only that link. */
function titleOf(group: readonly Line[], index: number): Line | null {
  const { text, start } = group[index]!;
  const end = endBeforeEditLink(text);
  if (end !== null) return { text: text.slice(0, end), start };
  const below = group[index + 1];
  return below && endBeforeEditLink(below.text) === 0 ? { text, start } : null;
}

/** A numbered step whose number follows that of the line before, or goes before that of the line behind. */
function isStep(group: readonly Line[], index: number): boolean {
  const number = stepOf(group[index]!);
  return number !== null && (stepOf(group[index - 1]) === number - 1 || stepOf(group[index + 1]) === number + 1);
}

function stepOf(line: Line | undefined): number | null {
  const match = line && STEP.exec(line.text);
  return match ? Number(match[1]) : null;
}

/** Short, without a full stop, and not obviously a sentence. */
function isHeadingLike(text: string, language: Language): boolean {
  const line = text.trim();
  if (line.length > LONGEST_HEADING || /[.,;:][”’"')\]]*$/.test(line) || /\[\^?[\d\w, –-]+\]/.test(line)) return false;
  // A tab parts the cells of a row.
  if (isTeaser(line, language) || line.includes('\t')) return false;
  if (isQuestion(line, language) || isTitleCase(line, language)) return true;
  return (
    tokens(line).length <= 12 &&
    !startsLower(line) &&
    (!hasFiniteVerb(line, language) || language.grammar.announces.test(line))
  );
}

/** What stands under such a heading are lines as short as headings: works, or titles of other articles. */
const namesList = (text: string, language: Language): boolean =>
  (['references', 'further reading', 'boilerplate'] as const).some((role) => isSectionOf(role, text, language));

/** Question, answer, question, answer …: at least one question directly followed by its answer. */
function isFaq(run: readonly Line[], language: Language): boolean {
  const asked = run.map((l) => isQuestion(l.text, language));
  if (!asked[0] || asked.filter(Boolean).length < 1) return false;
  return asked.every((q, i) => !q || (i + 1 < run.length && !asked[i + 1]));
}

/** Lines of even length that go on in the middle of a sentence. */
function isWrapped(run: readonly Line[]): boolean {
  if (run.length < 2) return false;
  const body = run.slice(0, -1);
  if (body.some((l) => l.text.trim().length < SHORTEST_WRAP)) return false;
  const longest = body.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (body.some((l) => l.text.length < longest * 0.6)) return false;
  const goesOn = run.slice(1).filter((l, i) => startsLower(l.text.trim()) || !endsWithStop(stripMarkers(run[i]!.text)));
  return goesOn.length >= (run.length - 1) / 2 && run.slice(1).some((l) => startsLower(l.text.trim()));
}

const stripMarkers = (text: string): string => text.replace(/(\s*\[[^\]]{1,60}\])+\s*$/, '');

/** Cells parted by tabs, pipes, or two spaces and more, as many on every line. */
function separatedTable(run: readonly Line[]): Cells | null {
  for (const separator of [/\t+/g, /\s*\|\s*/g, /\S(\s{2,})(?=\S)/g]) {
    const rows = run.filter((l) => !/^[\s|:+=-]+$/.test(l.text)).map((line) => cellsOf(line, separator));
    const width = rows[0]?.length ?? 0;
    if (width >= 2 && rows.length >= 2 && rows.every((r) => r.length === width || r.length === 1)) {
      const whole = rows.filter((r) => r.length === width);
      if (whole.length < rows.length * 0.8) continue;
      return { header: rows[0]!, rows: rows.slice(1) };
    }
  }
  return null;
}

function cellsOf(line: Line, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  const framed = /^\s*\|/.test(line.text) ? line.text.indexOf('|') + 1 : 0;
  const stop = /\|\s*$/.test(line.text) ? line.text.lastIndexOf('|') : line.text.length;
  let start = framed;
  for (const match of line.text.matchAll(separator)) {
    const at = match.index + (match[1] === undefined ? 0 : match[0].length - match[1].length);
    const end = match.index + match[0].length;
    if (at < framed || at >= stop || (framed > 0 && end <= framed)) continue;
    if (at === 0 && match[1] === undefined && framed === 0 && line.text.trimStart() !== line.text) continue;
    cells.push({ start: line.start + start, end: line.start + at });
    start = end;
  }
  cells.push({ start: line.start + start, end: line.start + Math.max(start, stop) });
  return cells;
}
