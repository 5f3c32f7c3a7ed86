import { withComparison, type Article, type Claim, type Source } from '../evidence.js';
import { compare, type OtherSource } from './compare.js';
import type { SnapshotIndex } from './snapshot.js';

/** What is at hand of an article's sources. */
export interface AtHand {
  /** The snapshots of what a label of the article names, the newest first; empty when there are none. */
  snapshotsOf(label: string): readonly SnapshotIndex[];
  /** Told before each claim that is compared, with how many were. */
  progress?(compared: number): void;
}

/**
 * An article whose citations were compared with the snapshots of their sources. References that name one source share their
 * snapshots. Linear in claims times the length of what they cite; each snapshot is indexed once.
 */
export function compareArticle(article: Article, { snapshotsOf, progress }: AtHand): Article {
  const byKey = new Map<string, SnapshotIndex[]>();
  const labels = new Map<string, string>();
  for (const { source, label } of article.references) {
    if (!source) continue;
    if (!labels.has(source.key)) labels.set(source.key, label);
    const known = byKey.get(source.key);
    if (known) known.push(...snapshotsOf(label));
    else byKey.set(source.key, [...snapshotsOf(label)]);
  }
  const all = [...byKey].flatMap(([source, snapshots]): OtherSource[] =>
    snapshots.length > 0 ? [{ source, label: labels.get(source)!, snapshots }] : [],
  );
  const counted = (source: Source | null): Source | null =>
    source && { ...source, snapshots: byKey.get(source.key)?.length ?? 0 };
  const comparing = (claim: Claim): Claim => ({
    ...claim,
    citations: claim.citations.map((citation) => {
      const { source } = citation;
      if (!source) return citation;
      const cited = {
        snapshots: byKey.get(source.key) ?? [],
        issued: source.issued,
        others: all.filter((other) => other.source !== source.key),
      };
      return withComparison(
        { ...citation, source: counted(source) },
        compare(claim, citation, cited, article.language),
      );
    }),
  });
  return {
    ...article,
    references: article.references.map((reference) => ({ ...reference, source: counted(reference.source) })),
    claims: article.claims.map((claim, i) => {
      if (claim.citations.length === 0) return claim;
      progress?.(i);
      return comparing(claim);
    }),
  };
}
