import type { Bibliography } from '../csl.js';

/** The formats in which programs that keep bibliographies pass records on. */
export const RECORD_FORMATS = ['CSL_JSON', 'BIBTEX', 'RIS'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** What an entry of such a file came to. */
export type ReadEntry = EntryName & ({ readonly record: Bibliography } | { readonly mistake: string });

/** How people find an entry in their file. */
export interface EntryName {
  /** From 1. */
  readonly place: number;
  /** The entry's own name: a BibTeX key, a CSL id. Null: it has none. */
  readonly key: string | null;
}

/** Thrown for a file of which no entry can be read. The message is for people, and says where. */
export class UnreadableRecordsError extends Error {
  override readonly name = 'UnreadableRecordsError';
}

/** "2031", "2031-04" or "2031-04-02" of what programs write: strings or numbers, zeros or none before them; else null. */
export function isoDate(year: unknown, month?: unknown, day?: unknown): string | null {
  const parts = [year, month, day].map((part) => (part === undefined || part === '' ? null : Number(part)));
  const [y, m, d] = parts as [number | null, number | null, number | null];
  if (y === null || !Number.isInteger(y) || y < 1 || y > 9999) return null;
  const text = String(y).padStart(4, '0');
  if (m === null || !Number.isInteger(m) || m < 1 || m > 12) return text;
  const monthly = `${text}-${String(m).padStart(2, '0')}`;
  return d === null || !Number.isInteger(d) || d < 1 || d > 31 ? monthly : `${monthly}-${String(d).padStart(2, '0')}`;
}

/** White space folded; null for nothing. */
export function tidy(text: string | null | undefined): string | null {
  const folded = text?.replace(/\s+/g, ' ').trim();
  return folded === undefined || folded === '' ? null : folded;
}
