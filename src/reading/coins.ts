import { decodeHTML } from 'entities';
import { saying, type DescribedWork } from './described-work.js';
import { dateIn } from './reference-dates.js';
import { addressesIn, identifiersIn } from './reference-identifiers.js';

/** More than this is no description of one work. In UTF-16 units. */
const MAX_COINS = 20_000;
/** Names are cut off behind so many, as in citation templates. */
const MOST_AUTHORS = 30;
const LONGEST = 1000;

/**
 * Reads a ContextObject in a span (COinS, OpenURL Z39.88-2004): what Wikipedia, Zotero and library catalogues put beside
 * the references that they print. Null for anything else. Values whose encoding is broken are left out.
 *
 * @param value the span's `title`, entities decoded
 */
export function readCoins(value: string): DescribedWork | null {
  if (value.length > MAX_COINS || !/(?:^|&)(?:ctx_ver=Z39\.88-2004|rft_val_fmt=info(?::|%3A)ofi)/i.test(value))
    return null;
  const fields = new URLSearchParams(value);
  const all = (name: string): string[] =>
    fields.getAll(name).flatMap((each) => {
      // MediaWiki leaves signs of wikitext in titles as character references.
      const folded = decodeHTML(each).replace(/\s+/g, ' ').trim();
      return folded === '' || folded.includes('\uFFFD') ? [] : [folded.slice(0, LONGEST)];
    });
  const one = (...names: string[]): string | undefined => names.flatMap((name) => all(`rft.${name}`))[0];
  const ids = ['rft_id', 'rft.id', 'rft.identifier']
    .flatMap(all)
    .map((id) => (id.startsWith('//') ? `https:${id}` : id));
  const { url, archiveUrl, archivedAt, all: addresses } = addressesIn('', ids);
  const found = identifiersIn(
    [...ids.map(named), one('doi') && `doi:${one('doi')}`, one('isbn') && `ISBN ${one('isbn')}`]
      .filter(Boolean)
      .join(' ; '),
    addresses,
  );
  const part = one('atitle');
  const whole = one('btitle', 'jtitle', 'title', 'stitle');
  const isJournal = fields.get('rft_val_fmt')?.endsWith(':journal') ?? false;
  const date = one('date');
  return saying({
    title: withoutStop(part ?? (isJournal && one('jtitle') !== undefined ? undefined : whole)),
    container: part === undefined ? (isJournal ? one('jtitle') : undefined) : whole,
    authors: authorsOf(all, one),
    publisher: one('pub', 'publisher', 'inst'),
    issued: date === undefined ? undefined : dateIn(date),
    url,
    archiveUrl,
    archivedAt,
    ...found,
  });
}

/** Not the stop of an abbreviation. */
const withoutStop = (title: string | undefined) => title?.replace(/(?<=\p{Ll}{2})\.$/u, '');

/** "info:doi/10.1000/182" as entries print it. */
const named = (id: string): string =>
  id
    .replace(/^info:doi\//i, 'doi:')
    .replace(/^info:pmid\//i, 'PMID ')
    .replace(/^info:arxiv\//i, 'arXiv:');

/** The first author comes in parts, the others whole; some name the first among the whole ones as well. */
function authorsOf(all: (name: string) => string[], one: (...names: string[]) => string | undefined): string[] {
  const last = one('aulast');
  const given = one('aufirst') ?? one('auinit');
  const first = last === undefined ? [] : [given === undefined ? last : `${last}, ${given}`];
  const others = [...all('rft.au'), ...all('rft.creator'), ...(last === undefined ? all('rft.aucorp') : [])];
  const seen = new Set(first.map(nameKey));
  const rest = others.filter((name) => {
    const key = nameKey(name);
    return !seen.has(key) && seen.add(key);
  });
  return [...first, ...rest].slice(0, MOST_AUTHORS);
}

/** "Ada Okoro" and "Okoro, Ada" are one name. */
const nameKey = (name: string): string => (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
