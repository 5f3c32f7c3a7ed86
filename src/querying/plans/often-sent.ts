/** Statements that are counted. */
const COUNTED = 200;
/** How often one must have come among them to be kept. */
const OFTEN = 4;
/** Tells which statements come again and again, so that it pays to let each connection plan them once. */
export class OftenSent {
  /** By text, the one that came longest ago first. */
  private readonly counts = new Map<string, number>();
  private readonly kept = new Set<string>();

  /**
   * @param most statements that connections may keep planned, for as long as the process lives: each connection of the
   * pool keeps its own
   */
  constructor(private readonly most: number) {}

  /** @returns whether the statement, which is counted as sent, is one of the few that are kept planned */
  has(sql: string): boolean {
    if (this.kept.has(sql)) return true;
    if (this.kept.size >= this.most) return false;
    const count = (this.counts.get(sql) ?? 0) + 1;
    this.counts.delete(sql);
    if (count >= OFTEN) {
      this.kept.add(sql);
      return true;
    }
    this.counts.set(sql, count);
    const [oldest] = this.counts.keys();
    if (oldest !== undefined && this.counts.size > COUNTED) this.counts.delete(oldest);
    return false;
  }
}
