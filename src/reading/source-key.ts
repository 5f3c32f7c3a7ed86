import { addressKey } from '../addresses/address-key.js';
import { arxivOfDoi } from '../addresses/work-ids.js';

/**
 * One name for one thing: two references with the same key cite the same source. The first identifier that is known
 * wins: DOI, PMID, ISBN, arXiv, address, docket, else the folded text.
 */
export function sourceKey(known: {
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly isbn: string | null;
  readonly arxiv: string | null;
  readonly url: string | null;
  readonly docket: string | null;
  readonly text: string;
}): string {
  const preprint = known.doi ? arxivOfDoi(known.doi) : null;
  if (preprint) return `arxiv:${preprint}`;
  if (known.doi) return `doi:${known.doi.toLowerCase()}`;
  if (known.pmid) return `pmid:${known.pmid}`;
  if (known.isbn) return `isbn:${isbn13(known.isbn)}`;
  if (known.arxiv) return `arxiv:${known.arxiv.toLowerCase()}`;
  const address = known.url === null ? null : addressKey(known.url);
  if (address !== null) return `url:${address}`;
  if (known.docket) return `docket:${known.docket.toLowerCase()}`;
  const folded = known.text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `text:${folded}`;
}

/** A book has two numbers, one derived from the other. */
function isbn13(isbn: string): string {
  const digits = isbn.replace(/[^\dX]/gi, '');
  if (digits.length !== 10) return digits;
  const start = `978${digits.slice(0, 9)}`;
  const sum = [...start].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${start}${(10 - (sum % 10)) % 10}`;
}
