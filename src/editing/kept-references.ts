import { toReference, type ReferenceStateRow } from './article-rows.js';
import type { HeldReference } from './article-state.js';

/**
 * The references of an article that is read again and again. Those that stand as they did are the same objects as before,
 * so that what rules worked out of them, and of their sources, is kept. Holds what was read last, and no more.
 */
export class KeptReferences {
  private kept: ReadonlyMap<string, { readonly text: string; readonly held: HeldReference }> = new Map();

  /** @param rows all of the article, as they stand now */
  read(rows: readonly ReferenceStateRow[]): HeldReference[] {
    const { kept } = this;
    const read = rows.map((row) => {
      const text = JSON.stringify(row);
      const before = kept.get(row.id);
      return { text, held: before?.text === text ? before.held : toReference(row) };
    });
    this.kept = new Map(read.map((each) => [each.held.id, each]));
    return read.map(({ held }) => held);
  }
}
