/** Crossref's recommended pattern for DOIs. */
const DOI = /\b10\.\d{4,9}\/[-._;()/:a-z0-9<>[\]]+/i;
/** With a scheme, with `www.`, or a host and a path: `trams.example/times`. */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"“”«»]+|(?<![\w@./-])(?:www\.[a-z0-9-]{1,63}\.|[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,4}\.(?:com|org|net|gov|edu|int|info|[a-z]{2})\/)[^\s<>"“”«»]+/gi;
/** Hosts that keep copies of pages. The Internet Archive's own books and films (`/details/`) are no copies. */
const ARCHIVE =
  /^https?:\/\/(?:web\.archive\.org\/|(?:www\.)?archive\.org\/(?:web|wayback)\/|archive\.(?:today|ph|is|li|md|vn|fo)\/|perma\.cc\/|(?:www\.)?webcitation\.org\/|(?:www\.)?webarchive\.[\w.]+\/)/i;
/** The Internet Archive's addresses hold the address of the page that they are a copy of. */
const WAYBACK = /^https?:\/\/(?:web\.archive\.org|(?:www\.)?archive\.org)\/web\/\d{4,14}(?:[a-z]{2}_)?\/(.+)$/i;
const DOI_HOST = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;

export interface Addresses {
  readonly url: string | null;
  readonly archiveUrl: string | null;
  /** All of them, those of links first. */
  readonly all: readonly string[];
}

/** What a reference links to or prints as an address; only http and https. */
export function addressesIn(text: string, links: readonly string[]): Addresses {
  const printed = [...text.matchAll(ADDRESS)].map((m) => trimAddress(m[0]));
  const all = [...links, ...printed.map((a) => (/^https?:/i.test(a) ? a : `http://${a}`))].filter(
    (a) => /^https?:\/\//i.test(a) && URL.canParse(a),
  );
  const archiveUrl = all.find((a) => ARCHIVE.test(a)) ?? null;
  const original = archiveUrl === null ? undefined : WAYBACK.exec(archiveUrl)?.[1];
  const kept = original && !/^https?:\/\//i.test(original) ? `http://${original}` : original;
  const url = all.find((a) => !ARCHIVE.test(a) && !DOI_HOST.test(a)) ?? (kept && URL.canParse(kept) ? kept : null);
  return { url, archiveUrl, all };
}

/** What closes a sentence or a bracket around it is no part of an address. */
export function trimAddress(address: string): string {
  let end = address.length;
  const count = (sign: string) => address.slice(0, end).split(sign).length;
  for (;;) {
    const last = address[end - 1];
    if (last === undefined) break;
    const unpaired = (last === ')' && count(')') > count('(')) || (last === ']' && count(']') > count('['));
    if (!unpaired && !/[.,;:!?'’*_…]/u.test(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
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
  const linked = addresses.map(decode).join(' ');
  const both = `${text} ${linked}`;
  return {
    doi: doiIn(text) ?? doiIn(linked),
    isbn: isbnIn(text),
    pmid:
      /\bPMID:?\s*(\d{1,9})\b/i.exec(text)?.[1] ??
      /(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,9})\b/i.exec(both)?.[1] ??
      null,
    arxiv:
      /(?:\barXiv:\s*|arxiv\.org\/(?:abs|pdf)\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i
        .exec(both)?.[1]
        ?.toLowerCase() ?? null,
    docket: docketIn(text),
  };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function doiIn(text: string): string | null {
  const found = DOI.exec(text)?.[0];
  return found === undefined ? null : trimAddress(found.replace(/[<>].*$/, '')).toLowerCase();
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
