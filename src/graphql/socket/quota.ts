import { graphql } from '../../telemetry/instruments.js';

/** Counts what workspaces have of something that each may have so much of, and what they were refused. */
export class Quota {
  private readonly taken = new Map<string, number>();

  /** @param name what is counted, in the metrics: "exports of a workspace" */
  constructor(
    private readonly limit: number,
    private readonly name: string,
  ) {}

  /** @returns gives it back, however often it is called; null when there is no more */
  take(workspaceId: string): (() => void) | null {
    const count = this.taken.get(workspaceId) ?? 0;
    if (count >= this.limit) {
      graphql.refused.inc({ limit: this.name });
      return null;
    }
    this.taken.set(workspaceId, count + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = this.taken.get(workspaceId)! - 1;
      if (left === 0) this.taken.delete(workspaceId);
      else this.taken.set(workspaceId, left);
    };
  }
}
