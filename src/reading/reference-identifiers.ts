import { archivedPage, isArchived } from '../addresses/archives.js';
import { arxivOfDoi, decoded, doiIn, trimAddress } from '../addresses/work-ids.js';

/** With a scheme, with `www.`, or a host and a path: `trams.example/times`. */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"“”«»]+|(?<![\w@./-])(?:www\.[a-z0-9-]{1,63}\.|[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,4}\.(?:com|org|net|gov|edu|int|info|[a-z]{2})\/)[^\s<>"“”«»]+/gi;
const DOI_HOST = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;
/** Pages about the journal, the book's editions or the identifier itself, which no two works have for themselves. */
const NOT_THE_WORK =
  /^https?:\/\/(?:(?:www|search)\.)?worldcat\.org\/(?:search|issn|title\/[^/]*\/?$)|^https?:\/\/portal\.issn\.org\/|^https?:\/\/[a-z-]{2,12}\.wikipedia\.org\/wiki\/Special:BookSources\//i;
/** Longer addresses than this (UTF-16 units) are data, not references; browsers show fewer. */
const MAX_ADDRESS = 4000;

export interface Addresses {
  readonly url: string | null;
  readonly archiveUrl: string | null;
  /** When the copy was made, as its address says. */
  readonly archivedAt: string | null;
  /** All of them, those of links first. */
  readonly all: readonly string[];
}

/** What a reference links to or prints as an address; only http and https. */
export function addressesIn(text: string, links: readonly string[]): Addresses {
  const printed = [...text.matchAll(ADDRESS)].map((m) => trimAddress(m[0]));
  const all = [...links, ...printed.map((a) => (/^https?:/i.test(a) ? a : `http://${a}`))].filter(
    (a) => /^https?:\/\//i.test(a) && a.length <= MAX_ADDRESS && URL.canParse(a),
  );
  const archiveUrl = all.find(isArchived) ?? null;
  const copy = archiveUrl === null ? null : archivedPage(archiveUrl);
  const url = all.find((a) => !isArchived(a) && !DOI_HOST.test(a) && !NOT_THE_WORK.test(a)) ?? copy?.original ?? null;
  return { url, archiveUrl, archivedAt: copy?.at ?? null, all };
}

export interface Identifiers {
  readonly doi: string | null;
  readonly isbn: string | null;
  readonly pmid: string | null;
  readonly arxiv: string | null;
  readonly docket: string | null;
}

/** The identifiers that a reference prints or links to. DOIs in lower case, ISBNs without hyphens, arXiv ids without version. */
export function identifiersIn(text: string, addresses: readonly string[]): Identifiers {
  const linked = addresses.map(decoded).join(' ');
  const both = `${text} ${linked}`;
  const doi = doiIn(text) ?? firstOf(addresses, doiIn);
  const preprint = doi === null ? null : arxivOfDoi(doi);
  return {
    doi,
    isbn: isbnIn(text),
    pmid:
      /\bPMID:?\s*(\d{1,9})\b/i.exec(text)?.[1] ??
      /(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,9})\b/i.exec(both)?.[1] ??
      null,
    arxiv:
      /(?:\barXiv:\s*|arxiv\.org\/(?:abs|pdf)\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i
        .exec(both)?.[1]
        ?.toLowerCase() ?? preprint,
    docket: docketIn(text),
  };
}

function firstOf<T, R>(all: readonly T[], look: (each: T) => R | null): R | null {
  for (const each of all) {
    const found = look(each);
    if (found !== null) return found;
  }
  return null;
}

/** The first ISBN whose check digit is right. */
function isbnIn(text: string): string | null {
  for (const match of text.matchAll(/\bISBN(?:-1[03])?:?\s*(\d[\d\s‐-]{8,16}[\dX])/giu)) {
    const digits = match[1]!.replace(/[^\dX]/gi, '').toUpperCase();
    // A 13-digit number that a year follows, or the like: the shorter ones that it begins with.
    const found = [digits.slice(0, 13), digits.slice(0, 10)].find(isIsbn);
    if (found !== undefined) return found;
  }
  return null;
}

function isIsbn(digits: string): boolean {
  const ten = /^\d{9}[\dX]$/.test(digits);
  if (!ten && !/^97[89]\d{10}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, i) => {
    const value = digit === 'X' ? 10 : Number(digit);
    return total + value * (ten ? 10 - i : i % 2 === 0 ? 1 : 3);
  }, 0);
  return sum % (ten ? 11 : 10) === 0;
}

/** A federal docket, a case of the Court of Justice, a British statutory instrument, or whatever is called a case, docket or file number. */
function docketIn(text: string): string | null {
  const found =
    /\b\d:\d\d-(?:cv|cr|mc|md|bk|ap|mj)-\d{2,6}(?:-[A-Z]{1,4})*\b/i.exec(text)?.[0] ??
    /\bCase ([CTF]-\d{1,4}\/\d\d)\b/.exec(text)?.[1] ??
    /\b(?:S\.?I\.?|SR\s?&\s?O) \d{4}(?:\/|,? No\.? ?)\d{1,5}\b/.exec(text)?.[0] ??
    /\b(?:docket|case|civil action|file|application|matter)\s+(?:nos?\.?|number|#)\s*([\w:/.-]{0,30}\d[\w:/.-]{0,30})/i.exec(
      text,
    )?.[1];
  return found?.replace(/[.,:]+$/, '') ?? null;
}

/** The reference without its addresses and identifiers: what is left is words. */
export function withoutIdentifiers(text: string): string {
  return text
    .replace(ADDRESS, ' ')
    .replace(/\b(?:doi:?\s*)?10\.\d{4,9}\/\S+/gi, ' ')
    .replace(/\bISBN(?:-1[03])?:?\s*\d[\d\s‐-]{8,16}[\dX]/giu, ' ')
    .replace(/\b(?:PMID|PMC|S2CID|OCLC|ISSN|JSTOR|Bibcode):?\s*[\w.-]{4,25}/g, ' ')
    .replace(/\barXiv:\s*\S+(?:\s*\[[\w.-]+\])?/gi, ' ');
}
