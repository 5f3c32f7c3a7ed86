import { columnRole } from '../reading/table-columns.js';
import { LANGUAGES } from '../languages/languages.js';
import { slugOfWords } from './slugs.js';
import { hasAddress } from './source-cell.js';
import type { CsvTable } from './csv-table.js';

/** What of a table tells what its columns hold. */
type Told = Pick<CsvTable, 'columns' | 'sample'>;

/** What a column of a table of claims holds. */
export const TABLE_ROLES = [
  'CLAIM',
  'SOURCES',
  'NOTE',
  'QUOTE',
  'LOCATOR',
  'SECTION',
  'ARTICLE',
  'TITLE',
  'URL',
  'DESK',
  'IGNORED',
] as const;
export type TableRole = (typeof TABLE_ROLES)[number];

/** Roles of which a table may have several columns. */
const MANY: ReadonlySet<TableRole> = new Set(['SOURCES', 'NOTE', 'IGNORED']);

/** What a person says that a column holds. */
export interface GivenRole {
  /** The column's name as its first row has it, or its place: "#3". */
  readonly column: string;
  readonly role: TableRole;
}

/** What each column of a table holds, in their order. */
export interface ColumnMapping {
  readonly roles: readonly TableRole[];
  /** Of each column: whether it was guessed. */
  readonly guessed: readonly boolean[];
}

/** Words of a cell, from which it can state something. */
const FEWEST_WORDS = 3;
/** The share of such cells in a column of claims: some are fields, of a word or two. */
const FEWEST_WORDED = 0.2;

/** Names of columns beside those by which tables of articles are read, as slugs: in English, German, French, Spanish. */
const NAMES: Readonly<Partial<Record<TableRole, ReadonlySet<string>>>> = {
  CLAIM: names(
    'claim-text text sentence fact fact-claim statement-text satz text-der-aussage tatsache tatsachenbehauptung phrase texte fait frase texto hecho',
  ),
  SOURCES: names(
    'url urls link links doi dois source-url source-urls source-link source-links source-title source-name web-address citation-url ' +
      'references-url quelle-url quellen-url quelle-link link-zur-quelle nachweis nachweise web-adresse adresse-web lien liens ' +
      'lien-source liens-sources url-de-la-source enlace enlaces enlace-fuente url-de-la-fuente url-fuente works-cited bibliography',
  ),
  NOTE: names(
    'note notes comment comments remark remarks notiz notizen anmerkung anmerkungen bemerkung commentaire commentaires remarque nota notas comentario comentarios',
  ),
  QUOTE: names('quote quotation excerpt source-quote zitat auszug citation-exacte extrait cita-textual fragmento'),
  LOCATOR: names('locator page pages page-number seite seiten fundort pagina paginas numero-de-page numero-de-pagina'),
  SECTION: names('section heading chapter abschnitt kapitel uberschrift rubrique chapitre seccion capitulo apartado'),
  ARTICLE: names('article slug article-slug article-id story artikel beitrag recit articulo'),
  TITLE: names(
    'article-title headline title titel titel-des-artikels schlagzeile titre titre-de-l-article titular titulo',
  ),
  URL: names('article-url article-link url-of-the-article artikel-url url-de-l-article url-del-articulo'),
  DESK: names('desk ressort newsroom-desk service seccion-del-periodico'),
};

function names(slugs: string): ReadonlySet<string> {
  return new Set(slugs.split(' '));
}

/** Roles whose names are asked for first: "source" names sources, whatever language has it for something else. */
const ORDER: readonly TableRole[] = [
  'URL',
  'DESK',
  'TITLE',
  'ARTICLE',
  'SECTION',
  'LOCATOR',
  'QUOTE',
  'NOTE',
  'SOURCES',
  'CLAIM',
];

/** Longer names are sentences, and name nothing. In UTF-16 units. */
const LONGEST_NAME = 100;

/** What a column's name says that it may hold, likeliest first. "Source 2" is a "Source". */
function rolesByName(name: string): TableRole[] {
  const plain = name
    .slice(0, LONGEST_NAME)
    .replace(/\d{1,9}$/, '')
    .replace(/[\s_-]+$/, '')
    .trim();
  const slug = slugOfWords(plain);
  const byLists = ORDER.filter((role) => NAMES[role]?.has(slug));
  const byLanguages = LANGUAGES.flatMap((language): TableRole[] => {
    switch (columnRole(plain.replaceAll('_', ' '), language)) {
      case 'claim':
        return ['CLAIM'];
      case 'source':
        return ['SOURCES'];
      case 'evidence':
        return ['NOTE'];
      default:
        return [];
    }
  });
  return [...new Set([...byLists, ...byLanguages])];
}

/** What the cells of a column are. */
interface Look {
  /** The share of the filled cells that have an address or an identifier of a work. */
  readonly addressed: number;
  /** The share of the filled cells that have words enough to state something. */
  readonly worded: number;
  readonly filled: number;
}

function lookOf(table: Told, column: number): Look {
  const cells = table.sample.map(({ cells }) => cells[column]!).filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean): number => cells.filter(test).length / Math.max(1, cells.length);
  return {
    addressed: share(hasAddress),
    worded: share((cell) => !/^\S+$/.test(cell) && cell.split(/\s+/).length >= FEWEST_WORDS),
    filled: cells.length,
  };
}

/**
 * What each column holds: as a person said, else as its name says, else as its cells look.
 *
 * @returns the mapping, or what is wrong with what the person said
 */
export function mapColumns(table: Told, given: readonly GivenRole[]): ColumnMapping | { readonly problem: string } {
  const roles: (TableRole | null)[] = table.columns.map(() => null);
  for (const { column, role } of given) {
    const places = placesOf(table, column);
    if (places.length === 0) {
      return {
        problem: `there is no column “${column}”; there are ${table.columns.map((name) => `“${name}”`).join(', ')}`,
      };
    }
    if (places.length > 1)
      return {
        problem: `${places.length} columns are called “${column}”; name one by its place: “#${places[0]! + 1}”`,
      };
    roles[places[0]!] = role;
  }
  for (const role of TABLE_ROLES) {
    if (!MANY.has(role) && roles.filter((each) => each === role).length > 1) {
      return { problem: `several columns are said to be ${role}; only SOURCES and NOTE can be several` };
    }
  }
  const guessed = roles.map((role) => role === null);
  guess(table, roles, new Set(given.map(({ role }) => role)));
  return { roles: roles.map((role) => role ?? 'IGNORED'), guessed };
}

function placesOf({ columns }: Told, column: string): number[] {
  const exact = columns.flatMap((name, i) => (name === column.trim() ? [i] : []));
  if (exact.length > 0) return exact;
  const place = /^#(\d{1,4})$/.exec(column.trim());
  if (place) return columns[Number(place[1]) - 1] === undefined ? [] : [Number(place[1]) - 1];
  const folded = column.trim().toLowerCase();
  return columns.flatMap((name, i) => (name.toLowerCase() === folded ? [i] : []));
}

/** Fills what nobody said. @param said roles for which a person named columns: no others get them */
function guess(table: Told, roles: (TableRole | null)[], said: ReadonlySet<TableRole>): void {
  const looks = table.columns.map((_, i) => lookOf(table, i));
  const named = table.columns.map(rolesByName);
  const open = (i: number): boolean => roles[i] === null;
  const isFree = (role: TableRole): boolean => !said.has(role) && (MANY.has(role) || !roles.includes(role));
  if (isFree('CLAIM')) {
    // A claim's id may stand in a column "claim", and findings about it in another: of those called so and in words, the
    // claims are in the one that is filled most, which stands before what is said of them.
    const byName = table.columns.map((_, i) => i).filter((i) => open(i) && named[i]!.includes('CLAIM'));
    const worded = byName.filter((i) => looks[i]!.filled === 0 || looks[i]!.worded >= FEWEST_WORDED);
    const best = (places: readonly number[]): number | undefined =>
      [...places].sort((a, b) => looks[b]!.filled - looks[a]!.filled || a - b)[0];
    const others = table.columns
      .map((_, i) => i)
      .filter((i) => open(i) && named[i]!.length === 0 && looks[i]!.worded > 0.5 && looks[i]!.addressed < 0.5);
    const only = table.columns.length === 1 ? 0 : undefined;
    const claim = best(worded) ?? best(others) ?? byName[0] ?? only;
    if (claim !== undefined) roles[claim] = 'CLAIM';
  }
  for (const [i, possible] of named.entries()) {
    if (!open(i)) continue;
    const role = possible.find((each) => each !== 'CLAIM' && isFree(each));
    if (role) roles[i] = role;
  }
  for (const [i, { addressed }] of looks.entries()) {
    if (open(i) && named[i]!.length === 0 && addressed > 0.5 && isFree('SOURCES')) roles[i] = 'SOURCES';
  }
}
