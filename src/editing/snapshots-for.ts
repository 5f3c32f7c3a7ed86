import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { SourceWithSnapshots } from '../judging/comparing/compare-all.js';
import { newestSnapshots, textsByHash, type SnapshotHead } from '../sources/snapshot.repository.js';
import type { ArticleState } from './article-state.js';
import type { Comparable } from './to-compare.js';

/** So many snapshots of a source are compared with, the newest: pages change, and quotes with them. */
const COMPARED = 3;
/** So much text is compared with at once, in UTF-16 units: the cited sources come first, then the article's others. */
const MOST_TEXT = 30_000_000;

/**
 * The snapshots that citations are compared with: those of the sources that they name, and where there are quotes, of the
 * article's other sources too, for a quote may stand in one of those.
 */
export async function headsFor(
  connection: WorkspaceConnection,
  workspaceId: string,
  { references }: Pick<ArticleState, 'references'>,
  citations: readonly Pick<Comparable, 'source' | 'citation' | 'claim'>[],
): Promise<SnapshotHead[]> {
  const cited = new Set(citations.map(({ source }) => source.id));
  const quotes = citations.some(
    ({ citation, claim }) => citation.quote !== null || QUOTATION.test(claim.evidence.text),
  );
  const kept = references.flatMap(({ source }) => (source?.evidence.snapshots ? [source.id] : []));
  const wanted = quotes ? kept : kept.filter((id) => cited.has(id));
  const heads = await newestSnapshots(connection, workspaceId, wanted, COMPARED);
  const [own, others] = [
    heads.filter((each) => cited.has(each.sourceId)),
    heads.filter((each) => !cited.has(each.sourceId)),
  ];
  let left = MOST_TEXT;
  return [...own, ...others].filter(({ sourceId, length }) => {
    const fits = cited.has(sourceId) || length <= left;
    if (fits) left -= length;
    return fits;
  });
}

/** Marks of quotations in a claim's own text. */
const QUOTATION = /["“”„«»‘’]/;

/** The article's sources with the texts of these snapshots, in the order of its references. */
export async function sourcesWithTexts(
  connection: WorkspaceConnection,
  workspaceId: string,
  { references }: Pick<ArticleState, 'references'>,
  heads: readonly SnapshotHead[],
): Promise<SourceWithSnapshots[]> {
  const texts = await textsByHash(
    connection,
    workspaceId,
    heads.map(({ hash }) => hash),
  );
  const ofSource = Map.groupBy(heads, ({ sourceId }) => sourceId);
  const sources = new Map<string, SourceWithSnapshots>();
  for (const { source, label } of references) {
    const own = source && ofSource.get(source.id);
    if (!own || sources.has(source.evidence.key)) continue;
    const snapshots = own.map(({ id, hash, extent }) => ({
      name: id,
      text: texts.get(hash.toString('hex'))!,
      extent: extent === 'PARTIAL' ? ('PARTIAL' as const) : ('FULL' as const),
      language: null,
    }));
    sources.set(source.evidence.key, { key: source.evidence.key, label, issued: source.evidence.issued, snapshots });
  }
  return [...sources.values()];
}
