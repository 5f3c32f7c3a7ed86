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

/** An edge whose cursor is made when somebody asks for it. */
class TextEdge implements Edge<ClaimTexts> {
  readonly citations: string[][] = [];
  readonly findings: string[][] = [];
  readonly cited: Hanging[] = [];
  readonly found: Hanging[] = [];
  row: Texts = [];

  constructor(
    private readonly order: SqlOrder,
    private readonly firstKey: number,
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
  private readonly edges: TextEdge[] = [];
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
    const edge = (this.edges[at] ??= new TextEdge(this.order, this.firstKey));
    const kind = row[KIND_SLOT];
    if (kind === KIND.citation) {
      edge.cited.push(
        hanging(row, sorting.citation, (place) => parts.citationWrites[place]!(row), parts.citationWrites),
      );
    } else if (kind === KIND.finding) {
      const state = row[sorting.state];
      const write = (place: number): string | null =>
        codes[place] === null || codes[place] === state ? parts.findingWrites[place]!(row) : null;
      edge.found.push(hanging(row, sorting.finding, write, parts.findingWrites));
    } else edge.row = row;
  }

  /** All that came. */
  connection(page: Page): Connection<ClaimTexts> {
    for (const edge of this.edges) {
      putInOrder(edge.cited, edge.citations, this.parts.citationWrites);
      putInOrder(edge.found, edge.findings, this.parts.findingWrites);
    }
    return toConnection(page, page.forward ? this.edges : this.edges.toReversed());
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

/** Puts the texts of each place in order: by number, then by id. */
function putInOrder(rows: Hanging[], into: string[][], places: readonly unknown[]): void {
  if (rows.length > 1) rows.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  for (const place of places.keys()) {
    into.push(rows.flatMap(({ texts }) => texts[place] ?? []));
  }
}
