import type { PositionedText } from './positioned-text.js';
import type { TableBlock } from './document.js';
import { columnRole } from './table-columns.js';
import { valueStateOf } from './value-states.js';

/** One statement of a table, before its markers are followed. */
export interface TableStatement {
  readonly kind: 'FIELD' | 'CELL' | 'EVIDENCE_ROW';
  readonly attribute: PositionedText | null;
  readonly column: PositionedText | null;
  /** The statement itself: the value, the cell, the claim of an evidence row. */
  readonly content: PositionedText;
  readonly note: PositionedText | null;
  /** Other cells whose markers cover it, too. */
  readonly alsoMarked: readonly PositionedText[];
}

/** A table as statements, row by row: an evidence table, a table of facts (label, value), or one that compares. */
export function statementsOf(table: TableBlock): TableStatement[][] {
  const roles = table.header?.map((cell) => columnRole(cell.text)) ?? [];
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
  const width = Math.max(table.header?.length ?? 0, ...table.rows.map((row) => row.length));
  if (width < 2) return [];
  const sources = roles.map((role, i) => (role === 'source' && i > 0 ? i : -1)).filter((i) => i >= 0);
  const values = width - 1 - sources.length;
  return table.rows.map((row) => {
    const [attribute, ...cells] = row;
    if (!attribute || row.length < 2 || row.every((c) => c === attribute)) return [];
    const cited = sources.flatMap((i) => (row[i] ? [row[i]] : []));
    return cells.flatMap((content, i): TableStatement[] => {
      if (sources.includes(i + 1)) return [];
      const column = table.header?.[i + 1] ?? null;
      // An empty cell is a blank only beside a label; a label without words is a layout's.
      if (attribute.text.trim() === '' && valueStateOf(content.text) === 'BLANK') return [];
      const kind = values === 1 ? 'FIELD' : 'CELL';
      const alsoMarked = [attribute, ...(column && kind === 'CELL' ? [column] : []), ...cited];
      return [{ kind, attribute, column: kind === 'CELL' ? column : null, content, note: null, alsoMarked }];
    });
  });
}
