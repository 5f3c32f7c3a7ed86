import { NOTHING_KNOWN } from '../../reading/described-work.js';
import type { Bibliography } from '../csl.js';
import { isoDate, tidy, UnreadableRecordsError, type ReadEntry } from './record-format.js';

/*
 * RIS: a line a field, "TY  - JOUR" first and "ER  - " last. The tags are those of the specification of Reference
 * Manager (2011), as Zotero and EndNote write them.
 */

/** Two letters or digits, two spaces, a hyphen. Some programs leave a space out, or put more. */
const LINE = /^\uFEFF?([A-Z][A-Z0-9]) {1,3}-(?: (.*)|\s*)$/;

/** Which tags hold a field, the best first. */
const READ = {
  title: ['TI', 'T1', 'CT', 'BT'],
  container: ['T2', 'JO', 'JF', 'JA', 'J2'],
  publisher: ['PB'],
  issued: ['DA', 'PY', 'Y1'],
  accessed: ['Y2', 'RD'],
  url: ['UR', 'LK'],
  archiveUrl: ['L4'],
  doi: ['DO'],
  isbn: ['SN'],
  docket: ['M1', 'IS'],
} as const;

const AUTHORS: ReadonlySet<string> = new Set(['AU', 'A1']);

/** Fields that RIS has no tag for stand in a note of their own, by name. */
const NOTED = { pmid: 'PMID', arxiv: 'arXiv', archivedAt: 'Archived', docket: 'Docket' } as const;

/** @throws UnreadableRecordsError for a text without any entry, or with a line that belongs to none */
export function readRis(content: string): ReadEntry[] {
  const entries: ReadEntry[] = [];
  let tags: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const [i, line] of content.split(/\r\n|\n|\r/).entries()) {
    const [, tag, value = ''] = LINE.exec(line) ?? [];
    if (tag === 'TY') {
      if (tags)
        throw new UnreadableRecordsError(`line ${i + 1}: an entry begins before the last one ended with "ER  -"`);
      tags = new Map([['TY', [value]]]);
      last = null;
    } else if (tag === 'ER') {
      if (!tags) throw new UnreadableRecordsError(`line ${i + 1}: an entry ends here, and none began with "TY  -"`);
      entries.push(entryOf(tags, entries.length + 1));
      tags = null;
    } else if (tag !== undefined) {
      if (!tags) throw new UnreadableRecordsError(`line ${i + 1}: "${tag}" stands outside of any entry`);
      last = tags.get(tag) ?? [];
      last.push(value);
      tags.set(tag, last);
    } else if (line.trim() !== '') {
      if (!last) throw new UnreadableRecordsError(`line ${i + 1}: is no line of RIS; one reads "TI  - The title"`);
      // A long value may go on in the next line.
      last.push(`${last.pop()!} ${line}`);
    }
  }
  if (tags) throw new UnreadableRecordsError(`entry ${entries.length + 1} has no end: "ER  -" is missing`);
  if (entries.length === 0) throw new UnreadableRecordsError('has no entry of RIS; one begins with "TY  -"');
  return entries;
}

function entryOf(tags: ReadonlyMap<string, readonly string[]>, place: number): ReadEntry {
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = tidy(tags.get(name)?.[0]);
      if (value !== null) return value;
    }
    return null;
  };
  const notes = [...(tags.get('N1') ?? [])].map((note) => tidy(note) ?? '');
  const noted = (name: string): string | null =>
    tidy(notes.find((note) => note.startsWith(`${name}: `))?.slice(name.length + 2));
  const type = tidy(tags.get('TY')?.[0])?.toUpperCase() ?? '';
  const serial = first(READ.isbn);
  return {
    place,
    key: first(['ID']),
    record: {
      ...NOTHING_KNOWN,
      title: first(READ.title),
      authors: [...tags].flatMap(([tag, values]) =>
        AUTHORS.has(tag) ? values.flatMap((value) => tidy(value) ?? []) : [],
      ),
      publisher: first(READ.publisher),
      container: first(READ.container),
      issued: dateOf(first(READ.issued)),
      accessed: dateOf(first(READ.accessed)),
      url: first(READ.url),
      archiveUrl: first(READ.archiveUrl),
      archivedAt: noted(NOTED.archivedAt),
      doi: first(READ.doi),
      // The tag holds ISSNs as well.
      isbn: /^\d{4}-?\d{3}[\dX]$/i.test(serial ?? '') ? null : serial,
      pmid: noted(NOTED.pmid),
      arxiv: noted(NOTED.arxiv),
      docket: noted(NOTED.docket) ?? (type === 'CASE' ? first(READ.docket) : null),
    },
  };
}

/** "2031/04/02/spring", "2031///", "2031-04-02"; other words stay words. */
function dateOf(value: string | null): string | null {
  const [, year, month, day] = /^(\d{1,4})(?:[/-](\d{0,2})(?:[/-](\d{0,2}))?)?(?:\/.*)?$/.exec(value ?? '') ?? [];
  return (year === undefined ? null : isoDate(year, month, day)) ?? value;
}

/**
 * One entry, with the empty line behind it. Names stand as they are kept, family name first or last.
 *
 * @param key names it
 */
export function writeRis(record: Bibliography, key: string): string {
  const { title, authors, publisher, container, issued, accessed, url, archiveUrl, doi, isbn } = record;
  const lines: (readonly [string, string | null])[] = [
    ['TY', typeOf(record)],
    ['ID', key],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['T2', container],
    ['PB', publisher],
    ['PY', issued === null ? null : slashed(issued)],
    ['Y2', accessed === null ? null : slashed(accessed)],
    ['UR', url],
    ['L4', archiveUrl],
    ['DO', doi],
    ['SN', isbn],
    ...Object.entries(NOTED).map(([field, name]) => {
      const value = record[field as keyof typeof NOTED];
      return ['N1', value === null ? null : `${name}: ${value}`] as const;
    }),
    ['ER', ''],
  ];
  return `${lines.flatMap(([tag, value]) => (value === null ? [] : `${tag}  - ${tidy(value) ?? ''}`)).join('\r\n')}\r\n\r\n`;
}

const slashed = (date: string): string =>
  /^\d{4}(?:-\d\d){0,2}$/.test(date) ? [...date.split('-'), '', '', ''].slice(0, 3).join('/') + '/' : date;

function typeOf({ docket, doi, pmid, arxiv, isbn, url }: Bibliography): string {
  if (docket !== null) return 'CASE';
  if (doi !== null || pmid !== null || arxiv !== null) return 'JOUR';
  if (isbn !== null) return 'BOOK';
  return url === null ? 'GEN' : 'ELEC';
}
