import { registeredDomain } from '../../addresses/domains.js';
import type { Citation, Reliability, Source } from '../evidence.js';
import { plain } from './normalise.js';
import { words } from './words.js';

/** How the publisher of a cited source is rated; null when it is not, or nobody keeps ratings. */
export const ratingOf = ({ source }: Citation): Reliability | null => source?.publisherRecord?.reliability ?? null;

/** F says that it cannot be judged, which is no more than no rating. */
export function isRated(citation: Citation): boolean {
  const rating = ratingOf(citation);
  return rating !== null && rating !== 'F';
}

/** Legal forms that a name can end with: those of the "Legal Entity Identifier" code list (ISO 20275) in common use. */
const LEGAL_FORMS = new Set(
  'ab ag as asa bv co company corp corporation gmbh inc incorporated kg limited llc llp ltd nv oy oyj plc pty sa sarl se spa srl'.split(
    ' ',
  ),
);

/** A name as written, without "The" before it and its legal form behind it; its words, none when nothing is left. */
export function nameWords(name: string): string[] {
  const all = words(name).map(({ raw }) => raw);
  while (all.length > 1 && LEGAL_FORMS.has(all.at(-1)!.toLowerCase())) all.pop();
  return /^the$/i.test(all[0] ?? '') && all.length > 1 ? all.slice(1) : all;
}

/** One form for names of one publisher: "The Example Post Ltd." and "Example Post". */
export const publisherNameKey = (name: string): string => nameWords(name).join(' ').toLowerCase();

/**
 * News agencies, whose texts other papers print: the members of the alliances EANA and OANA that publish in English, by
 * the names and initials that they sign with.
 */
const AGENCIES: ReadonlyMap<string, string> = new Map(
  `aap, australian associated press; ap, associated press; afp, agence france presse; ani, asian news international;
   ansa; apa; bernama; bloomberg news; canadian press; dpa, deutsche presse agentur; efe; europa press;
   ians, indo asian news service; interfax; tass, itar tass; kyodo, kyodo news; pa, pa media, press association;
   pti, press trust of india; reuters, thomson reuters; upi, united press international; xinhua, xinhua news agency;
   yonhap, yonhap news agency`
    .split(';')
    .map((names) => names.split(',').map((name) => name.trim()))
    .flatMap((names) => names.map((name) => [name, names[0]!] as const)),
);

const agencyOf = (name: string): string | null => AGENCIES.get(publisherNameKey(name)) ?? null;

/**
 * Domains that carry the works of many publishers: registries of identifiers, libraries, archives and aggregators (those
 * that Wikipedia's citation templates link to by an identifier), and platforms on which anybody publishes under one host.
 * Those that give each a host of its own are suffixes of domains already. Then the names that nobody can register (RFC 2606).
 */
const SHARED_HOSTS = new Set(
  `academia.edu archive.is archive.org archive.ph archive.today arxiv.org biorxiv.org blogger.com doi.org europepmc.org
   facebook.com ghostarchive.org github.com gitlab.com google.com handle.net hathitrust.org highbeam.com instagram.com
   issuu.com jstor.org linkedin.com loc.gov medrxiv.org newspapers.com nih.gov oclc.org proquest.com questia.com
   researchgate.net sciencedirect.com scribd.com semanticscholar.org springer.com ssrn.com twitter.com vimeo.com
   webcitation.org wiley.com worldcat.org x.com youtu.be youtube.com yahoo.com msn.com example.com example.net
   example.org`.split(/\s+/),
);

/** Scholars and authors of books stand behind what they write, whoever prints it. */
const isAuthorsOwn = ({ authors, doi, isbn, pmid, arxiv }: Source): boolean =>
  authors.length > 0 && [doi, isbn, pmid, arxiv].some((id) => id !== null);

/** Somebody who stands behind a source. Sources with an equal key share them. */
export interface Backer {
  readonly key: string;
  readonly kind: 'publisher' | 'owner' | 'origin';
  readonly name: string;
}

/**
 * Who stands behind a source, as far as it tells: its publisher, by name, container and domain; the publisher's owner; the
 * news agency that it comes from. Null when it is its authors' own work, as books and papers are; empty when it tells
 * nothing of it.
 */
export function backersOf(source: Source): Backer[] | null {
  if (isAuthorsOwn(source)) return null;
  const { publisher, container, authors, url, publisherRecord } = source;
  const backers = new Map<string, Backer>();
  const add = (kind: Backer['kind'], key: string, name: string): void => {
    if (key !== '' && !backers.has(key)) backers.set(key, { kind, key, name });
  };
  for (const name of [publisher, container, ...authors]) {
    const agency = name === null ? null : agencyOf(name);
    if (agency !== null) add('origin', `agency ${agency}`, plain(name!));
  }
  for (const name of [publisher, container]) {
    if (name !== null) add('publisher', `name ${publisherNameKey(name)}`, plain(name));
  }
  const host = hostOf(url);
  if (host !== null) {
    const domain = registeredDomain(host)!;
    const names = [publisher, container].filter((name) => name !== null);
    // Offices that have names of their own can share a domain; papers that have none, or its own, are told by it.
    const isOffice = names.length > 0 && !names.some((name) => isNameOf(name, domain));
    const place = isOffice ? host.replace(/^www\./, '') : domain;
    add('publisher', `domain ${place}`, place);
  }
  for (const each of publisherRecord?.domains ?? []) add('publisher', `domain ${each}`, each);
  const owner = publisherRecord?.owner;
  if (owner?.trim()) {
    add('owner', `name ${publisherNameKey(owner)}`, plain(owner));
  }
  return [...backers.values()].filter(({ key }) => key !== 'name ');
}

/** "BBC News" is what "bbc.co.uk" is called, "Quay Post" what "quaypost.example" is. */
function isNameOf(name: string, domain: string): boolean {
  const label = domain.split('.')[0]!.replaceAll('-', '');
  const called = nameWords(name).map((word) => word.toLowerCase());
  const joined = called.join('');
  return called.includes(label) || (joined.length > 2 && label.replace(/^the(?=.{3})/, '').startsWith(joined));
}

/** The domain that a source's publisher registered; null where many publish under it. */
export function domainOf({ url }: Source): string | null {
  const host = hostOf(url);
  return host === null ? null : registeredDomain(host);
}

/** Null where many publish under it. */
function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const host = new URL(url).hostname;
  const domain = registeredDomain(host);
  return domain === null || SHARED_HOSTS.has(domain) ? null : host;
}
