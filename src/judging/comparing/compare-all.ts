import type { Comparison } from '../comparison.js';
import { compare, type OtherSource } from './compare.js';
import type { ClaimParts } from './claim-text.js';
import { indexSnapshot, type Snapshot, type SnapshotIndex } from './snapshot.js';

/** A source and its snapshots, the newest first. */
export interface SourceWithSnapshots {
  /** `Source.key`. */
  readonly key: string;
  /** Of its reference. */
  readonly label: string;
  /** `Source.issued`. */
  readonly issued: string | null;
  readonly snapshots: readonly Snapshot[];
}

/** A citation that is to be compared. */
export interface CitationToCompare {
  readonly claim: ClaimParts;
  readonly quote: string | null;
  /** `Source.key` of the source that it names. */
  readonly source: string;
}

/** Several citations of one article, and the sources that they, and its other citations, name. */
export interface CitationsToCompare {
  /** Of the article: BCP 47; null when it is too short to tell. */
  readonly language: string | null;
  /** In the order in which a misattributed quote is looked for. */
  readonly sources: readonly SourceWithSnapshots[];
  readonly citations: readonly CitationToCompare[];
}

/**
 * Compares citations with their sources. Each snapshot is indexed once, whatever the number of claims.
 *
 * @param indexOf gives indices that were made before; for who compares the same snapshots for many articles
 * @returns in the order of the citations
 */
export function compareAll(
  { language, sources, citations }: CitationsToCompare,
  indexOf: (snapshot: Snapshot) => SnapshotIndex = indexSnapshot,
): Comparison[] {
  const indexed: OtherSource[] = sources.map(({ key, label, snapshots }) => ({
    source: key,
    label,
    snapshots: snapshots.map(indexOf),
  }));
  const byKey = new Map(indexed.map((each) => [each.source, each]));
  const issuedOf = new Map(sources.map(({ key, issued }) => [key, issued]));
  const othersOf = new Map<string, OtherSource[]>();
  return citations.map(({ claim, quote, source }) => {
    let others = othersOf.get(source);
    if (!others) othersOf.set(source, (others = indexed.filter((each) => each.source !== source)));
    return compare(
      claim,
      { quote },
      { snapshots: byKey.get(source)?.snapshots ?? [], issued: issuedOf.get(source) ?? null, others },
      language,
    );
  });
}

/**
 * Keeps the indices that were asked for last, up to so many characters of their texts.
 *
 * @param most in UTF-16 units; a longer text is kept alone
 */
export function keptIndices(most: number): (snapshot: Snapshot) => SnapshotIndex {
  const kept = new Map<string, SnapshotIndex>();
  let size = 0;
  return (snapshot) => {
    const known = `${snapshot.extent} ${snapshot.language} ${snapshot.name}`;
    const index = kept.get(known) ?? indexSnapshot(snapshot);
    if (kept.delete(known)) size -= index.text.length;
    kept.set(known, index);
    size += index.text.length;
    for (const [name, { text }] of kept) {
      if (size <= most || name === known) break;
      kept.delete(name);
      size -= text.length;
    }
    return index;
  };
}
