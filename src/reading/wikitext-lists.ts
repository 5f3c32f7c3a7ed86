/** Where a line of a list stands. */
export interface ListPlace {
  /** What its last sign makes of it: an item of a bulleted or numbered list, a term, an indented line. */
  readonly sign: '*' | '#' | ';' | ':';
  /** Its number in a numbered list. */
  readonly number: number | null;
  readonly depth: number;
  /** Items of one list share it. */
  readonly list: number;
}

interface Level {
  readonly sign: string;
  readonly list: number;
  count: number;
}

/** More levels than this are a mistake. */
const DEEPEST = 20;

/** The lists of wikitext, whose lines say by their signs in which list they stand: "*", "*#", "*##". */
export class WikiLists {
  private levels: Level[] = [];
  private count = 0;

  /** A line with these signs at its beginning. */
  enter(prefix: string): ListPlace {
    const signs = prefix.slice(0, DEEPEST);
    let shared = 0;
    while (shared < signs.length && this.levels[shared]?.sign === kindOf(signs[shared]!)) shared += 1;
    this.levels.length = shared;
    for (const sign of signs.slice(shared)) this.levels.push({ sign: kindOf(sign), list: (this.count += 1), count: 0 });
    const last = this.levels.at(-1)!;
    last.count += 1;
    const sign = signs.at(-1) as ListPlace['sign'];
    return { sign, number: sign === '#' ? last.count : null, depth: signs.length - 1, list: last.list };
  }

  /** A line that stands in no list. */
  end(): void {
    this.levels = [];
  }
}

/** Terms and their definitions make one list. */
const kindOf = (sign: string): string => (sign === ':' ? ';' : sign);
