/** A copy of a page that an archive keeps. */
export interface ArchivedPage {
  /** The address of the page that it is a copy of; null where the archive's address does not hold it. */
  readonly original: string | null;
  /** When it was kept, as the address says: "2031", "2031-04", "2031-04-02"; null when it does not. */
  readonly at: string | null;
}

/**
 * Hosts that keep copies of pages, by their names: the archives that Wikipedia's `{{webarchive}}` knows. Of the Internet
 * Archive, its own books and films (`/details/`) are no copies.
 */
const HOSTS: readonly { readonly host: RegExp; readonly path?: RegExp; readonly name: string }[] = [
  { host: /^(?:web|wayback)\.archive\.org$/, name: 'Internet Archive' },
  { host: /^(?:www\.)?archive\.org$/, path: /^\/(?:web|wayback)\//, name: 'Internet Archive' },
  { host: /^(?:www\.)?archive\.(?:today|ph|is|li|md|vn|fo)$/, path: /^\/[^/]/, name: 'archive.today' },
  { host: /^perma\.cc$/, path: /^\/[^/]/, name: 'Perma.cc' },
  { host: /^(?:www\.)?webcitation\.org$/, path: /^\/[^/]/, name: 'WebCite' },
  { host: /^(?:www\.)?ghostarchive\.org$/, path: /^\/(?:archive|varchive)\//, name: 'Ghost Archive' },
  { host: /^(?:www\.)?megalodon\.jp$/, path: /^\/\d{4}-/, name: 'Megalodon' },
  { host: /^(?:www\.)?freezepage\.com$/, path: /^\/\d/, name: 'FreezePage' },
  { host: /^wayback\.archive-it\.org$/, name: 'Archive-It' },
  { host: /^arquivo\.pt$/, path: /^\/(?:no)?wayback\//i, name: 'Arquivo.pt' },
  { host: /^webarchive\.nationalarchives\.gov\.uk$/, name: 'UK Government Web Archive' },
  { host: /^(?:www\.)?webarchive\.org\.uk$/, path: /^\/wayback\//, name: 'UK Web Archive' },
  { host: /^webarchive\.loc\.gov$/, name: 'Library of Congress' },
  { host: /^webarchive\.[a-z0-9.-]+$/, name: 'web archive' },
];

/** When a copy was kept ("20310402093000", "20310402id_", "2031.04.02-093000", "2031*") and the page's address; or that alone. */
const KEPT =
  /\/(?:(\d{4,14}|\d{4}\.\d\d\.\d\d-\d{6}|\d{4}-\d{4}-\d{4}-\d\d)(?:[a-z]{2}_|\*)?\/{1,2}((?:https?:\/{1,2}|[\w-]{1,63}\.)[^]+)|(https?:\/{1,2}[^]+))$/i;

/** What an address in an archive leads to; null for the address of no archive. */
export function archivedPage(address: string): ArchivedPage | null {
  const url = archiveOf(address)?.url;
  if (!url) return null;
  const kept = KEPT.exec(url.pathname + url.search + url.hash);
  const asked = url.pathname.startsWith('/query') ? url.searchParams.get('url') : null;
  const held = asked ?? kept?.[2] ?? kept?.[3];
  const time = kept?.[1] ?? url.searchParams.get('date') ?? '';
  return { original: held === undefined ? null : absolute(held), at: dateOf(time.replace(/\D/g, '').slice(0, 8)) };
}

/** What the archive of an address is called: "Internet Archive"; null for the address of no archive. */
export const archiveName = (address: string): string | null => archiveOf(address)?.name ?? null;

export const isArchived = (address: string): boolean => archiveOf(address) !== null;

function archiveOf(address: string): { readonly url: URL; readonly name: string } | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const host = HOSTS.find(
    (each) => each.host.test(url.hostname) && (each.path?.test(url.pathname) ?? url.pathname !== '/'),
  );
  return host ? { url, name: host.name } : null;
}

function absolute(held: string): string | null {
  const address = /^https?:\//i.test(held) ? held.replace(/^(https?:)\/{1,2}/i, '$1//') : `http://${held}`;
  return URL.canParse(address) ? address : null;
}

/** Of "20310402" */
function dateOf(digits: string): string | null {
  const [, year, month, day] = /^((?:19|20)\d\d)(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?/.exec(digits) ?? [];
  return year === undefined ? null : [year, month, day].filter((part) => part !== undefined).join('-');
}
