/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|_ga)$/i;

/**
 * One form for addresses of one page: no scheme, "www.", default port, fragment, closing slash or tracking parameters;
 * host in lower case; parameters in order. Null when the text is no absolute http(s) address.
 */
export function normaliseUrl(text: string): string | null {
  const trimmed = text.trim();
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!url.hostname.includes('.')) return null;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/(index\.html?)?$/, '');
  return `${host}${path}${query === '' ? '' : `?${query}`}`;
}

/** The DOI in a DOI, "doi:…" or https://doi.org/… text, lower case (DOIs ignore case); null when there is none. */
export function normaliseDoi(text: string): string | null {
  const match = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s?#]+)/i.exec(text.trim());
  return match ? match[1]!.toLowerCase().replace(/[.,;)]+$/, '') : null;
}
