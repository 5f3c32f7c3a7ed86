import { addressKey } from '../addresses/address-key.js';
import { archivedPage } from '../addresses/archives.js';
import type { Source } from '../judging/evidence.js';
import { sourceKey } from './source-key.js';

/** What a source says of itself, without its key and what has become of it. */
export type Described = Omit<Source, 'key' | 'retraction'>;

/** A work of which nothing is known. */
export const NOTHING_KNOWN: Described = {
  title: null,
  authors: [],
  publisher: null,
  container: null,
  issued: null,
  url: null,
  accessed: null,
  archiveUrl: null,
  archivedAt: null,
  doi: null,
  isbn: null,
  pmid: null,
  arxiv: null,
  docket: null,
  locator: null,
};

/** A work as data beside the text describes it, as far as it does: COinS, microdata, JSON-LD. */
export type DescribedWork = Partial<Described>;

/**
 * The source of an entry whose fields all of a template or a link gives. Only when it was read, and where a copy of it is
 * kept, can another template or the words behind it say.
 *
 * @param parsed what the entry's words say
 * @param text the entry
 */
export function withAccess(fields: Described, parsed: Source, text: string): Source {
  const isCopied = fields.archiveUrl === null && isCopyOf(parsed.archiveUrl, fields.url);
  const { archiveUrl, archivedAt } = isCopied ? parsed : fields;
  const accessed = fields.accessed ?? parsed.accessed;
  return keyed({ ...fields, accessed, archiveUrl, archivedAt, retraction: parsed.retraction }, text);
}

/**
 * The source of an entry that data describes: what the data says holds, and what it lacks comes from the entry's words.
 *
 * @param parsed what the entry's words say
 * @param text the entry
 */
export function completed(work: DescribedWork, { key: _, ...parsed }: Source, text: string): Source {
  const whole = { ...parsed, ...work };
  const isCopied = work.archiveUrl !== undefined || isCopyOf(parsed.archiveUrl, whole.url);
  // An organisation that is the author in the data stands before the title in the words, as a publisher would.
  const isAuthor =
    work.publisher === undefined && work.authors?.some((name) => lettersOf(name) === lettersOf(parsed.publisher));
  // The publisher of the data and the container of the words can be one name.
  const isOne = work.container === undefined && lettersOf(whole.publisher) === lettersOf(whole.container);
  return keyed(
    {
      ...whole,
      ...(isCopied ? {} : { archiveUrl: null, archivedAt: null }),
      ...(isOne ? { container: null } : {}),
      ...(isAuthor ? { publisher: null } : {}),
    },
    text,
  );
}

const keyed = (source: Omit<Source, 'key'>, text: string): Source => ({
  key: sourceKey({ ...source, url: source.url ?? source.archiveUrl, text }),
  ...source,
});

/** An entry that lists several works can have the copy of another one. */
function isCopyOf(archiveUrl: string | null, url: string | null): boolean {
  if (archiveUrl === null || url === null) return true;
  return archivedPage(archiveUrl)?.original == null || addressKey(archiveUrl) === addressKey(url);
}

const lettersOf = (text: string | null) => (text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');

/** The fields that say something; null when none does. */
export function saying(fields: {
  readonly [K in keyof DescribedWork]?: DescribedWork[K] | undefined;
}): DescribedWork | null {
  const known = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return known.length > 0 ? Object.fromEntries(known) : null;
}
