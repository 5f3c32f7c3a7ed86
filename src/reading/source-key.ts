/** Parameters that only say where a reader came from. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|mc_[ce]id|igshid|mkt_tok|_ga|_gl|_hsenc|_hsmi|ref_src|ref_url|cmpid|ocid|smid|s?cid|at_\w+|source_?ref)$/i;
/** Hosts of the same pages for small screens: `m.example.org`, `en.m.wikipedia.org`, `amp.example.org`. */
const MOBILE = /^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)|(?<=^[a-z-]{2,12}\.)m\.(?=[^.]+\.[^.]+$)/i;

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
  if (known.doi) return `doi:${known.doi.toLowerCase()}`;
  if (known.pmid) return `pmid:${known.pmid}`;
  if (known.isbn) return `isbn:${isbn13(known.isbn)}`;
  if (known.arxiv) return `arxiv:${known.arxiv.toLowerCase()}`;
  const address = known.url === null ? null : normaliseUrl(known.url);
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

/**
 * The address without what does not change the page: scheme, `www`, mobile host, default port, fragment, trailing
 * slash, tracking parameters, order of parameters. Null for what is no http(s) address.
 */
export function normaliseUrl(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, '').replace(MOBILE, '');
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  const search = query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
  return `${host}${port}${url.pathname.replace(/\/+$/, '')}${search}`;
}
