/** How long what one changed may be told of, in milliseconds: what follows from it is done after the answer. */
const TOLD_FOR_MS = 30_000;

let last = Number.NEGATIVE_INFINITY;

/** Whether this page changed something of late: only then can what is told be its own doing. */
export const ownChanges = {
  /** Told when a mutation is sent, and when it is answered. */
  happened(at = performance.now()): void {
    last = at;
  },
  areRecent(at = performance.now()): boolean {
    return at - last <= TOLD_FOR_MS;
  },
};
