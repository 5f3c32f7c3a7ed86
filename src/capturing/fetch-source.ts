import { UNKNOWN_TYPES } from '../fetching/content-type.js';
import { FetchError } from '../fetching/fetch-error.js';
import type { Fetched, Fetcher, GetOptions } from '../fetching/fetcher.js';
import { contentOf, SOURCE_TYPES, WANTED, type CapturedContent } from './given-content.js';

const ACCEPT = `${Object.keys(SOURCE_TYPES).join(', ')}, */*;q=0.1`;

/** What an address led to: what is there, or nothing new. */
export interface FetchedSource {
  readonly fetched: Fetched;
  /** Null: it is as it was. */
  readonly content: CapturedContent | null;
}

const takes = (type: string | null): boolean =>
  type === null || Object.hasOwn(SOURCE_TYPES, type) || UNKNOWN_TYPES.has(type);

/** Fetches what stands at the address of a source. @throws FetchError */
export async function fetchSource(
  fetcher: Pick<Fetcher, 'get'>,
  url: string,
  known: Pick<GetOptions, 'etag' | 'lastModified' | 'signal'>,
): Promise<FetchedSource> {
  const fetched = await fetcher.get(url, { accept: ACCEPT, takes, wanted: WANTED, ...known });
  if (!fetched.isModified) return { fetched, content: null };
  const said = UNKNOWN_TYPES.has(fetched.mediaType ?? '') ? null : fetched.mediaType;
  const content = contentOf(fetched.bytes, said, fetched.charset);
  if (typeof content === 'string')
    throw new FetchError('UNSUPPORTED_TYPE', `what stands at ${shown(fetched.url)} ${content}`);
  return { fetched, content };
}

const shown = (url: string): string => (url.length > 200 ? `${url.slice(0, 199)}…` : url);
