import type { AttachSourceInput, Directness, SourceInput, Stance } from '../../api/graphql.js';

/** The source that somebody means: one of the workspace, or one described by its address. */
export type ChosenSource =
  | { readonly kind: 'known'; readonly id: string; readonly title: string }
  | { readonly kind: 'new'; readonly title: string; readonly source: SourceInput };

/** What the panel's fields say. */
export interface AttachValues {
  readonly source: ChosenSource | null;
  /** A number of the article that leads nowhere yet, and is to lead to the source; null: the source's own or the next. */
  readonly number: number | null;
  readonly locator: string;
  readonly quote: string;
  readonly note: string;
  readonly stance: Stance;
  readonly directness: Directness;
}

export const NO_VALUES: AttachValues = {
  source: null,
  number: null,
  locator: '',
  quote: '',
  note: '',
  stance: 'SUPPORTS',
  directness: 'UNKNOWN',
};

/** What becomes of a draft. */
export type DraftState =
  /** Somebody is at it. */
  | 'editing'
  /** Saved, while nobody answered: it is sent when the server is there again. */
  | 'waiting'
  /** Others changed the claim or the citation meanwhile; a person decides. */
  | 'conflict'
  /** The server will not have it; a person mends it or lets it go. */
  | 'refused';

/** How it is done: cited at once, proposed by who may not, or said of a citation that is there. */
export type DraftKind = 'attach' | 'propose' | 'update';

/** Evidence that is not with the server yet. It outlives the page. */
export interface Draft {
  /** Whose it is, and of what: see `draftKey`. */
  readonly key: string;
  readonly owner: string;
  readonly kind: DraftKind;
  readonly state: DraftState;
  readonly claim: { readonly id: string; readonly text: string };
  /** The citation that it changes; null unless its kind is `update`. */
  readonly citation: { readonly id: string; readonly before: Pick<AttachValues, 'locator' | 'quote' | 'note'> } | null;
  /** The version of the claim, or of the citation, that its writer saw. */
  readonly seenVersion: number;
  readonly values: AttachValues;
  /** Sent with it however often it is sent, so that it is done once. */
  readonly sendingKey: string;
  /** In the server's words, why it is not done. */
  readonly why: string | null;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** @param owner workspace and member: people may share a browser */
export const draftKey = (owner: string, claimId: string, citationId: string | null): string =>
  [owner, claimId, citationId ?? ''].join(' ');

/** Whether anything was written that would be missed. */
export const isWritten = ({ source, locator, quote, note }: AttachValues): boolean =>
  source !== null || [locator, quote, note].some((text) => text.trim() !== '');

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is sent of the fields, whatever claim it is for. @throws where no source is chosen */
export function inputOf(values: AttachValues): Omit<AttachSourceInput, 'claimId' | 'expectedVersion'> {
  const { source, stance, directness } = values;
  if (!source) throw new Error('no source is chosen');
  return {
    ...(source.kind === 'known' ? { sourceId: source.id } : { source: source.source }),
    ...(values.number !== null && { number: values.number }),
    locator: orNull(values.locator),
    quote: orNull(values.quote),
    note: orNull(values.note),
    stance,
    directness,
  };
}
