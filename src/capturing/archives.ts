import { isRecord } from '../judging/is-record.js';
import { FetchError } from '../fetching/fetch-error.js';
import type { Fetcher } from '../fetching/fetcher.js';

/** A copy of a page in an archive. */
export interface ArchivedCopy {
  readonly url: string;
  /** When it was made, ISO 8601 to the day; null when that is not told. */
  readonly at: string | null;
}

/** Longer addresses are no addresses of a copy. */
const LONGEST = 2_000;

/**
 * Asks for a copy of a page, in the manner of the Wayback Machine's availability API: `?url=…` is answered with the closest
 * copy that was answered with success.
 *
 * @param service the address of who is asked
 * @returns null when there is none, and when the service does not answer as it should
 */
export async function findCopy(
  fetcher: Pick<Fetcher, 'get'>,
  service: string,
  page: string,
  signal?: AbortSignal,
): Promise<ArchivedCopy | null> {
  const asked = new URL(service);
  asked.searchParams.set('url', page);
  try {
    const { bytes } = await fetcher.get(asked.href, {
      accept: 'application/json',
      takes: (type) => type === null || type.includes('json') || type.includes('javascript'),
      wanted: 'JSON',
      ...(signal ? { signal } : {}),
    });
    return copyIn(JSON.parse(bytes.toString()));
  } catch (error) {
    if (error instanceof FetchError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The copy that an answer names. */
export function copyIn(answer: unknown): ArchivedCopy | null {
  const snapshots = isRecord(answer) ? answer.archived_snapshots : null;
  const closest = isRecord(snapshots) ? snapshots.closest : null;
  if (!isRecord(closest) || closest.available !== true || !/^2\d\d$/.test(String(closest.status ?? '200'))) return null;
  const { url, timestamp } = closest;
  if (typeof url !== 'string' || url.length > LONGEST || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return null;
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(typeof timestamp === 'string' ? timestamp : '') ?? [];
  return { url: new URL(url).href, at: day === undefined ? null : `${year}-${month}-${day}` };
}
