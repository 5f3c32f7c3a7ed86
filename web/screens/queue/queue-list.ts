/** A page as the API gave it. @param next the cursor behind it; null: it is the last */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/**
 * The rows of a long list, in the order in which they were first seen: none moves, and none goes, while somebody works on
 * it. What would come in between waits until it is asked for.
 */
export class QueueList<Row extends { readonly id: string }> {
  /** Of what is loaded; only ever longer. */
  readonly ids: string[] = [];
  /** Cursors that pages begin behind; null is the beginning. */
  readonly cursors: (string | null)[] = [null];
  private readonly rows = new Map<string, Row>();
  private readonly waitingIds = new Set<string>();
  private readonly listeners = new Set<() => void>();
  /** Where each page begins among the ids, and where the last ends. */
  private readonly starts: number[] = [0];
  private changes = 0;
  private isTold = false;

  /** Changes whenever something here does. */
  readonly version = (): number => this.changes;

  /** @returns ends it */
  readonly subscribe = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  row(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /** How many would come in. */
  get waiting(): number {
    return this.waitingIds.size;
  }

  /** Pages that were answered. */
  get pages(): number {
    return this.starts.length - 1;
  }

  /** Whether every row there is has been loaded. */
  get isWhole(): boolean {
    return this.pages === this.cursors.length;
  }

  /** Which page an id at this place came in. */
  pageAt(place: number): number {
    let page = Math.max(0, this.pages - 1);
    while (page > 0 && this.starts[page]! > place) page--;
    return page;
  }

  /** Takes in a page's answer: the first one extends the list, a later one only brings its rows up to date. */
  answered(page: number, { rows, next }: ListPage<Row>): void {
    const isFirst = page === this.pages;
    for (const row of rows) {
      const isKnown = this.rows.has(row.id);
      if (isKnown || isFirst) this.rows.set(row.id, row);
      if (isKnown) continue;
      if (isFirst) {
        this.ids.push(row.id);
        this.waitingIds.delete(row.id);
      } else this.waitingIds.add(row.id);
    }
    if (isFirst) {
      this.starts.push(this.ids.length);
      if (next !== null) this.cursors.push(next);
    }
    this.tell();
  }

  /** Takes in a row that changed. @param belongs whether the list would have it by now */
  changed(row: Row, belongs: boolean): void {
    if (this.rows.has(row.id)) this.rows.set(row.id, row);
    else if (belongs) this.waitingIds.add(row.id);
    else if (!this.waitingIds.delete(row.id)) return;
    this.tell();
  }

  /** Once for all that happens in a moment: an import changes a thousand. */
  private tell(): void {
    this.changes++;
    if (this.isTold) return;
    this.isTold = true;
    queueMicrotask(() => {
      this.isTold = false;
      for (const listener of this.listeners) listener();
    });
  }
}
