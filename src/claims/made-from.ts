import { createHash } from 'node:crypto';
import { COMPARISON_VERSION } from '../judging/comparison.js';
import type { Claim } from '../judging/evidence.js';

/** What of a claim is compared. */
export type ComparedClaim = Pick<Claim, 'block' | 'attribute' | 'column' | 'text'>;

/** What of a source is. */
export interface ComparedSource {
  readonly id: string;
  /** Counts what changed of its snapshots. */
  readonly snapshotsVersion: number;
  /** As `Source.issued`. */
  readonly issued: string | null;
}

/** What a comparison is made from, as a short text: another one is about other words, another quote or other snapshots. */
export function madeFromOf(
  { block, attribute, column, text }: ComparedClaim,
  quote: string | null,
  { id, snapshotsVersion, issued }: ComparedSource,
  language: string | null,
): string {
  const from = [COMPARISON_VERSION, id, snapshotsVersion, issued, language, block, attribute, column, text, quote];
  return createHash('sha256').update(JSON.stringify(from)).digest('base64url');
}
