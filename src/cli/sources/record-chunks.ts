import type { Piece, RecordFormatName } from './record-pieces.js';

/** What the server takes at once, as `ImportSourcesInput` says. */
export interface ChunkLimits {
  readonly entries: number;
  /** In UTF-16 units. */
  readonly length: number;
}

/** A part of a file that is a file of its own. */
export interface RecordChunk {
  readonly content: string;
  /** How many entries of the file it brings that none before it did. */
  readonly entries: number;
  /** The server's words about this chunk, with entries and lines counted in the file. */
  told(message: string): string;
}

const SEPARATOR: Readonly<Record<RecordFormatName, string>> = { csl: ',\n', bibtex: '\n\n', ris: '\n' };
/** Entries from which entries take fields, one after the other: as far as the server follows them. */
const MAX_PARENTS = 5;

/**
 * Puts pieces together to files that the server takes, in their order. Definitions stand in each chunk that comes after
 * them; so does what an entry takes fields from.
 */
export function chunksOf(pieces: readonly Piece[], format: RecordFormatName, limits: ChunkLimits): RecordChunk[] {
  const separator = SEPARATOR[format];
  const byKey = new Map<string, Piece>();
  for (const piece of pieces) if (piece.key !== null && !byKey.has(piece.key)) byKey.set(piece.key, piece);
  const chunks: RecordChunk[] = [];
  const definitions: Piece[] = [];
  let own = new Set<Piece>();
  let [length, entries, brought] = [0, 0, 0];
  const begin = (): void => {
    own = new Set(definitions);
    length = definitions.reduce((sum, { text }) => sum + text.length + separator.length, BRACKETS);
    [entries, brought] = [0, 0];
  };
  const end = (): void => {
    if (own.size > definitions.length || chunks.length === 0) chunks.push(chunkOf([...own], brought, format));
  };
  begin();
  for (const piece of pieces) {
    if (piece.defines) definitions.push(piece);
    let wanted = [...parentsOf(piece, byKey), piece].filter((each) => !own.has(each));
    const more = (): number => wanted.reduce((sum, { text }) => sum + text.length + separator.length, 0);
    const isFull = entries + wanted.length > limits.entries || length + more() > limits.length;
    if (isFull && brought > 0) {
      end();
      begin();
      wanted = [...parentsOf(piece, byKey), piece].filter((each) => !own.has(each));
    }
    length += more();
    for (const each of wanted) own.add(each);
    entries += wanted.filter(({ entry }) => entry !== null).length;
    if (!piece.defines) brought++;
  }
  end();
  return chunks;
}

/** Around a list of JSON. */
const BRACKETS = 4;

function parentsOf({ parent }: Piece, byKey: ReadonlyMap<string, Piece>): Piece[] {
  const parents: Piece[] = [];
  let at = parent === null ? undefined : byKey.get(parent);
  while (at && parents.length < MAX_PARENTS && !parents.includes(at)) {
    parents.push(at);
    at = at.parent === null ? undefined : byKey.get(at.parent);
  }
  return parents;
}

function chunkOf(unordered: readonly Piece[], entries: number, format: RecordFormatName): RecordChunk {
  const pieces = unordered.toSorted((a, b) => a.line - b.line || (a.entry ?? 0) - (b.entry ?? 0));
  const texts = pieces.map(({ text }) => text).join(SEPARATOR[format]);
  const isList = format === 'csl' && pieces.some(({ entry }) => entry !== null);
  const places = pieces.flatMap(({ entry }) => entry ?? []);
  const gap = SEPARATOR[format].length;
  return {
    content: isList ? `[\n${texts}\n]` : texts,
    entries,
    told: (message) =>
      message
        .replace(/^entry ([\d,]+)/, (_all, place: string) => {
          const entry = places[Number(place.replaceAll(',', '')) - 1];
          return `entry ${entry?.toLocaleString('en') ?? place}`;
        })
        .replace(/\bline (\d+)/, (_all, line: string) => `line ${lineInFile(pieces, Number(line), gap)}`),
  };
}

/** @param gap line breaks between pieces */
function lineInFile(pieces: readonly Piece[], line: number, gap: number): number {
  let begins = 1;
  for (const [i, piece] of pieces.entries()) {
    const lines = piece.text.split(/\r\n|\n|\r/).length;
    if (line < begins + lines - 1 + gap || i === pieces.length - 1) return piece.line + line - begins;
    begins += lines - 1 + gap;
  }
  return line;
}
