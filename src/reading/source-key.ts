/** Parameters that only say where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|ref_url|cmpid|ocid|smid|_ga)$/i;

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
  if (known.isbn) return `isbn:${known.isbn}`;
  if (known.arxiv) return `arxiv:${known.arxiv.toLowerCase()}`;
  if (known.url) return `url:${normaliseUrl(known.url)}`;
  if (known.docket) return `docket:${known.docket.toLowerCase()}`;
  return `text:${known.text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}

/** The address without what does not change the page: scheme, www, mobile host, fragment, trailing slash, tracking. */
export function normaliseUrl(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const host = url.hostname.replace(/^(?:www|m|mobile)\./, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const search = query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '';
  return `${host}${url.port ? `:${url.port}` : ''}${url.pathname.replace(/\/+$/, '')}${search}`;
}
