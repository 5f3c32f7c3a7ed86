import { glue, type Phrases } from './flattened-phrases.js';
import { bare, startsFigure, startsUpper, tokens } from './words.js';

/** A way to give the words of a heading row to its columns. */
export interface HeaderSplit {
  /** How many words go to each column, the label's first. */
  readonly counts: readonly number[];
  /** How well they name columns: the higher the better. */
  readonly score: number;
}

interface HeaderWord {
  readonly bare: string;
  readonly opensName: boolean;
  readonly figure: boolean;
  readonly small: boolean;
  /** Brackets that it opens, less those that it closes. */
  readonly brackets: number;
  readonly closes: boolean;
  /** How surely it is one name with the word before. */
  readonly glued: number;
}

/** The heading row of a flattened table, and the ways to cut it. */
export class FlattenedHeader {
  private readonly parts: readonly HeaderWord[];

  constructor(
    readonly words: readonly string[],
    phrases: Phrases,
  ) {
    this.parts = words.map((word, i) => ({
      bare: bare(word),
      opensName: startsUpper(word) || startsFigure(word),
      figure: startsFigure(word),
      small: phrases.language.grammar.smallWords.has(word.toLowerCase()),
      brackets: word.split('(').length - word.split(')').length,
      closes: word.endsWith(')'),
      glued: i === 0 ? 0 : glue(words[i - 1]!, word, phrases, false),
    }));
  }

  /**
   * The best of all ways: columns of like length and like wording, none that ends inside a bracket, each naming what
   * its cells name.
   *
   * @param width columns beside the label's
   * @param rows their cells; none while they are not known
   */
  split(width: number, rows: readonly (readonly string[])[] = []): HeaderSplit {
    const named = Array.from(
      { length: width },
      (_, i) => new Set(rows.flatMap((row) => tokens(row[i] ?? '').map((t) => bare(t.text)))),
    );
    let best: HeaderSplit | null = null;
    const visit = (ends: readonly number[]): void => {
      const used = ends.at(-1) ?? 0;
      if (ends.length === width) {
        const score = this.score([...ends, this.words.length], named);
        if (!best || score > best.score) {
          best = { counts: [...ends, this.words.length].map((end, i) => end - (ends[i - 1] ?? 0)), score };
        }
        return;
      }
      for (let end = used + 1; end + (width - ends.length) <= this.words.length; end++) visit([...ends, end]);
    };
    visit([]);
    return best!;
  }

  /** @param ends of the columns, the label's first */
  private score(ends: readonly number[], named: readonly ReadonlySet<string>[]): number {
    const { parts } = this;
    const label = ends[0]!;
    const values = ends.length - 1;
    const mean = (parts.length - label) / values;
    let score = label === 1 ? 1 : -0.5 * label;
    let figures = 0;
    let lastShared = 0;
    let firstShared = 0;
    for (let c = 0; c < ends.length; c++) {
      const [from, to] = [c === 0 ? 0 : ends[c - 1]!, ends[c]!];
      let brackets = 0;
      let closed = false;
      for (let i = from; i < to; i++) {
        brackets += parts[i]!.brackets;
        closed ||= parts[i]!.brackets < 0 || parts[i]!.closes;
      }
      if (brackets !== 0) score -= 4;
      if (!parts[from]!.opensName) score -= 2;
      if (parts[to - 1]!.small) score -= 2;
      // A name that other lines use is not cut in two.
      score -= 4 * parts[from]!.glued;
      if (c === 0) continue;
      if (closed && !parts[to - 1]!.closes) score -= 3;
      score -= 0.4 * Math.abs(to - from - mean) + (named[0]!.size > 0 ? -this.naming(from, to, c - 1, named) : 0);
      figures += Number(parts[from]!.figure);
      for (let other = 1; other < ends.length; other++) {
        if (other === c || parts[ends[other]! - 1]!.bare !== parts[to - 1]!.bare) continue;
        lastShared++;
        break;
      }
      for (let other = 1; other < ends.length; other++) {
        if (other === c || parts[ends[other - 1]!]!.bare !== parts[from]!.bare) continue;
        firstShared++;
        break;
      }
    }
    if (figures > 0 && figures < values) score -= 1;
    // "Old Terms", "New Terms": columns share what kind of thing they are, more often than how they begin.
    return values > 1 ? score + (2 * lastShared + firstShared) / values : score;
  }

  /** Words of a column that its own cells use, and no other column's. */
  private naming(from: number, to: number, column: number, named: readonly ReadonlySet<string>[]): number {
    let words = 0;
    for (let i = from; i < to; i++) {
      const word = this.parts[i]!.bare;
      if (named[column]!.has(word) && named.filter((cells) => cells.has(word)).length === 1) words++;
    }
    return 0.8 * words;
  }
}
