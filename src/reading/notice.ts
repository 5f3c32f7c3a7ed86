/** What can be told of each kind of notice, beside its sentence: JSON. */
export interface NoticeValues {
  /** What was imported is what there was. */
  readonly UNCHANGED: Readonly<Record<never, never>>;
  /** Bytes that belong to no character were read as U+FFFD. */
  readonly DAMAGED_BYTES: Readonly<Record<never, never>>;
  /** Parts of an editor's document that are not known: how many of each kind, and of how many kinds more. */
  readonly UNKNOWN_PARTS: {
    readonly editor: string;
    readonly parts: readonly { readonly name: string; readonly count: number }[];
    readonly moreKinds: number;
  };
  /** A reference that an editor had given a number has another one. */
  readonly RENUMBERED: { readonly title: string; readonly from: number | null; readonly to: number | null };
  /** A number stands for another source than an editor had said. */
  readonly OVERRULED: { readonly number: number | null; readonly title: string; readonly formerTitle: string };
  /** What people had judged of sentences that say something else now: how many of each. */
  readonly OUTDATED: { readonly reviews: number; readonly verdicts: number; readonly waivers: number };
}

/** Stable, for programs: whoever shows notices has words for each. */
export type NoticeCode = keyof NoticeValues;

/** What an editor should know of a text that was taken in. Nothing is wrong. */
export type Notice = {
  readonly [Code in NoticeCode]: {
    readonly code: Code;
    readonly values: NoticeValues[Code];
    /** The same in English. */
    readonly message: string;
  };
}[NoticeCode];
