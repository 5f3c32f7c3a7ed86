import type { LinkHealth } from '../judging/evidence.js';

/** Why an address counts as failing: stable, for programs. */
export const LINK_PROBLEMS = [
  'HTTP_STATUS',
  'SAYS_GONE',
  'UNKNOWN_NAME',
  'UNREACHABLE',
  'UNTRUSTED',
  'TIMEOUT',
  'TOO_MANY_REDIRECTS',
  'BAD_RESPONSE',
] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];

/** How a source's address answered, as it is stored: JSON. Times are ISO 8601. */
export interface StoredLink {
  readonly checkedAt: string;
  readonly status: number | null;
  /** Where it was in the end; null when it did not answer. */
  readonly finalUrl: string | null;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly problem: string | null;
  /** Absent of what was tried before there were codes. */
  readonly problemCode?: LinkProblem | null;
  /** For asking whether anything changed. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** The same, as the rules see it. */
export function toLinkHealth(stored: StoredLink): LinkHealth {
  return {
    checkedAt: new Date(stored.checkedAt),
    status: stored.status,
    failures: stored.failures,
    failingSince: stored.failingSince === null ? null : new Date(stored.failingSince),
    problem: stored.problem,
  };
}
