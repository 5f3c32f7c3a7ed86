import { FINDING_STATE, type FindingState } from '../../database/codes.js';
import type { Texts } from '../../database/workspace-connection.js';
import type { Connection, Edge, Page } from '../../graphql/connection.js';
import { toConnection } from '../../graphql/connection.js';
import { cursorOfTexts, type SqlOrder } from '../../graphql/keyset.js';
import { KIND, KIND_SLOT, NUMBER_SLOT, type ClaimParts, type ClaimTexts } from './claim-parts.js';

/** Where in rows stands what they are ordered by. */
export interface Sorting {
  readonly citation: readonly [number, number];
  readonly finding: readonly [number, number];
  readonly state: number;
}

/** Puts these columns among those that are read. */
export function sortingOf({ citation, finding }: ClaimParts): Sorting {
  return {
    citation: [citation('ordinal'), citation('id')],
    finding: [finding('severity'), finding('id')],
    state: finding('state'),
  };
}

/** A citation or finding as it is written, and what it is put in order by. */
interface Hanging {
  readonly number: number;
  readonly id: string;
  /** By the place of the field that asks for it; null where that one asks for others. */
  readonly texts: readonly (string | null)[];
}

/** What came of one claim. */
interface Gathered {
  row: Texts;
  readonly cited: Hanging[];
  readonly found: Hanging[];
}

/** An edge whose cursor is made when somebody asks for it. */
class TextEdge implements Edge<ClaimTexts>, ClaimTexts {
  constructor(
    private readonly order: SqlOrder,
    private readonly firstKey: number,
    readonly row: Texts,
    readonly citations: readonly (readonly string[])[],
    readonly findings: readonly (readonly string[])[],
  ) {}

  get node(): ClaimTexts {
    return this;
  }

  get cursor(): string {
    return cursorOfTexts(this.order, this.row, this.firstKey);
  }
}

/**
 * Makes a connection of the rows of a statement. Citations and findings are most of these: each is written when it comes, so
 * that of a request under way there is little but the text that it will be answered with.
 */
export class ClaimRows {
  private readonly claims: Gathered[] = [];
  private readonly codes: readonly (string | null)[];

  /**
   * @param states what each `findings` of the shape asks for
   * @param firstKey where in rows of claims the keys of the order stand
   */
  constructor(
    private readonly parts: ClaimParts,
    private readonly sorting: Sorting,
    states: readonly (FindingState | null)[],
    private readonly order: SqlOrder,
    private readonly firstKey: number,
  ) {
    this.codes = states.map((each) => (each === null ? null : String(FINDING_STATE.toCode[each])));
  }

  /** @throws RangeError for a code that this version does not know */
  take(row: Texts): void {
    const { parts, sorting, codes } = this;
    const at = Number(row[NUMBER_SLOT]) - 1;
    const claim = (this.claims[at] ??= { row: [], cited: [], found: [] });
    const kind = row[KIND_SLOT];
    if (kind === KIND.citation) {
      claim.cited.push(
        hanging(row, sorting.citation, (place) => parts.citationWrites[place]!(row), parts.citationWrites),
      );
    } else if (kind === KIND.finding) {
      const state = row[sorting.state];
      const write = (place: number): string | null =>
        codes[place] === null || codes[place] === state ? parts.findingWrites[place]!(row) : null;
      claim.found.push(hanging(row, sorting.finding, write, parts.findingWrites));
    } else claim.row = row;
  }

  /**
   * All that came, once. Nothing of it is held here afterwards: what waited for PostgreSQL for long is old to the collector
   * of garbage, and would keep it until the whole heap is collected.
   */
  connection(page: Page): Connection<ClaimTexts> {
    const { citationWrites, findingWrites } = this.parts;
    const edges = this.claims.map((claim) => {
      const [citations, findings] = [inOrder(claim.cited, citationWrites), inOrder(claim.found, findingWrites)];
      const edge = new TextEdge(this.order, this.firstKey, claim.row, citations, findings);
      claim.row = [];
      claim.cited.length = 0;
      claim.found.length = 0;
      return edge;
    });
    this.claims.length = 0;
    return toConnection(page, page.forward ? edges : edges.reverse());
  }
}

function hanging(
  row: Texts,
  [number, id]: readonly [number, number],
  write: (place: number) => string | null,
  places: readonly unknown[],
): Hanging {
  return { number: Number(row[number]), id: row[id] ?? '', texts: places.map((_, place) => flat(write(place))) };
}

/**
 * The text in one piece: one that was put together holds all of its pieces, which are larger than it is. Asking for a letter
 * of it makes it one.
 */
function flat(text: string | null): string | null {
  text?.charCodeAt(0);
  return text;
}

/** The texts of each place, by number, then by id. */
function inOrder(rows: Hanging[], places: readonly unknown[]): string[][] {
  if (rows.length > 1) rows.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  return places.map((_, place) => rows.flatMap(({ texts }) => texts[place] ?? []));
}
