import type { CitedWork } from './document.js';
import { LANGUAGES } from '../languages/languages.js';
import { dateIn } from './reference-dates.js';
import { addressesIn, identifiersIn } from './reference-identifiers.js';
import type { TemplateCall } from './wikitext-arguments.js';
import type { Plain } from './wikitext-templates.js';

/** A citation template, read. */
export interface Citation {
  readonly work: CitedWork;
  /** As the page shows it, about. */
  readonly text: string;
  /** By which short citations find it: "CITEREFOkoro2024". */
  readonly anchors: readonly string[];
}

/** They cite no work, or ask for one. */
const NO_WORK = new Set(['cite needed', 'cite check', 'citation needed', 'cite doi', 'cite pmid', 'cite quote']);

/** Whether a template of that name describes one work by named parameters: "cite web", "Literatur", "lien web". */
export const isCitationTemplate = (name: string): boolean =>
  LANGUAGES.some(({ wiki }) => wiki.cites.test(name)) && !NO_WORK.has(name);

/** What of a work these templates' parameters give. */
const PARAMETERS = [
  'title',
  'part',
  'translated',
  'container',
  'publisher',
  'date',
  'url',
  'accessed',
  'archive',
  'archived',
  'doi',
  'isbn',
  'pmid',
  'arxiv',
  'docket',
  'quote',
  'page',
  'pages',
  'place',
] as const;
type Parameter = (typeof PARAMETERS)[number];

/** The names that hold in all wikis; the others are those of the languages. */
const EVERYWHERE: Partial<Readonly<Record<Parameter, string>>> = {
  // Of wikis whose other words are not read.
  accessed: 'accesso|bezochtdatum|hämtdatum|data dostępu',
  archive: 'urlarchivio',
  archived: 'dataarchivio',
  doi: 'doi',
  isbn: 'isbn|isbn10|isbn13',
  pmid: 'pmid',
  arxiv: 'arxiv|eprint',
  docket: 'docket|id-docket',
  place: 'at',
};

const KEYS = new Map(
  PARAMETERS.map((what) => {
    const names = [...LANGUAGES.map(({ wiki }) => wiki.parameters[what]), EVERYWHERE[what]];
    return [what, names.flatMap((each) => each?.split('|') ?? [])] as const;
  }),
);

const keysOf = (what: Parameter): readonly string[] => KEYS.get(what)!;

/** Reads a citation template as the work that it describes. */
export function readCitation(call: TemplateCall, plain: Plain): Citation {
  const get = (what: Parameter): string | null => clean(plain(call.get(...keysOf(what))));
  const part = get('part');
  const whole = get('title');
  const authors = authorsOf(call, plain);
  const given = get('date');
  const month = clean(plain(call.get('month')));
  const date = given && month && /^\d{4}$/.test(given) ? `${month} ${given}` : given;
  const issued = date === null ? null : dateIn(date);
  const container = get('container');
  const locator = locatorOf(get('page'), get('pages'), get('place'));
  const shown = [get('url'), get('archive')].map(absolute).filter((address) => address !== null);
  const { url, archiveUrl, archivedAt, all } = addressesIn('', shown);
  const found = identifiersIn(identifiersOf(call, plain), all);
  const title = part ?? whole ?? get('translated');
  const publisher = get('publisher');
  const inWhat = part !== null && whole !== null ? whole : container;
  const text = [
    authors.join('; ') + (date === null ? '' : ` (${date})`),
    title === null ? '' : `“${title}”`,
    inWhat ?? '',
    publisher ?? '',
    locator ?? '',
    found.doi === null ? '' : `doi:${found.doi}`,
    found.isbn === null ? '' : `ISBN ${found.isbn}`,
  ];
  return {
    work: {
      source: {
        title,
        authors,
        publisher,
        container: inWhat,
        issued,
        url,
        accessed: day(get('accessed')),
        archiveUrl,
        archivedAt: archivedAt ?? day(get('archived')),
        ...found,
        locator,
      },
      quote: get('quote'),
    },
    text:
      text
        .map((each) => each.trim())
        .filter(Boolean)
        .join('. ') ||
      (url ?? archiveUrl ?? `{{${call.name}}}`),
    anchors: anchorsOf(call, plain, date),
  };
}

const day = (date: string | null): string | null => (date === null ? null : dateIn(date));

/** Identifiers as an entry prints them, so that they are checked and folded as there. */
function identifiersOf(call: TemplateCall, plain: Plain): string {
  const of = (what: Parameter) => plain(call.get(...keysOf(what))).trim();
  const printed = { doi: of('doi'), ISBN: of('isbn'), PMID: of('pmid'), arXiv: of('arxiv'), docket: of('docket') };
  const rest = plain(call.get('id'));
  return [
    printed.doi && `doi:${printed.doi}`,
    printed.ISBN && `ISBN ${printed.ISBN}`,
    printed.PMID && `PMID ${printed.PMID}`,
    printed.arXiv && `arXiv:${printed.arXiv.replace(/^arxiv:/i, '')}`,
    printed.docket && `docket no. ${printed.docket}`,
    rest,
  ]
    .filter(Boolean)
    .join(' ; ');
}

const clean = (value: string): string | null => {
  const folded = value.replace(/\s+/g, ' ').trim();
  return folded === '' || /^(?:n\.?d\.?|o\. ?[dj]\.|s\.d\.)$/i.test(folded) ? null : folded.slice(0, 1000);
};

const absolute = (address: string | null): string | null =>
  address === null ? null : address.startsWith('//') ? `https:${address}` : address;

/** More authors than this are not looked for. */
const MOST_AUTHORS = 30;

/** "Okoro, Ada" of last and first; the author, the group, the editors where no author is given. */
function authorsOf(call: TemplateCall, plain: Plain): string[] {
  const get = (...keys: string[]): string => clean(plain(call.get(...keys))) ?? '';
  for (const role of ROLES) {
    const authors: string[] = [];
    for (let n = 1; n <= MOST_AUTHORS; n += 1) {
      const last = get(...numbered(role.last, n));
      if (last === '') break;
      const given = get(...numbered(role.first, n));
      authors.push(given === '' ? last : `${last}, ${given}`);
    }
    if (authors.length > 0) return authors;
  }
  const listed = get('vauthors', 'authors', 'people');
  return listed === '' ? [] : listed.split(/\s*[,;]\s+/).slice(0, MOST_AUTHORS);
}

const ROLES = [
  {
    last: ['last', 'surname', 'author', 'autor', 'nom', 'apellido', 'apellidos', 'auteur', 'host', 'inventor'],
    first: ['first', 'given', 'prénom', 'nombre'],
  },
  { last: ['editor-last', 'editor', 'editor-surname', 'herausgeber'], first: ['editor-first', 'editor-given'] },
];

/** "last1", "author-last2", "editor1-last"; of the first one also without a number. */
const numbered = (names: readonly string[], n: number): string[] =>
  names.flatMap((name) => {
    const [role, rest] = name.split('-');
    const forms = [`${name}${n}`, `${name}-${n}`, ...(rest === undefined ? [] : [`${role}${n}-${rest}`])];
    return n === 1 ? [name, ...forms] : forms;
  });

function locatorOf(page: string | null, pages: string | null, place: string | null): string | null {
  if (place !== null) return place;
  if (pages !== null) return /^\d/.test(pages) ? `pp. ${pages}` : pages;
  return page === null ? null : /^\d/.test(page) ? `p. ${page}` : page;
}

/** As many authors as these templates put into an anchor. */
const ANCHOR_AUTHORS = 4;

/** The anchor that `{{sfn}}` and `{{harv}}` link to: up to four last names and the year, or what `ref` says. */
function anchorsOf(call: TemplateCall, plain: Plain, date: string | null): string[] {
  const ref = plain(call.get('ref')).trim();
  if (ref === 'none') return [];
  if (ref !== '' && ref !== 'harv') return [ref];
  const names: string[] = [];
  for (const role of ROLES) {
    for (let n = 1; n <= ANCHOR_AUTHORS && (names.length > 0 || n === 1); n += 1) {
      const last = plain(call.get(...numbered(role.last, n))).trim();
      if (last === '') break;
      names.push(last);
    }
    if (names.length > 0) break;
  }
  const year = /\b\d{4}(?:[a-z]|[–-]\d{4})?\b(?!-)/.exec(`${plain(call.get('year'))} ${date ?? ''}`)?.[0] ?? '';
  return names.length === 0 ? [] : [workAnchor(names, year)];
}

/** What ends the names in `{{sfn|Okoro|Hale|2024}}`. */
export const YEAR = /^(?:c\. )?\d{4}(?:[a-z]|[–-]\d{2,4})?$|^n\.d\.[a-z]?$/;

export const workAnchor = (names: readonly string[], year: string): string =>
  `CITEREF${names.slice(0, ANCHOR_AUTHORS).join('')}${year}`.replace(/\s+/g, '_');
