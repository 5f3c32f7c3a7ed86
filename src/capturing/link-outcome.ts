import type { Fetched } from '../fetching/fetcher.js';
import type { FetchError } from '../fetching/fetch-error.js';
import { cutTo } from '../judging/text/normalise.js';
import type { LinkProblem, StoredLink } from '../sources/link.js';

/** What became of trying an address. */
export interface LinkOutcome {
  /** Null when there was no answer of HTTP. */
  readonly status: number | null;
  readonly finalUrl: string | null;
  /** Why it counts as a failure, for people; null: it does not. */
  readonly problem: string | null;
  /** The same for programs; null: there is none. */
  readonly problemCode: LinkProblem | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Nothing can be said of it: its site asks programs to stay away, or it leads where the server does not go. */
  readonly isUntried: boolean;
}

/** An address that answered. @param problem what its page says against it; null: nothing */
export const answeredOutcome = (
  { status, url, etag, lastModified }: Pick<Fetched, 'status' | 'url' | 'etag' | 'lastModified'>,
  problem: string | null,
): LinkOutcome => ({
  status,
  finalUrl: url,
  problem,
  problemCode: problem === null ? null : 'SAYS_GONE',
  etag,
  lastModified,
  isUntried: false,
});

/** The page is there, for people who sign in, or for fewer requests. */
const NOT_FOR_PROGRAMS = new Set([401, 402, 403, 407, 429, 451]);

/** What an error of the fetch says of the address. Only that it cannot be had, or is gone, is a failure. */
export function failedOutcome(error: FetchError): LinkOutcome {
  const { code, status, message, reason } = error;
  const none = {
    status,
    finalUrl: null,
    etag: null,
    lastModified: null,
    problem: null,
    problemCode: null,
    isUntried: false,
  };
  switch (code) {
    case 'INVALID_URL':
    case 'REFUSED_ADDRESS':
    case 'REFUSED_BY_ROBOTS':
      return { ...none, isUntried: true };
    case 'TOO_LARGE':
    case 'UNSUPPORTED_TYPE':
      // It answered: what it is was not of use.
      return { ...none, status: 200 };
    case 'HTTP_STATUS':
      if (status !== null && NOT_FOR_PROGRAMS.has(status)) return none;
      return { ...none, problem: problemOf(message), problemCode: code };
    default:
      return { ...none, problem: problemOf(message), problemCode: reason ?? code };
  }
}

/** Without the advice, which is for who asked. */
export const problemOf = (message: string): string => cutTo(message.split(';', 1)[0]!, 300);

const DAY_MS = 24 * 3_600_000;
/** How long after it answered an address is tried again, in milliseconds. */
const WELL_MS = 7 * DAY_MS;
/** The same after a failure: three in a row take three days. */
const FAILING_MS = DAY_MS;
/** The same where it may not be tried. */
const UNTRIED_MS = 30 * DAY_MS;

/** What is known of an address after it was tried once more, and when it is to be tried next. */
export function linkAfter(
  before: StoredLink | null,
  outcome: LinkOutcome,
  at: Date,
): { readonly link: StoredLink | null; readonly dueAt: Date } {
  const after = (ms: number): Date => new Date(at.getTime() + ms);
  if (outcome.isUntried) return { link: before, dueAt: after(UNTRIED_MS) };
  const { status, finalUrl, problem, problemCode, etag, lastModified } = outcome;
  const failed = problem !== null;
  const now = at.toISOString();
  const link: StoredLink = {
    checkedAt: now,
    status,
    finalUrl,
    problem,
    problemCode,
    failures: failed ? (before?.failures ?? 0) + 1 : 0,
    failingSince: failed ? (before?.failingSince ?? now) : null,
    // Of a page that is gone for a while, what it was is of use when it is back.
    etag: failed ? (before?.etag ?? null) : etag,
    lastModified: failed ? (before?.lastModified ?? null) : lastModified,
  };
  return { link, dueAt: after(failed ? FAILING_MS : WELL_MS) };
}
