import type { Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { glue, type Line, type Phrases } from './flattened-phrases.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { splitSentences } from './sentences.js';
import { opensWithValueState, valueStateOf } from './value-states.js';
import { bare, startsFigure, startsLower, startsUpper, tokens } from './words.js';

/**
 * One line of a flattened table, and the ways to cut it into a label and cells. Every way has a cost: what a cut at a
 * place costs, and what it costs that a cell runs on over a place that looks like a border. The cheapest way wins.
 */

/** What a cell holds, as far as its first words tell: cells of one row, and of one column, are often of one kind. */
export type CellKind = 'state' | 'answer' | 'date' | 'money' | 'figure' | 'words';
const ROW_KINDS: readonly (CellKind | null)[] = [null, 'answer', 'date', 'money', 'figure', 'words'];

/** More words than this make a line prose. */
const LONGEST_ROW = 150;
/** A label of a row has at most so many words. */
const LONGEST_LABEL = 9;
/** Cells beside the label, at most. */
export const MOST_COLUMNS = 5;

/** Costs; 1 is about "it would be odd". */
const BLANK_CELL = 2.2;
const NO_LABEL = 1.2;
const RUN_ON_MARKER = 2.5;
const RUN_ON_STATE = 1.8;
const RUN_ON_AMOUNT = 1.2;
const RUN_ON_STOP = 1;
const OTHER_KIND_IN_ROW = 0.4;
const NO_KIND_IN_ROW = 0.3;
const OTHER_KIND_IN_COLUMN = 0.5;
const LABEL_WEIGHT = 0.3;

/** Words that end labels of fields, after the properties of schema.org and the usual infobox fields. */
const LABEL_NOUNS = new Set(
  (
    'date dates time year month day deadline price cost costs fee fees value budget amount name title type kind status ' +
    'version number location place site address city country owner operator author publisher developer manufacturer ' +
    'maker licence license language website url contact email phone size length height width weight capacity duration ' +
    'period term terms model platform format requirements availability audience purpose scope target sector industry ' +
    'funding investment partner partners provider vendor supplier contractor regulator source area population founder ' +
    'reference code address rating score rank'
  ).split(' '),
);

const dateOf = ({ grammar: { month, dayEnding } }: Language): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:\\d{1,2}${dayEnding} ${month}(?:,? \\d{4})?|${month} \\d{1,2}${dayEnding}(?:, \\d{4})?(?! \\p{L}*\\d)|${month} \\d{4}|(?:Q[1-4]|H[12]|Spring|Summer|Autumn|Fall|Winter|Early|Mid|Late|End of|By) \\d{4})(?![\\p{L}\\p{N}])`,
    'gu',
  );
const SCALE = '(?:thousand|million|billion|trillion|bn|mn|m|k)';
const MONEY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:US|A|C|HK|NZ)?[$€£¥₹]|(?:${Intl.supportedValuesOf('currency').join('|')}) )\\s?\\d[\\d.,]*(?: ${SCALE}\\b)?`,
  'gu',
);
const BRACKETED = /\([^()]{1,120}\)/g;
const RANGE = /\d\S* [–-] \S*\d/g;

/** An answer that is a cell of its own when a new thing follows: "Yes No", "None $20". */
const ANSWER = /^(?:Yes|No|None|Both|Neither)[.,;]?$/;
/** Between two dates or sums of one cell: "from … to …", "… of …". */
const JOINS_AMOUNTS = /^(?:and|or|to|plus|until|through|since|from|by|with|at|in|for|of|than)$/;
const DASH = /^[—–-]{1,3}$/;

interface Word {
  readonly text: string;
  /** In the line. */
  readonly start: number;
  readonly end: number;
  readonly marker: boolean;
}

/** A way to cut a row: word indices where cells begin, the first cell's first. Nothing when all of it is label. */
export interface Cut {
  readonly cost: number;
  readonly starts: readonly number[];
}

/** What a column's cells are, and what share of them. */
export interface Column {
  readonly kind: CellKind;
  readonly share: number;
}

/** A way to cut what stands behind a label: a cell that begins with word `from`, and those behind it. */
interface Way {
  readonly cost: number;
  readonly from: number;
  readonly rest: Way | null;
}

function startsOf(way: Way): number[] {
  const starts: number[] = [];
  for (let at: Way | null = way; at; at = at.rest) starts.push(at.from);
  return starts;
}

export class FlattenedRow {
  /** It is too long for a row; it has no cuts. */
  readonly isProse: boolean;
  private readonly words: readonly Word[];
  private readonly smallWords: ReadonlySet<string>;
  /** Whether a sentence begins with this word. */
  private readonly opensSentence: ReadonlySet<number>;
  /** Words that belong to the one before: within dates, amounts, brackets. */
  private readonly joined: ReadonlySet<number>;
  private readonly kindAt: ReadonlyMap<number, CellKind>;
  /** Where a phrase such as "Not yet disclosed" begins → the word after it. */
  private readonly states: ReadonlyMap<number, number>;
  private readonly stateEnds: ReadonlySet<number>;
  /** Words with which a cell may begin, in order; the line's end is the last. */
  private readonly borders: readonly number[];
  /** runOns[b][n]: what it costs that one cell goes from border b to border n, over those between. */
  private readonly runOns: readonly (readonly number[])[];
  private readonly labelScores: readonly (number | null)[];
  /** What it costs to begin a cell at a border, whatever the one before is. */
  private readonly ownCutCosts: readonly number[];

  constructor(
    readonly line: Line,
    private readonly phrases: Phrases,
  ) {
    this.smallWords = phrases.language.grammar.smallWords;
    const { text } = line;
    const markers = findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length })).map((m) => m.span);
    const words = wordsOf(text, markers);
    this.isProse = words.length > LONGEST_ROW;
    this.words = this.isProse ? [] : words;
    const atStart = new Map(this.words.map((word, i) => [word.start, i]));
    const sentences = this.isProse ? [] : splitSentences(text, markers, phrases.language);
    this.opensSentence = new Set(sentences.flatMap(({ start }) => atStart.get(start) ?? []));
    const joined = new Set<number>();
    const kinds = new Map<number, CellKind>();
    const join = (pattern: RegExp, kind: CellKind | null): void => {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const first = this.words.findIndex((word) => word.end > match.index);
        if (first < 0) continue;
        if (kind && this.words[first]!.start === match.index && !kinds.has(first)) kinds.set(first, kind);
        for (let i = first + 1; i < this.words.length && this.words[i]!.start < end; i++) joined.add(i);
      }
    };
    if (!this.isProse) {
      join(dateOf(phrases.language), 'date');
      join(MONEY, 'money');
      join(BRACKETED, null);
      join(RANGE, null);
    }
    this.joined = joined;
    this.kindAt = kinds;
    this.states = this.findStates();
    this.stateEnds = new Set(this.states.values());
    const openings = this.words.flatMap((_, i) => (this.mayOpen(i) ? [i] : []));
    this.borders = [...openings, this.words.length];
    this.runOns = openings.map((from, b) => {
      let cost = 0;
      return this.borders.map((_, n) => {
        if (n > b + 1) cost += this.runOnCost(from, this.borders[n - 1]!);
        return cost;
      });
    });
    this.ownCutCosts = openings.map((at) => this.ownCutCost(at));
    this.labelScores = openings.map((at) => (at > LONGEST_LABEL ? null : this.labelScore(at)));
  }

  /**
   * The cheapest cuts into a label and 1, 2 … cells, the columns not yet known.
   *
   * @param most cells beside the label
   */
  cuts(most: number): Cut[] {
    const best = Array.from({ length: most }, (_, i) => this.allLabel(i));
    for (const kind of ROW_KINDS) {
      // The same cells at the end serve every width.
      let ways: readonly Way[] = [];
      for (let i = 0; i < most; i++) {
        ways = this.ways(ways, i, kind, undefined);
        best[i] = this.cheaper(best[i]!, ways, kind, i + 1);
      }
    }
    return best;
  }

  /**
   * The cheapest cut into a label and as many cells as there are columns.
   *
   * @param columns what kind their cells are, and what share of them
   */
  cutInto(columns: readonly Column[]): Cut {
    const width = columns.length;
    let best = this.allLabel(width - 1);
    for (const kind of ROW_KINDS) {
      let ways: readonly Way[] = [];
      for (let i = 0; i < width; i++) ways = this.ways(ways, i, kind, columns[width - 1 - i]);
      best = this.cheaper(best, ways, kind, width);
    }
    return best;
  }

  /** The cut of a line that is all label, its cells blank: it still runs on over what looks like borders. */
  private allLabel(blanks: number): Cut {
    return { cost: NO_LABEL + (this.runOns[0]?.at(-1) ?? 0) + blanks * BLANK_CELL, starts: [] };
  }

  /**
   * The cheapest way from each border to the line's end, by way of one cell more than `next` has. Cells at the end may be
   * blank.
   *
   * @param next the ways with so many cells less one; none for the last cell
   * @param behind how many cells stand behind the one that begins at the border
   */
  private ways(
    next: readonly Way[],
    behind: number,
    kind: CellKind | null,
    column: Column | undefined,
  ): readonly Way[] {
    const end = this.borders.length - 1;
    const blanks = behind * BLANK_CELL;
    return this.runOns.map((_runOn, b) => {
      let cost = this.cellCost(b, end, kind, column) + blanks;
      let rest: Way | null = null;
      if (behind > 0) {
        for (let n = b + 1; n < end; n++) {
          const cut = this.cellCost(b, n, kind, column) + this.cutCost(b, n) + next[n]!.cost;
          if (cut < cost) [cost, rest] = [cut, next[n]!];
        }
      }
      return { cost, from: this.borders[b]!, rest };
    });
  }

  /** The cut that a label and the cheapest of the ways behind it make, when it costs less than `best`. */
  private cheaper(best: Cut, ways: readonly Way[], kind: CellKind | null, width: number): Cut {
    const base = kind === null && width > 1 ? NO_KIND_IN_ROW * width : 0;
    let { cost } = best;
    let found: Way | null = null;
    for (const [b, score] of this.labelScores.entries()) {
      if (score === null) continue;
      const own = base + ways[b]!.cost + (4 - score) * LABEL_WEIGHT;
      if (own < cost) [cost, found] = [own, ways[b]!];
    }
    return found ? { cost, starts: startsOf(found) } : best;
  }

  /** Label and cells of a cut, as spans of the input; cells that are left over are blank, at the line's end. */
  spans({ starts }: Cut, width: number): Span[] {
    const { words, line } = this;
    const ends = [...starts, words.length];
    const cells = starts.map((from, i) => this.span(from, ends[i + 1]!));
    const end = line.start + line.text.trimEnd().length;
    const label = this.span(0, starts[0] ?? words.length);
    return [label, ...cells, ...Array.from({ length: width - cells.length }, () => ({ start: end, end }))];
  }

  /** What kind of cell each of a cut's cells is. */
  kinds({ starts }: Cut): CellKind[] {
    return starts.map((from, i) => this.kindOf(from, starts[i + 1] ?? this.words.length));
  }

  private span(from: number, to: number): Span {
    const { start } = this.line;
    return { start: start + this.words[from]!.start, end: start + this.words[to - 1]!.end };
  }

  private findStates(): Map<number, number> {
    const states = new Map<number, number>();
    for (const [i, word] of this.words.entries()) {
      if (word.marker || startsLowerWord(word.text)) continue;
      if (DASH.test(word.text)) {
        if (!this.joined.has(i) && !this.joined.has(i + 1)) states.set(i, i + 1);
        continue;
      }
      const rest = this.line.text.slice(word.start);
      if (!opensWithValueState(rest, this.phrases.language)) continue;
      // As many words as still say nothing else.
      let to = i + 1;
      for (let n = i + 1; n <= Math.min(this.words.length, i + 8); n++) {
        const state = valueStateOf(this.line.text.slice(word.start, this.words[n - 1]!.end), this.phrases.language);
        if (state === 'UNDISCLOSED' || state === 'NOT_APPLICABLE') {
          to = n;
          break;
        }
      }
      states.set(i, to);
    }
    return states;
  }

  /** Whether a cell may begin with this word. */
  private mayOpen(i: number): boolean {
    const [before, word] = [this.words[i - 1], this.words[i]!];
    if (!before || word.marker || this.joined.has(i)) return false;
    if (this.states.has(i)) return true;
    if (!startsUpper(word.text) && !startsFigure(word.text)) return false;
    return before.marker || !/[,(:/]$/.test(before.text);
  }

  /** What it costs to begin a cell at border `n`, the one before having begun at border `b`. */
  private cutCost(b: number, n: number): number {
    const [from, at] = [this.borders[b]!, this.borders[n]!];
    const own = this.ownCutCosts[n]!;
    if (own <= 0.1) return own;
    if (this.states.get(from) === at || (at - from === 1 && this.isAnswer(from))) return 0.1;
    return own;
  }

  /** What it costs to begin a cell with word `at`, whatever the one before is. */
  private ownCutCost(at: number): number {
    const before = this.words[at - 1]!;
    const word = this.words[at]!;
    if (before.marker || this.opensSentence.has(at)) return 0;
    if (this.states.has(at)) return 0.1;
    if (this.isAnswer(at)) return 0.2;
    if (this.smallWords.has(before.text.toLowerCase()) || before.text === '&') return 4;
    const name = 3 * glue(before.text, word.text, this.phrases);
    if (startsFigure(word.text) || this.kindAt.has(at)) {
      return name + (this.kindAt.has(at) || /\d/.test(before.text) ? 0.4 : 0.7);
    }
    const next = this.words[at + 1]?.text ?? '';
    const runsOn = startsLowerWord(next) ? -0.3 : 0;
    if (startsLower(before.text)) return name + 0.8 + runsOn;
    return name + (/[\d)%]$/.test(before.text) ? 0.7 : 1.4) + runsOn;
  }

  /** What it costs that the words from border `b` to border `n` are one cell. */
  private cellCost(b: number, n: number, kind: CellKind | null, column: Column | undefined): number {
    let cost = this.runOns[b]![n]!;
    if (kind === null && !column) return cost;
    const own = this.kindOf(this.borders[b]!, this.borders[n]!);
    if (own === 'state') return cost;
    if (kind !== null && own !== kind) cost += OTHER_KIND_IN_ROW;
    if (column && own !== column.kind) cost += OTHER_KIND_IN_COLUMN * column.share;
    return cost;
  }

  /** What it costs that a cell that began with word `from` goes on over a border at word `at`. */
  private runOnCost(from: number, at: number): number {
    if (this.words[at - 1]!.marker) return RUN_ON_MARKER;
    if (this.states.has(at) || this.stateEnds.has(at)) return RUN_ON_STATE;
    if (this.isAnswer(at) || this.isAnswer(at - 1)) return RUN_ON_STATE;
    if (this.isAnotherAmount(from, at)) return RUN_ON_AMOUNT;
    return this.opensSentence.has(at) ? RUN_ON_STOP : 0;
  }

  private kindOf(from: number, to: number): CellKind {
    const state = this.states.get(from);
    if (state !== undefined && state <= to) return 'state';
    if (this.isAnswer(from)) return 'answer';
    const known = this.kindAt.get(from);
    if (known) return known;
    return startsFigure(this.words[from]!.text) ? 'figure' : 'words';
  }

  /** A date or sum that something else stands before, no word between the two that would join them. */
  private isAnotherAmount(from: number, at: number): boolean {
    const kind = this.kindAt.get(at);
    if (kind === undefined) return false;
    // "Marlow Hall 2 June": a name does not go on with a date.
    if (kind !== this.kindAt.get(from)) return startsUpper(this.words[at - 1]!.text);
    return !this.words.slice(from, at).some((word) => JOINS_AMOUNTS.test(word.text));
  }

  private isAnswer(at: number): boolean {
    const next = this.words[at + 1];
    return ANSWER.test(this.words[at]!.text) && (!next || next.marker || !startsLowerWord(next.text));
  }

  /** How well the words before `k` are a label, and the word there opens the first cell; null: they cannot be. */
  private labelScore(k: number): number | null {
    const words = this.words.map((word) => word.text);
    const [before, opening, next] = [words[k - 1]!, words[k]!, words[k + 1]];
    const stated = this.states.has(k);
    const label = words.slice(0, k);
    // No label runs over a stop or a marker.
    if (this.words.slice(0, k).some((w) => w.marker) || label.some((w) => /[\p{Ll}\d]{2}[.;!?]$/u.test(w))) return null;
    let score = 0;

    // How the cell opens.
    const opensAsCell = /^(?:A|An|The|No|All|Every|Each)$/.test(opening);
    if (stated) score += 5;
    else if (startsFigure(opening) || this.kindAt.has(k)) score += 2;
    else if (next === undefined) score += LABEL_NOUNS.has(bare(opening).toLowerCase()) ? -1 : 0.4;
    else if (this.isAnswer(k)) score += 4;
    else if (this.words[k + 1]!.marker) score += 1;
    else if (/[.,;]$/.test(opening)) score += 0.8;
    else if (opensAsCell) score += 3;
    else if (startsLower(next) || next === '&') score += next === '&' || this.smallWords.has(bare(next)) ? 1 : 3;
    else if (startsFigure(next)) score += 2;
    else score += 2 * glue(opening, next, this.phrases);

    if (startsLower(before) && startsUpper(opening)) score += 0.7;
    // "Official journal reference": nothing stands behind the label.
    else if (startsUpper(opening) && !stated && LABEL_NOUNS.has(words.at(-1)!) && k < words.length - 1) score -= 3;

    // How the label ends.
    const last = bare(before).toLowerCase();
    const inside = label.slice(1);
    const lower = inside.filter((w) => startsLower(w));
    const sentenceCase = lower.length > 0 && inside.length === lower.length;
    if (/^(?:and|or|the|a|an|of)$/.test(last) || before === '&') score -= 6;
    else if (this.smallWords.has(last) && !sentenceCase) score -= 2;
    if (LABEL_NOUNS.has(last)) score += k === 1 ? 1.2 : 0.6;
    // "Operator Corvane": the label ended a word ago.
    else if (k === 2 && startsUpper(before) && LABEL_NOUNS.has(label[0]!.toLowerCase())) score -= 0.4;
    if (!stated) score -= 4 * glue(before, opening, this.phrases);
    if (/[,(]$/.test(before) || before.startsWith('(') !== before.endsWith(')')) score -= 3;

    // A label is in title case or in sentence case, not in both by turns; names after a preposition aside.
    const content = lower.filter((w) => !this.smallWords.has(bare(w)));
    let name = false;
    for (const [i, word] of inside.entries()) {
      const high = startsUpper(word);
      name = high && (name || this.smallWords.has(bare(label[i]!).toLowerCase()));
      if (high && content.length > 0) score -= name ? 0.5 : 1.5;
    }
    for (const [i, word] of label.entries()) if (startsFigure(word)) score -= this.kindAt.has(i) ? 2.5 : 1;
    return score - (k === 1 ? 0.3 : Math.max(0, k - 2) * 0.1);
  }
}

/** By its first letter, brackets and quotes aside; a figure is no small letter. */
const startsLowerWord = (word: string): boolean => startsLower(word) && !/^n\/a\b/i.test(word);

/** Words between white space, a marker and the stops behind it being one. */
function wordsOf(text: string, markers: readonly Span[]): Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const token of tokens(text)) {
    let { start } = token;
    while (next < markers.length && markers[next]!.end <= start) next++;
    const last = words.at(-1);
    if (last?.marker && last.end > start) continue;
    for (let i = next; i < markers.length && markers[i]!.start < token.end; i++) {
      const marker = markers[i]!;
      if (marker.start > start)
        words.push({ text: text.slice(start, marker.start), start, end: marker.start, marker: false });
      const end = marker.end + /^[.,;:!?)]*/.exec(text.slice(marker.end, marker.end + 4))![0].length;
      words.push({ text: text.slice(marker.start, end), start: marker.start, end, marker: true });
      start = end;
    }
    if (start < token.end) words.push({ text: text.slice(start, token.end), start, end: token.end, marker: false });
  }
  return words;
}
