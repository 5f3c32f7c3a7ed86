import type { Source } from '../judging/evidence.js';
import { sourceKey } from './source-key.js';

const ADDRESS = /https?:\/\/[^\s<>"“”]+/gi;
const ARCHIVE = /^https?:\/\/(?:web\.archive\.org|archive\.(?:org|today|ph|is|li|md)|perma\.cc|webcitation\.org)\//i;
/** Crossref's recommended pattern for modern DOIs. */
const DOI = /\b10\.\d{4,9}\/[-._;()/:a-z0-9<>]+/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ACCESSED = /\b(?:accessed|retrieved|archived|viewed|last checked)\b[^.;)]{0,40}/gi;

/**
 * Reads an entry of a list of references.
 *
 * A title is taken where the entry shows that it is one: in quotation marks. Bare words are no title: of an entry
 * that shows nothing but words, nothing is known.
 *
 * @param text the entry as people read it
 * @param links the addresses that it links to
 */
export function parseReference(text: string, links: readonly string[]): Source {
  const addresses = [...links, ...[...text.matchAll(ADDRESS)].map((m) => trimAddress(m[0]))].filter(
    (a) => URL.canParse(a) && /^https?:/i.test(a),
  );
  const archiveUrl = addresses.find((a) => ARCHIVE.test(a)) ?? null;
  const url = addresses.find((a) => !ARCHIVE.test(a) && !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(a)) ?? null;
  const prose = text.replace(ADDRESS, ' ');
  const doi =
    (DOI.exec(text) ?? DOI.exec(addresses.map(decode).join(' ')))?.[0].replace(/[.,;:)]+$/, '').toLowerCase() ?? null;
  const title = /[“"«]([^“”"«»]{3,300})[”"»]/.exec(prose)?.[1]?.replace(/[.,]$/, '').trim() ?? null;
  const issued = dateOf(prose.replace(ACCESSED, ' '));
  const after = title ? prose.slice(prose.indexOf(title) + title.length).replace(/^[”"».,\s]+/, '') : '';
  const container = title ? (/^(?:in |In )?([\p{Lu}][^.,;(\d]{1,80})/u.exec(after)?.[1]?.trim() ?? null) : null;
  const authors = title ? authorsOf(prose.slice(0, prose.indexOf(title))) : [];
  const isbn = isbnOf(text);
  const pmid = /\bPMID:?\s*(\d{4,9})\b/i.exec(text)?.[1] ?? null;
  const arxiv = /\barXiv:\s*(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/i.exec(text)?.[1] ?? null;
  const docket =
    /\b(?:docket|case|civil action|file)\s+(?:no\.?|number|#)\s*([\w:/.-]*\d[\w:/.-]*)/i
      .exec(prose)?.[1]
      ?.replace(/[.,]$/, '') ?? null;
  const locator = /\b(pp?\.\s*\d+(?:\s*[–-]\s*\d+)?|§+\s*\d+[\w.]*)/.exec(prose)?.[1] ?? null;
  const retracted = /\b(?:retracted|withdrawn article)\b/i.test(prose);
  return {
    key: sourceKey({ doi, pmid, isbn, arxiv, url: url ?? archiveUrl, docket, text }),
    title,
    authors,
    publisher: null,
    container,
    issued,
    url,
    archiveUrl,
    doi,
    isbn,
    pmid,
    arxiv,
    docket,
    locator,
    retraction: retracted ? { reason: null, at: null } : null,
  };
}

/** Stops and unbalanced brackets at its end belong to the sentence. */
function trimAddress(address: string): string {
  let out = address.replace(/[.,;:!?'’]+$/, '');
  while (out.endsWith(')') && !out.includes('(')) out = out.slice(0, -1).replace(/[.,;:]+$/, '');
  return out.replace(/\]+$/, '');
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** ISO 8601, as precise as the text is; the first full date, else the first year in brackets or between commas. */
function dateOf(text: string): string | null {
  const iso = /\b((?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)\b/.exec(text);
  if (iso) return iso[1]!;
  const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}\\s+((?:1[6-9]|20)\\d\\d)\\b`, 'i').exec(text);
  if (dayFirst) return isoOf(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:1[6-9]|20)\\d\\d)\\b`, 'i').exec(
    text,
  );
  if (monthFirst) return isoOf(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!);
  const month = new RegExp(`\\b${MONTH}\\s+((?:1[6-9]|20)\\d\\d)\\b`, 'i').exec(text);
  if (month) return isoOf(month[2]!, month[1]!);
  return /(?:^|[\s(,;])((?:1[6-9]|20)\d\d)[a-d]?(?=[\s).,;:]|$)/.exec(text)?.[1] ?? null;
}

function isoOf(year: string, month: string, day?: string): string {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return [year, String(number).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}

/** "Okoro, J." or "Jane Okoro and Lee Wu" before the title. */
function authorsOf(before: string): string[] {
  const names = before
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\s.,“"«]+$/, '')
    .trim();
  if (names === '' || names.length > 200 || !/^\p{Lu}/u.test(names)) return [];
  return names
    .split(/\s*(?:;|&|\band\b)\s*/)
    .map((name) => name.replace(/[\s,]+$/, '').trim())
    .filter((name) => /\p{Lu}/u.test(name));
}

/** With its check digit right, hyphens gone. */
function isbnOf(text: string): string | null {
  for (const match of text.matchAll(/\bISBN(?:-1[03])?:?\s*([\d -]{9,17}[\dXx])/gi)) {
    const digits = match[1]!.replace(/[ -]/g, '').toUpperCase();
    const sum = [...digits].reduce(
      (total, d, i) => total + (d === 'X' ? 10 : Number(d)) * (digits.length === 10 ? 10 - i : i % 2 ? 3 : 1),
      0,
    );
    if (digits.length === 10 && sum % 11 === 0) return digits;
    if (digits.length === 13 && sum % 10 === 0) return digits;
  }
  return null;
}
