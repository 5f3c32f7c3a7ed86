import { parseReference } from '../reading/parse-reference.js';
import type { EntrySource } from '../writing/reference-entry.js';
import { entriesOf } from '../writing/reference-entry.js';

/** One source that a cell names. */
export interface NamedSource {
  /** What its marker says: "4", "note"; null when the cell gives it none. */
  readonly label: string | null;
  /** The words of its entry; null when the cell only names a number. */
  readonly entry: string | null;
  /** False for one that refutes the claim, is neutral or was rejected: it is listed, and the claim does not cite it. */
  readonly isCited: boolean;
}

const ADDRESS = /https?:\/\/|\bwww\.|\bdoi:\s*10\.|\b10\.\d{4,9}\/\S|\barxiv:\s*\d|\bPMID:?\s*\d|\bISBN\b/i;
/** What divides addresses from one another: white space, bars, and commas or semicolons before another one. */
const BETWEEN_ADDRESSES = /[\s|]+|[,;](?=\s|$|https?:|www\.|doi:|10\.)/i;
const ADDRESS_ALONE = /^(?:https?:\/\/|www\.|doi:10\.|10\.\d{4,9}\/)\S/i;
/** "1", "1, 3", "[2]", "[1][4]": numbers of references that stand elsewhere. */
const NUMBERS = /^(?:\[?\d{1,4}\]?(?:[\s,;]+|(?=\[)|$))+$/;
const LABEL = /^\[([^[\]\n]{1,100})\]\s*/;
/** How an export of claims says what a citation is worth. */
const EXPORTED = /^(SUPPORTS|REFUTES|NEUTRAL), (PROPOSED|ACCEPTED|REJECTED): ?/;
const DANGLING = 'leads nowhere';
/** What people write where there is no source. */
const NONE = /^(?:[-–—?.]+|n\/?a|none|no|keine?|k\.\s?a\.|aucune?|ningun[ao]|null)$/i;

export const hasAddress = (cell: string): boolean => ADDRESS.test(cell);

/** The sources that a cell names, one a line, or with semicolons or bars between them. */
export const sourcesIn = (cell: string): NamedSource[] => partsOf(cell).flatMap(sourceOf);

function partsOf(cell: string): string[] {
  const text = cell.trim();
  if (text === '') return [];
  if (NUMBERS.test(text)) return (text.match(/\d+/g) ?? []).map((number) => `[${number}]`);
  const words = text
    .replace(/\bdoi:\s+(?=10\.)/gi, 'doi:')
    .split(BETWEEN_ADDRESSES)
    .filter((part) => part !== '');
  if (words.every((word) => ADDRESS_ALONE.test(word))) return words;
  const lines = text.split('\n').flatMap((line) => line.split(/\s+\|\s+/));
  return lines.flatMap(divided).map((part) => part.trim());
}

/** At its semicolons, unless they stand within one entry: "Okoro, A.; Lund, P. Trams. https://…". */
function divided(line: string): string[] {
  if (EXPORTED.test(line.replace(LABEL, ''))) return [line];
  const labelled = line.split(/(?<=[\s;,])(?=\[\d{1,4}\]\s*\S)/);
  if (labelled.length > 1) return labelled.map((part) => part.trim().replace(/[;,]$/, ''));
  const parts = line.split(/;(?:\s+|(?=https?:\/\/)|$)/).filter((part) => part.trim() !== '');
  const addressed = parts.filter(hasAddress).length;
  return addressed === 0 || addressed === parts.length ? parts : [line];
}

function sourceOf(part: string): NamedSource[] {
  const label = LABEL.exec(part);
  const rest = label ? part.slice(label[0].length).trim() : part;
  const name = label?.[1]?.trim() ?? null;
  const exported = name === null ? null : EXPORTED.exec(rest);
  if (exported) {
    const named = rest.slice(exported[0].length).trim();
    const isCited = exported[1] === 'SUPPORTS' && exported[2] !== 'REJECTED';
    return [{ label: name, entry: named === DANGLING || named === '' ? null : entryOfRecord(named), isCited }];
  }
  if (NONE.test(rest) || (rest === '' && name === null)) return [];
  return [{ label: name, entry: rest === '' ? null : rest, isCited: true }];
}

/** "Crossings of the year https://example.org/crossings" as an entry that is read as this title and this address. */
function entryOfRecord(named: string): string {
  const split = /^(?:(.*)\s)?(https?:\/\/\S+|10\.\d{4,9}\/\S+)$/s.exec(named);
  const title = split ? (split[1]?.trim() ?? null) : named;
  const address = split?.[2] ?? null;
  const known = address === null ? null : parseReference(address.startsWith('10.') ? `doi:${address}` : address, PLAIN);
  const base = known ?? parseReference(`“${title ?? ''}”`, PLAIN);
  const source: EntrySource = { ...base, title };
  return entriesOf([{ number: 1, source, printed: null, locator: null }])[0]!.entry;
}

const PLAIN = { links: [], italics: [] };

/** What an entry says of its source, as far as tables ask. */
interface EntryReading {
  /** What two entries share that name the same source. */
  readonly key: string;
  /** Whether it says by what its source can be found: an address, an identifier, or a title and a year. */
  readonly isIdentified: boolean;
}

/** Reads entries, each once: a table names the same source in row after row. */
export class EntryReader {
  private readonly known = new Map<string, EntryReading>();

  read(entry: string): EntryReading {
    const before = this.known.get(entry);
    if (before) return before;
    const { key, url, doi, isbn, pmid, arxiv, docket, title, issued } = parseReference(entry, PLAIN);
    const isIdentified =
      [url, doi, isbn, pmid, arxiv, docket].some((each) => each !== null) || (title !== null && issued !== null);
    const reading = { key, isIdentified };
    this.known.set(entry, reading);
    return reading;
  }
}
