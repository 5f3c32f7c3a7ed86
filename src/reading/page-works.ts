import { saying, type DescribedWork } from './described-work.js';
import { dateIn } from './reference-dates.js';
import { addressesIn, identifiersIn } from './reference-identifiers.js';
import { workOfThing } from './schema-works.js';

/** JSON-LD of more source than this (UTF-16 units) is not looked at, nor more objects of it. */
const MAX_SOURCE = 4_000_000;
const MOST_OBJECTS = 100_000;

/** What a page's JSON-LD says that it cites, and scholarly articles that it describes. None of it has to be right. */
export function worksInJsonLd(source: string): DescribedWork[] {
  if (source.length > MAX_SOURCE || !/"(?:citation|isBasedOn)"|ScholarlyArticle/.test(source)) return [];
  const works: DescribedWork[] = [];
  const add = (thing: unknown): void => {
    const work = workOfThing(thing);
    if (work) works.push(work);
  };
  const todo: unknown[] = [parsed(source)];
  for (let seen = 0; todo.length > 0 && seen < MOST_OBJECTS; seen += 1) {
    const next = todo.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) {
      const { citation, isBasedOn, '@type': type } = next as Readonly<Record<string, unknown>>;
      for (const cited of [citation, isBasedOn].flat()) add(cited);
      if ([type].flat().includes('ScholarlyArticle')) add(next);
    }
    for (const each of Object.values(next)) if (typeof each === 'object') todo.push(each);
  }
  return works;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ''));
  } catch {
    return null;
  }
}

/** The fields of Highwire Press's tags, as Google Scholar reads them. */
const FIELDS = /(?:^|;)[,\s]*citation_([a-z_]{2,30})=/g;

/** A reference in a `<meta name="citation_reference">`: "citation_title=…; citation_author=…; citation_doi=…". */
export function workOfTag(content: string): DescribedWork | null {
  const text = content.slice(0, 10_000);
  const fields = new Map<string, string[]>();
  const names = [...text.matchAll(FIELDS)];
  for (const [i, match] of names.entries()) {
    const value = text
      .slice(match.index + match[0].length, names[i + 1]?.index)
      .replace(/\s+/g, ' ')
      .replace(/[;,\s]{1,9}$/, '')
      .trim();
    if (value === 'undefined') continue;
    fields.set(match[1]!, [...(fields.get(match[1]!) ?? []), value]);
  }
  const one = (...keys: string[]): string | undefined =>
    keys.flatMap((key) => fields.get(key) ?? []).find((v) => v !== '');
  const date = one('publication_date', 'date', 'year');
  const { url, all } = addressesIn('', [one('fulltext_html_url', 'public_url') ?? '']);
  const printed = [
    one('doi') && `doi:${one('doi')}`,
    one('pmid') && `PMID ${one('pmid')}`,
    one('isbn') && `ISBN ${one('isbn')}`,
  ];
  return saying({
    title: one('title'),
    authors: (fields.get('author') ?? []).flatMap((names) => names.split(/\s*;\s*/)).slice(0, 30),
    container: one('journal_title', 'conference_title', 'inbook_title'),
    publisher: one('publisher', 'technical_report_institution', 'dissertation_institution'),
    issued: date === undefined ? undefined : dateIn(date.replaceAll('/', '-')),
    url,
    ...identifiersIn(printed.filter(Boolean).join(' ; '), all),
  });
}
