import type { Language } from '../languages/language.js';
import type { TableBlock } from './document.js';
import { findMarkers, withoutMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { columnRole } from './table-columns.js';
import { valueStateOf } from './value-states.js';

/** One statement of a table, before its markers are followed. */
export interface TableStatement {
  readonly kind: 'FIELD' | 'CELL' | 'EVIDENCE_ROW';
  /** What names the row; where several columns do, group first: "North, Span 1", at the place of "Span 1". */
  readonly attribute: PositionedText | null;
  /** Where headings stand above headings: "Trains, Freight". */
  readonly column: PositionedText | null;
  /** The statement itself: the value, the cell, the claim of an evidence row. */
  readonly content: PositionedText;
  readonly note: PositionedText | null;
  /** Other cells whose markers cover it, too. */
  readonly alsoMarked: readonly PositionedText[];
}

/** A table as statements, row by row: an evidence table, a table of facts (label, value), or one that compares. */
export function statementsOf(table: TableBlock, language: Language): TableStatement[][] {
  const roles = table.header?.map((cell) => columnRole(cell.text, language)) ?? [];
  const claim = roles.indexOf('claim');
  if (claim >= 0 && (roles.includes('evidence') || roles.includes('source'))) {
    const evidence = roles.indexOf('evidence');
    return table.rows.map((row) => {
      const content = row[claim];
      if (!content || content.text.trim() === '') return [];
      const note = evidence >= 0 ? (row[evidence] ?? null) : null;
      return [
        {
          kind: 'EVIDENCE_ROW',
          attribute: null,
          column: null,
          content,
          note,
          alsoMarked: row.filter((c) => c !== content),
        },
      ];
    });
  }
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), table.header?.length ?? 0);
  if (width < 2) return [];
  const isSource = (i: number) => i > 0 && roles[i] === 'source';
  const places = [...Array(width).keys()];
  const lastValue = places.findLast((i) => i > 0 && !isSource(i)) ?? 1;
  const labels = Math.min(table.labels ?? 1, lastValue);
  const values = places.filter((i) => i >= labels && !isSource(i));
  const kind = values.length === 1 ? 'FIELD' : 'CELL';
  const columns = kind === 'CELL' ? columnsOf(table) : [];
  // What a table with headings is called stands over all of it; over a box of facts stands what they are about.
  const titled = table.header && table.caption ? [table.caption] : [];
  // A cell over several rows or columns is one statement: that of the first.
  const stated = new Set<PositionedText>();
  return table.rows.map((row) => {
    const names = row.slice(0, labels);
    const { attribute, groups } = rowName(names);
    if (!attribute || row.length <= labels || row.every((c) => c === row[0])) return [];
    const isNamed = wordsOf(attribute).trim() !== '';
    const cited = row.filter((_, i) => i >= labels && isSource(i));
    return values.flatMap((i): TableStatement[] => {
      const content = row[i];
      if (!content || names.includes(content) || stated.has(content)) return [];
      stated.add(content);
      // An empty cell is a blank only beside a label; a label without words is a layout's.
      if (!isNamed && valueStateOf(wordsOf(content), language) === 'BLANK') return [];
      const column = columns[i] ?? null;
      const above = [...(column ? [column.name, ...column.above] : []), ...titled];
      const alsoMarked = [attribute, ...groups, ...above, ...cited];
      return [{ kind, attribute, column: column?.name ?? null, content, note: null, alsoMarked }];
    });
  });
}

/** The row's name, and the groups that it repeats without their markers. */
function rowName(cells: readonly PositionedText[]): {
  attribute: PositionedText | undefined;
  groups: PositionedText[];
} {
  const groups = [...new Set(cells)].filter((cell) => cell.text.trim() !== '');
  const own = groups.pop();
  return { attribute: own ? under(groups, own) : cells[0], groups };
}

interface Column {
  readonly name: PositionedText;
  /** The headings over it, which its name repeats without their markers. */
  readonly above: readonly PositionedText[];
}

function columnsOf({ header, upperHeaders = [] }: TableBlock): Column[] {
  return (header ?? []).map((cell, i) => {
    const above = [...new Set(upperHeaders.slice(-MOST_ABOVE).flatMap((row) => row[i] ?? []))].filter(
      (upper) => upper !== cell && upper.text.trim() !== '' && upper.text !== cell.text,
    );
    return { name: under(above, cell), above };
  });
}

/** Of more than these, and of longer ones (UTF-16 units), the rest is no name that tells rows or columns apart. */
const MOST_ABOVE = 4;
const LONGEST_NAME = 100;

/** `own` with the names of what it stands under. */
function under(above: readonly PositionedText[], own: PositionedText): PositionedText {
  if (above.length === 0) return own;
  const words = above.slice(-MOST_ABOVE).map((cell) => wordsOf(cell).slice(0, LONGEST_NAME));
  return own.prefixed(`${words.join(', ')}, `);
}

/** The text of a cell without its markers. */
const wordsOf = (cell: PositionedText): string =>
  withoutMarkers(
    cell.text,
    findMarkers(cell).map((m) => m.span),
  );
