/** A row of a list that holds still. */
export interface HeldRow<Node> {
  /** As it is by now; as it was last, where it is gone. */
  readonly node: Node;
  readonly isGone: boolean;
}

export interface Held<Node> {
  readonly rows: readonly HeldRow<Node>[];
  /** How many would come in. */
  readonly waiting: number;
}

/**
 * The rows of a list as they are by now, in the places where they were: none moves, and none goes, because of what others did.
 *
 * @param before the rows that are shown
 * @param nodes what there is by now, in order
 * @param mine ids of what one did something to oneself: they come and go at once
 * @param isLonger whether more was asked for: what is behind all that is shown comes in
 */
export function hold<Node extends { readonly id: string }>(
  before: readonly HeldRow<Node>[],
  nodes: readonly Node[],
  mine: ReadonlySet<string>,
  isLonger: boolean,
): Held<Node> {
  if (before.length === 0) return { rows: nodes.map((node) => ({ node, isGone: false })), waiting: 0 };
  const now = new Map(nodes.map((node) => [node.id, node]));
  const rows = before
    .filter(({ node: { id } }) => now.has(id) || !mine.has(id))
    .map(({ node }) => ({ node: now.get(node.id) ?? node, isGone: !now.has(node.id) }));
  const shown = new Set(rows.map(({ node }) => node.id));
  const last = nodes.findLastIndex(({ id }) => shown.has(id));
  let waiting = 0;
  /** The row that a new one comes behind. */
  let behind: string | null = null;
  for (const [at, node] of nodes.entries()) {
    if (!shown.has(node.id)) {
      if (!mine.has(node.id) && !(isLonger && at > last)) {
        waiting++;
        continue;
      }
      rows.splice(rows.findIndex((row) => row.node.id === behind) + 1, 0, { node, isGone: false });
    }
    behind = node.id;
  }
  return { rows, waiting };
}
