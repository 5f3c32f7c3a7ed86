import { escapeHtml } from './escape-html.js';
import { blocksOf, type Block } from './pdf-blocks.js';
import { rowsInOrder } from './pdf-columns.js';
import { readPdf } from './pdf-file.js';
import { withoutFurniture } from './pdf-furniture.js';
import { linesOf, type Line, type Piece } from './pdf-lines.js';
import { metricsOf } from './pdf-metrics.js';
import { takeNotes, type FootNote, type PageRow } from './pdf-notes.js';
import { hasHead, partsOf } from './pdf-tables.js';
import { compoundsOf, joined } from './pdf-words.js';
import { isMarkerPlace } from '../reading/raised-numbers.js';
import { UnconvertibleFileError } from './unconvertible-file.js';

/**
 * The text of a PDF as HTML: headings by size, paragraphs, items, tables, and notes at the feet of pages as links to a
 * list at the end. Running headers and footers, page numbers and pictures are left out.
 *
 * @throws UnconvertibleFileError
 */
export async function pdfToHtml(bytes: Uint8Array): Promise<string> {
  const pages = await readPdf(bytes);
  if (!pages.some((runs) => runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) {
    throw new UnconvertibleFileError('NO_TEXT', 'has no text; if its pages are pictures, run OCR on them first');
  }
  const rows = withoutFurniture(pages.map(linesOf)).flatMap((lines, page) =>
    rowsInOrder(lines).map((row): PageRow => ({ ...row, page })),
  );
  const metrics = metricsOf(rows);
  const flow = takeNotes(rows, metrics.size);
  const compounds = compoundsOf(rows.flatMap(({ cells }) => cells));
  const blocks = blocksOf(partsOf(withNoteLinks(flow.rows, flow.notes)), metrics);
  const html = [...htmlOf(blocks, compounds), ...notesHtml(flow.notes, compounds)].join('\n');
  return `${html}\n`;
}

/** Raised labels of notes on the same page become links to them. */
function withNoteLinks(rows: readonly PageRow[], notes: readonly FootNote[]): PageRow[] {
  const urls = new Map(notes.map(({ page, label }, i) => [`${page} ${label}`, `#${idOf(i)}`]));
  return rows.map((row) => {
    const linked = (piece: Piece, i: number, all: readonly Piece[]): Piece[] => {
      if (!piece.raised || !isMarkerPlace((all[i - 1]?.text ?? '').trimEnd())) return [piece];
      return piece.text.split(/(\s*[,;]\s*|\s+)/).flatMap((text): Piece[] => {
        const url = urls.get(`${row.page} ${text}`) ?? piece.url;
        return text === '' ? [] : [{ text, raised: true, url }];
      });
    };
    return { ...row, cells: row.cells.map((line): Line => ({ ...line, pieces: line.pieces.flatMap(linked) })) };
  });
}

const idOf = (note: number): string => `footnote-${note + 1}`;

function htmlOf(blocks: readonly Block[], compounds: ReadonlySet<string>): string[] {
  const levels = levelsOf(blocks);
  const inline = (lines: readonly Line[]): string => piecesHtml(joined(lines, compounds));
  return blocks.flatMap((block, i): string[] => {
    switch (block.kind) {
      case 'heading': {
        const level = levels.get(sizeOf(block.lines))!;
        return [`<h${level}>${inline(block.lines)}</h${level}>`];
      }
      case 'paragraph':
        return [`<p>${inline(block.lines)}</p>`];
      case 'item': {
        const item = `<li>${inline(block.lines).replace(/^\S+\s+/, '')}</li>`;
        const [before, after] = [blocks[i - 1]?.kind, blocks[i + 1]?.kind];
        return [...(before === 'item' ? [] : ['<ul>']), item, ...(after === 'item' ? [] : ['</ul>'])];
      }
      case 'table': {
        const tag = (row: number): string => (row === 0 && hasHead(block.rows) ? 'th' : 'td');
        const row = (cells: readonly Line[], j: number): string =>
          `<tr>${cells.map((cell) => `<${tag(j)}>${inline([cell])}</${tag(j)}>`).join('')}</tr>`;
        return ['<table>', ...block.rows.map(row), '</table>'];
      }
    }
  });
}

/** To half a point. */
const sizeOf = (lines: readonly Line[]): number => Math.round(lines[0]!.size * 2) / 2;

/** The level of each size of headings, the largest first; HTML has six. */
function levelsOf(blocks: readonly Block[]): Map<number, number> {
  const sizes = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [sizeOf(block.lines)] : [])));
  return new Map([...sizes].sort((a, b) => b - a).map((size, i) => [size, Math.min(6, i + 1)]));
}

function notesHtml(notes: readonly FootNote[], compounds: ReadonlySet<string>): string[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ label, rows }, i) => {
    const pieces = joined(
      rows.flatMap(({ cells }) => cells),
      compounds,
    );
    return `<li id="${idOf(i)}">${piecesHtml(withoutLabel(pieces, label))}</li>`;
  });
  return ['<ol>', ...items, '</ol>'];
}

/** A note's text: its list and its marker have the label. */
function withoutLabel([first, ...rest]: readonly Piece[], label: string): Piece[] {
  const at = first!.text.indexOf(label) + label.length;
  const text = first!.text.slice(at).replace(/^[\]).]{0,2}\s*/, '');
  return [{ ...first!, text }, ...rest].filter((piece) => piece.text !== '');
}

/** Neighbours that are alike stand in one element. */
function piecesHtml(pieces: readonly Piece[]): string {
  let html = '';
  for (const [i, { text, raised, url }] of pieces.entries()) {
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    if (raised && !before?.raised) html += '<sup>';
    if (url !== null && !(before?.url === url && before.raised === raised)) html += `<a href="${escapeHtml(url)}">`;
    html += escapeHtml(text);
    if (url !== null && !(after?.url === url && after.raised === raised)) html += '</a>';
    if (raised && !after?.raised) html += '</sup>';
  }
  return html.trim();
}
