import type { Source } from '../judging/evidence.js';
import { parseReference } from '../reading/parse-reference.js';

/** What is known of a source, apart from what became of it. */
export type EntrySource = Omit<Source, 'retraction' | 'publisherRecord'>;

/** Authors beyond these are "et al.". */
const MOST_AUTHORS = 6;

/** A reference that is to be listed. */
export interface ListedReference {
  readonly number: number;
  readonly source: EntrySource;
  /** The article's own entry; null when it has none. */
  readonly printed: string | null;
  /** A place within the source: "p. 12". */
  readonly locator: string | null;
}

/**
 * The entries of a list of references, each so that it is read as the same source again: the article's own words where
 * they say what is known, else words made of the record.
 */
export function entriesOf(references: readonly ListedReference[]): { number: number; entry: string }[] {
  // "Okoro 2024, p. 12" says less of a source than another entry of the same one.
  const fullest = new Map<string, string>();
  for (const { source, printed } of references) {
    if (printed !== null && !fullest.has(source.key) && says(printed, source)) fullest.set(source.key, printed);
  }
  return references.map(({ number, source, printed, locator }) => {
    if (printed !== null && says(printed, source)) return { number, entry: printed };
    const words = fullest.get(source.key) ?? madeOf(source);
    const place = locator === null || words.includes(locator) ? '' : `, ${locator}`;
    return { number, entry: `${place === '' ? words : words.replace(/\.$/, '')}${place}` };
  });
}

/** Whether the words alone, without what they link to, are read as this source. */
function says(printed: string, source: EntrySource): boolean {
  const read = parseReference(printed, { links: [], italics: [] });
  return read.key === source.key && read.title === source.title && read.url === source.url && read.doi === source.doi;
}

/** How a title may be set apart; the first way is taken after which all is read as it is known. */
const QUOTED: readonly ((title: string) => string)[] = [
  (title) => `“${title}”`,
  (title) => `"${title}"`,
  (title) => `“${title.replace(/[“”"]/g, (sign) => (sign === '“' ? '‘' : '’'))}”`,
];

function madeOf(source: EntrySource): string {
  const made = QUOTED.map((quoted) => wordsOf(source, quoted));
  return made.find((words) => says(words, source)) ?? made.at(-1)!;
}

function wordsOf(source: EntrySource, quoted: (title: string) => string): string {
  const { title, authors, container, publisher, issued } = source;
  const names = authors.length > MOST_AUTHORS ? [...authors.slice(0, MOST_AUTHORS), 'et al.'] : authors;
  const parts = [names.join(', '), title === null ? null : quoted(title), container, publisher, issued];
  const identifiers = [
    source.doi && `doi:${source.doi}`,
    source.pmid && `PMID ${source.pmid}`,
    source.isbn && `ISBN ${source.isbn}`,
    source.arxiv && `arXiv:${source.arxiv}`,
    source.docket && `No. ${source.docket}`,
    source.url,
    source.archiveUrl && `Archived at ${source.archiveUrl}`,
  ];
  return [parts.filter(Boolean).join(', '), ...identifiers].filter(Boolean).join('. ');
}
