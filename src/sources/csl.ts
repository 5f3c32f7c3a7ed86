import { archiveName } from '../addresses/archives.js';
import type { Source } from '../judging/evidence.js';

/** A bibliographic record as it is stored: CSL-JSON, with what CSL has no field for under `custom`. */
export interface StoredCsl {
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  /** The name of the archive that keeps a copy: "Internet Archive". */
  readonly archive?: string;
  /** The address of that copy. */
  readonly archive_location?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
  readonly PMID?: string;
  /** A docket or file number. */
  readonly number?: string;
  readonly locator?: string;
  readonly custom?: {
    readonly arxiv?: string;
    /** When the copy was made: CSL has no field for it. */
    readonly archived?: CslDate;
    /** Where records that were stored before have `archive_location`. */
    readonly archiveUrl?: string;
  };
}

export interface CslName {
  readonly literal?: string;
  readonly family?: string;
  readonly given?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
}

/** What a source says of itself, without its key and what has become of it. */
export type Bibliography = Omit<Source, 'key' | 'retraction' | 'publisherRecord'>;

/** Whether a record says what is meant by it: by words that name it, or by an identifier. */
export const namesSomething = ({ title, url, doi, isbn, pmid, arxiv, docket }: Bibliography): boolean =>
  [title, url, doi, isbn, pmid, arxiv, docket].some((field) => field !== null && field !== '');

export function toCsl(source: Bibliography): StoredCsl {
  const { issued, accessed, archiveUrl, archivedAt } = source;
  const custom = present({ arxiv: source.arxiv, archived: archivedAt === null ? null : toDate(archivedAt) });
  return present({
    type: typeOf(source),
    title: source.title,
    author: source.authors.length > 0 ? source.authors.map((literal) => ({ literal })) : null,
    publisher: source.publisher,
    'container-title': source.container,
    issued: issued === null ? null : toDate(issued),
    accessed: accessed === null ? null : toDate(accessed),
    URL: source.url,
    archive: archiveUrl === null ? null : archiveName(archiveUrl),
    archive_location: archiveUrl,
    DOI: source.doi,
    ISBN: source.isbn,
    PMID: source.pmid,
    number: source.docket,
    locator: source.locator,
    custom: Object.keys(custom).length > 0 ? custom : null,
  }) as unknown as StoredCsl;
}

export function fromCsl(csl: StoredCsl): Bibliography {
  return {
    title: csl.title ?? null,
    authors: (csl.author ?? []).map(nameOf).filter((name) => name !== ''),
    publisher: csl.publisher ?? null,
    container: csl['container-title'] ?? null,
    issued: csl.issued ? fromDate(csl.issued) : null,
    url: csl.URL ?? null,
    accessed: csl.accessed ? fromDate(csl.accessed) : null,
    archiveUrl: copyOf(csl),
    archivedAt: csl.custom?.archived ? fromDate(csl.custom.archived) : null,
    doi: csl.DOI ?? null,
    isbn: csl.ISBN ?? null,
    pmid: csl.PMID ?? null,
    arxiv: csl.custom?.arxiv ?? null,
    docket: csl.number ?? null,
    locator: csl.locator ?? null,
  };
}

/** What stands in an archive of paper ("Box 4") has a location that is no address. */
function copyOf({ archive_location: location, custom }: StoredCsl): string | null {
  return location !== undefined && /^https?:\/\//i.test(location) ? location : (custom?.archiveUrl ?? null);
}

/** The first moment of a date as precise as it is known, in UTC; null for a date that is none. */
export function firstMoment(issued: string | null): Date | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(issued ?? '') ?? [];
  if (year === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The kind of document, as far as its fields tell. */
function typeOf(source: Bibliography): string {
  if (source.docket !== null) return 'legal_case';
  if (source.pmid !== null || source.arxiv !== null || source.doi !== null) return 'article-journal';
  if (source.isbn !== null) return 'book';
  return source.url === null ? 'document' : 'webpage';
}

function toDate(issued: string): CslDate {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(issued);
  if (!match) return { literal: issued };
  return {
    'date-parts': [
      match
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number),
    ],
  };
}

function fromDate(date: CslDate): string | null {
  const parts = date['date-parts']?.[0];
  if (!parts || parts.length === 0) return date.literal ?? null;
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

function nameOf(name: CslName): string {
  return name.literal ?? [name.given, name.family].filter(Boolean).join(' ');
}

/** Without the fields that are not known. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
