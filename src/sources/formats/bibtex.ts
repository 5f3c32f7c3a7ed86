import { NOTHING_KNOWN } from '../../reading/described-work.js';
import type { Bibliography } from '../csl.js';
import { readBibtexFile, type BibtexEntry } from './bibtex-file.js';
import { isoDate, tidy, type ReadEntry } from './record-format.js';
import { fromTex, toTex } from './tex.js';

/** Which fields hold what, the best first: those of BibLaTeX, BibTeX, JabRef and Zotero. */
const READ = {
  container: ['journaltitle', 'journal', 'booktitle', 'maintitle'],
  publisher: ['publisher', 'institution', 'organization', 'school', 'howpublished'],
  accessed: ['urldate', 'lastchecked'],
  archivedAt: ['archivedate', 'archived'],
  isbn: ['isbn'],
  pmid: ['pmid'],
  docket: ['docket'],
} as const;

const LEGAL: ReadonlySet<string> = new Set(['jurisdiction', 'legal', 'legislation']);
const MAX_CROSSREFS = 5;

/** @throws UnreadableRecordsError for a text without any entry */
export function readBibtex(content: string): ReadEntry[] {
  const entries = readBibtexFile(content);
  const byKey = new Map(entries.map((entry) => [entry.key?.toLowerCase(), entry]));
  return entries.map((entry, i): ReadEntry => {
    const name = { place: i + 1, key: entry.key };
    return entry.mistake === null
      ? { ...name, record: recordOf(entry, inherited(entry, byKey)) }
      : { ...name, mistake: entry.mistake };
  });
}

/** The entries in which this one stands (`crossref`), the nearest first. */
function inherited(entry: BibtexEntry, byKey: ReadonlyMap<string | undefined, BibtexEntry>): BibtexEntry[] {
  const parents: BibtexEntry[] = [];
  for (let at: BibtexEntry | undefined = entry; at && parents.length < MAX_CROSSREFS;) {
    const parent: string | undefined = tidy(at.fields.get('crossref') ?? at.fields.get('xdata'))?.toLowerCase();
    at = parent === undefined ? undefined : byKey.get(parent);
    if (at) parents.push(at);
  }
  return parents;
}

function recordOf(entry: BibtexEntry, parents: readonly BibtexEntry[]): Bibliography {
  const raw = (name: string): string | null => {
    const holder = [entry, ...parents].find(({ fields }) => fields.has(name));
    return tidy(holder?.fields.get(name));
  };
  const read = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = tidy(fromTex(raw(name) ?? ''));
      if (value !== null) return value;
    }
    return null;
  };
  const own = (name: string): string | null => tidy(fromTex(entry.fields.get(name) ?? ''));
  const [title, subtitle] = [own('title'), own('subtitle')];
  const parentTitle = parents.length === 0 ? null : tidy(fromTex(parents[0]!.fields.get('title') ?? ''));
  const howpublished = raw('howpublished');
  const eprint = verbatim(raw('eprint'));
  const isArxiv = /^arxiv$/i.test(raw('eprinttype') ?? raw('archiveprefix') ?? '');
  return {
    ...NOTHING_KNOWN,
    title: title !== null && subtitle !== null ? `${title}: ${subtitle}` : title,
    authors: namesOf(raw('author') ?? raw('editor') ?? ''),
    publisher: read(READ.publisher.filter((name) => name !== 'howpublished' || !isAddress(howpublished))),
    container: read(READ.container) ?? parentTitle,
    issued: dateOf(read(['date'])) ?? yearOf(read(['year']), read(['month']), read(['day'])),
    accessed: dateOf(read(READ.accessed)),
    url: verbatim(raw('url')) ?? (isAddress(howpublished) ? verbatim(howpublished) : null),
    archiveUrl: verbatim(raw('archiveurl')),
    archivedAt: dateOf(read(READ.archivedAt)),
    doi: verbatim(raw('doi')),
    isbn: read(READ.isbn),
    pmid: read(READ.pmid) ?? (/^pubmed$/i.test(raw('eprinttype') ?? '') ? eprint : null),
    arxiv: isArxiv ? eprint : null,
    docket: read(READ.docket) ?? (LEGAL.has(entry.type) ? read(['number']) : null),
  };
}

const isAddress = (value: string | null): boolean => value !== null && /https?:\/\//i.test(value);

/** An address or identifier: no TeX but what people put around and into it all the same. */
function verbatim(value: string | null): string | null {
  if (value === null) return null;
  const inner = /\\(?:url|href)\s*\{([^{}]*)\}/.exec(value)?.[1] ?? value;
  return tidy(inner.replace(/\\([%_&#~$])/g, '$1').replace(/[{}]|^<|>$/g, ''));
}

/** Names as they are written, "Okoro, Ada" or "Ada Okoro"; " and " within braces is part of a name. */
function namesOf(value: string): string[] {
  const names: string[] = [];
  const sign = /\\[^]|[{}]|(?<=\s)and(?=\s)/gi;
  let [depth, from] = [0, 0];
  for (let found = sign.exec(value); found; found = sign.exec(value)) {
    const [what] = found;
    if (what === '{') depth++;
    else if (what === '}') depth--;
    else if (depth === 0 && what.length === 3) {
      names.push(value.slice(from, found.index));
      from = sign.lastIndex;
    }
  }
  names.push(value.slice(from));
  return names.flatMap((name) => {
    const read = tidy(fromTex(name));
    return read === null || /^others$/i.test(name.trim()) ? [] : read;
  });
}

/** "2031-04-02", "2031-04/2031-05" (its beginning), or the words that stand in its place. */
function dateOf(value: string | null): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?(?:[T/].*)?$/.exec(value ?? '') ?? [];
  return (year === undefined ? null : isoDate(year, month, day)) ?? value;
}

function yearOf(year: string | null, month: string | null, day: string | null): string | null {
  if (year === null || !/^\d{4}$/.test(year)) return year;
  const number = /^\d{1,2}$/.test(month ?? '') ? month : monthNumber(month);
  return isoDate(year, number ?? undefined, day ?? undefined);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(name: string | null): string | null {
  const at = MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? '');
  return at < 0 ? null : String(at + 1);
}

/**
 * One entry of BibTeX in UTF-8, with fields that BibLaTeX, Zotero and JabRef know, and the empty line behind it. Titles
 * stand in braces of their own, so that no style changes their capitals, and so do names of which nobody knows whether
 * they have a family name.
 *
 * @param key names it
 */
export function writeBibtex(record: Bibliography, key: string): string {
  const { title, authors, container, publisher, url, archiveUrl, doi, arxiv } = record;
  const type = typeOf(record);
  const fields: (readonly [string, string | null])[] = [
    ['author', authors.length === 0 ? null : authors.map(authorOf).join(' and ')],
    ['title', title === null ? null : `{${toTex(title)}}`],
    [type === 'article' ? 'journaltitle' : 'booktitle', tex(container)],
    ['publisher', publisher === null ? null : `{${toTex(publisher)}}`],
    ['date', tex(record.issued)],
    ['url', address(url)],
    ['urldate', tex(record.accessed)],
    ['archiveurl', address(archiveUrl)],
    ['archivedate', tex(record.archivedAt)],
    ['doi', address(doi)],
    ['isbn', tex(record.isbn)],
    ['pmid', tex(record.pmid)],
    ['eprint', address(arxiv)],
    ['eprinttype', arxiv === null ? null : 'arxiv'],
    ['docket', tex(record.docket)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : `  ${name} = {${value}},\n`));
  return `@${type}{${key},\n${lines.join('')}}\n\n`;
}

/** "Okoro, Ada" says which part is the family name. */
const FAMILY_FIRST = /^[^,{}\\]+, [^,{}\\]+$/;

const authorOf = (name: string): string =>
  FAMILY_FIRST.test(name) && !/(?:^|\s)(?:and|others)(?:\s|$)/i.test(name) ? toTex(name) : `{${toTex(name)}}`;

const tex = (text: string | null): string | null => (text === null ? null : toTex(text));

/** Addresses stand as they are; what would end the field is written as addresses write it. */
const address = (text: string | null): string | null =>
  text === null ? null : text.replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));

function typeOf({ docket, doi, pmid, arxiv, isbn, container, url }: Bibliography): string {
  if (docket !== null) return 'jurisdiction';
  if (doi !== null || pmid !== null || arxiv !== null) return 'article';
  if (isbn !== null) return container === null ? 'book' : 'incollection';
  return url === null ? 'misc' : 'online';
}
