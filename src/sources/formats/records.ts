import { toCsl, type Bibliography } from '../csl.js';
import { readBibtex, writeBibtex } from './bibtex.js';
import { readCslJson } from './csl-reader.js';
import type { ReadEntry, RecordFormat } from './record-format.js';
import { readRis, writeRis } from './ris.js';

/** What a format is called in files, and what its records stand in. */
interface Written {
  readonly extension: string;
  readonly mediaType: string;
  readonly head: string;
  /** @param isFirst whether no record stands before it */
  readonly write: (record: Bibliography, key: string, isFirst: boolean) => string;
  readonly foot: string;
}

export const WRITTEN: Readonly<Record<RecordFormat, Written>> = {
  CSL_JSON: {
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    head: '[',
    write: (record, key, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify({ id: key, ...toCsl(record) })}`,
    foot: '\n]\n',
  },
  BIBTEX: { extension: 'bib', mediaType: 'application/x-bibtex', head: '', write: writeBibtex, foot: '' },
  RIS: { extension: 'ris', mediaType: 'application/x-research-info-systems', head: '', write: writeRis, foot: '' },
};

const READERS: Readonly<Record<RecordFormat, (content: string) => ReadEntry[]>> = {
  CSL_JSON: readCslJson,
  BIBTEX: readBibtex,
  RIS: readRis,
};

/** The entries of a file, each a record or what is wrong with it. @throws UnreadableRecordsError */
export const readRecords = (content: string, format: RecordFormat): ReadEntry[] => READERS[format](content);

/**
 * A name for a record that people know again and programs take: "okoro2031-x7Kq2d".
 *
 * @param id of the source: what tells two records of one name apart
 */
export function keyOfRecord({ authors, issued, title, publisher }: Bibliography, id: string): string {
  const [author] = authors;
  const family = author?.includes(',') ? author.split(',')[0] : author?.split(' ').at(-1);
  const word = [family, publisher, title].map(asciiWord).find((each) => each !== '') ?? 'source';
  const year = /^\d{4}/.exec(issued ?? '')?.[0] ?? '';
  return `${word}${year}-${id.slice(-6)}`;
}

const asciiWord = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/)?.[0]
    .slice(0, 30) ?? '';
