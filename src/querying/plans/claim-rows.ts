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

/** An edge whose cursor is made when somebody asks for it. */
class TextEdge implements Edge<ClaimTexts> {
  readonly citations: Texts[] = [];
  readonly found: Texts[] = [];
  row: Texts = [];
  findings: readonly (readonly Texts[])[] = [];

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

/** The connection that the rows of a statement make. @param states what each `findings` of the shape asks for */
export function connectTexts(
  rows: readonly Texts[],
  { citation, finding, state }: Sorting,
  states: readonly (FindingState | null)[],
  order: SqlOrder,
  page: Page,
  firstKey: number,
): Connection<ClaimTexts> {
  const edges: TextEdge[] = [];
  for (const row of rows) {
    const at = Number(row[NUMBER_SLOT]) - 1;
    const edge = (edges[at] ??= new TextEdge(order, firstKey));
    const kind = row[KIND_SLOT];
    if (kind === KIND.citation) edge.citations.push(row);
    else if (kind === KIND.finding) edge.found.push(row);
    else edge.row = row;
  }
  const codes = states.map((each) => (each === null ? null : String(FINDING_STATE.toCode[each])));
  for (const edge of edges) {
    inOrder(edge.citations, citation);
    inOrder(edge.found, finding);
    edge.findings = codes.map((code) => (code === null ? edge.found : edge.found.filter((row) => row[state] === code)));
  }
  return toConnection(page, page.forward ? edges : edges.reverse());
}

/** Sorts by a number, then by an id. */
function inOrder(rows: Texts[], [number, id]: readonly [number, number]): void {
  if (rows.length < 2) return;
  rows.sort((a, b) => Number(a[number]) - Number(b[number]) || ((a[id] ?? '') < (b[id] ?? '') ? -1 : 1));
}
