import type { AttachedCitation } from '../attach/attach-panel.js';
import type { Act } from './act.js';
import type { ActingClaim } from './acting.js';

/** What somebody is about to do, and to which claims. */
export interface Acting {
  readonly act: Exclude<Act, 'checkable'>;
  readonly ids: readonly string[];
  /** The citation that is quoted; absent: the one that most wants it. */
  readonly citationId?: string;
}

/** Whether it takes the place of the claim's details. */
export const isPanel = ({ act }: Acting): boolean => act === 'attach' || act === 'quote';

/** The one that is named, else the first that leads to a source and has no quote, else the first that leads to one. */
export function citationToQuote(
  { citations }: Pick<ActingClaim, 'citations'>,
  named?: string,
): AttachedCitation | null {
  const leading = citations.flatMap(({ source, ...said }) => (source ? [{ source, ...said }] : []));
  const citation =
    named === undefined
      ? (leading.find(({ quote }) => quote === null) ?? leading[0])
      : leading.find(({ id }) => id === named);
  if (!citation) return null;
  const { id, version, quote, locator, note, source } = citation;
  const title = source.title ?? source.url ?? `[${citation.label}]`;
  return { id, version, quote, locator, note, source: { kind: 'known', id: source.id, title } };
}
