/** In which formats bibliographic records are passed on, by their names on the command line. */
export const RECORD_FORMATS = ['csl', 'bibtex', 'ris'] as const;
export type RecordFormatName = (typeof RECORD_FORMATS)[number];

/** A stretch of a file of records. */
export interface Piece {
  readonly text: string;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** Which entry of the file it is, from 1; null for what is none. */
  readonly entry: number | null;
  /** Definitions for what follows: it stands before all later entries. */
  readonly defines: boolean;
  /** How the entry is called by others; null when it cannot be. */
  readonly key: string | null;
  /** The key of an entry that it takes fields from. */
  readonly parent: string | null;
}

/** Takes a file of records apart between its entries. It judges nothing: what is wrong with an entry stays in its piece. */
export function piecesOf(text: string, format: RecordFormatName): Piece[] {
  if (format === 'csl') return cslPieces(text);
  return format === 'ris' ? risPieces(text) : bibtexPieces(text);
}

const plain = (text: string, line: number, entry: number | null): Piece => ({
  ...{ text, line, entry },
  ...{ defines: false, key: null, parent: null },
});

/** Items of a list. What is no list is one piece, for the server to say what is wrong with it. */
function cslPieces(text: string): Piece[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [plain(text, 1, null)];
  }
  if (!Array.isArray(value) || value.length === 0) return [plain(text, 1, null)];
  return value.map((item, i) => plain(JSON.stringify(item), 1, i + 1));
}

/** From behind the end of one entry to the end of the next. */
function risPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let [own, from]: [string[], number] = [[], 1];
  const lines = text.split(/\r\n|\n|\r/);
  for (const [i, line] of lines.entries()) {
    own.push(line);
    if (!/^\uFEFF?ER {1,3}-/.test(line)) continue;
    pieces.push(plain(own.join('\n'), from, pieces.length + 1));
    [own, from] = [[], i + 2];
  }
  // An entry that does not end is for the server to tell.
  const rest = own.join('\n');
  if (rest.trim() !== '') pieces.push(plain(rest, from, /^TY {1,3}-/m.test(rest) ? pieces.length + 1 : null));
  return pieces;
}

const BEGIN = /@[ \t]*([a-zA-Z]{1,40})\s{0,80}([{(])/g;
const PARENT = /\b(?:crossref|xdata)\s{0,80}=\s{0,80}["{]?\s{0,80}([^\s,"{}]{1,300})/i;

/** From an "@" to its closing sign. What stands between entries is a comment, and left out. */
function bibtexPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let [line, counted, entries] = [1, 0, 0];
  const begin = new RegExp(BEGIN);
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const [, type, sign] = found as unknown as [string, string, string];
    const end = endOf(text, begin.lastIndex, sign === '{' ? '}' : ')');
    for (let at = text.indexOf('\n', counted); at >= 0 && at < found.index; at = text.indexOf('\n', counted)) {
      line++;
      counted = at + 1;
    }
    const own = text.slice(found.index, end);
    begin.lastIndex = end;
    const kind = type.toLowerCase();
    if (kind === 'comment' || kind === 'preamble') continue;
    const defines = kind === 'string';
    const key = defines ? null : (/^[^{(]*[{(]\s*([^\s,{}()=]+)/.exec(own)?.[1]?.toLowerCase() ?? null);
    const parent = defines ? null : (PARENT.exec(own)?.[1]?.toLowerCase() ?? null);
    pieces.push({ text: own, line, entry: defines ? null : ++entries, defines, key, parent });
  }
  return pieces.length > 0 ? pieces : [plain(text, 1, null)];
}

/** Behind the sign that closes an entry; without one, before the next line that begins with "@". */
function endOf(text: string, from: number, close: string): number {
  const sign = /\\[^]|[{})"]|[\r\n][ \t]*@[ \t]*[a-zA-Z]{1,40}\s{0,80}[{(]/g;
  sign.lastIndex = from;
  let depth = 0;
  // Within quotation marks a parenthesis closes nothing.
  let quoted = false;
  let recovery: number | null = null;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const [what] = found;
    if (/^[\r\n]/.test(what)) {
      recovery ??= found.index + 1;
      if (what.endsWith('{')) depth++;
    } else if (what === '"') quoted = depth === 0 ? !quoted : quoted;
    else if (depth === 0 && what === close && !quoted) return sign.lastIndex;
    else if (what === '{') depth++;
    else if (what === '}') depth--;
    if (depth < 0) return recovery ?? sign.lastIndex;
  }
  return recovery ?? text.length;
}
