import type { Database, WorkspaceScope } from '../database/database.js';
import { sourceKey } from '../reading/source-key.js';
import { fromCsl, type StoredCsl } from '../sources/csl.js';
import { holdToMerge } from '../sources/merged-sources.js';
import { pageOfKeys, rekey, type KeyedSource } from '../sources/source.repository.js';
import { pageOfArticlesCiting } from '../sources/reference.repository.js';
import type { Drift } from './recount.js';
import { holdArticle } from './load-article.js';
import { mergeInArticle } from './merge-article.js';
import { differInRetraction, mergeHeld } from './merge-held.js';
import { storedKey } from './settle-sources.js';

/** Sources and articles that are looked up at a time. */
const PAGE = 500;

const NOTE = 'their addresses or identifiers are those of one source';

/**
 * Works out the keys of a workspace's sources anew, from their records, and tells where what is stored differs: by how
 * addresses were compared when they were stored. Two sources that now have one key become one, as `mergeSources` makes
 * them, unless one alone is retracted: that is told each time, until a person has settled it.
 *
 * @param repair writes the keys, and merges
 */
export async function recountSources(database: Database, workspaceId: string, repair: boolean): Promise<Drift[]> {
  const scope = { workspaceId };
  const drift: Drift[] = [];
  for (let after: string | null = null; ;) {
    const page: KeyedSource[] = await database.readWorkspace(scope, (connection) =>
      pageOfKeys(connection, workspaceId, after, PAGE),
    );
    for (const source of page) {
      const key = keyOf(source.csl);
      if (key === null || key === source.key) continue;
      const found = await settle(database, scope, source, key, repair);
      if (found) drift.push(found);
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return drift;
  }
}

/** The key that a record gives; null where it has no identifier, so that only the words of its first entry tell it. */
export function keyOf(csl: StoredCsl): string | null {
  const record = fromCsl(csl);
  const key = sourceKey({ ...record, url: record.url ?? record.archiveUrl, text: '' });
  return key.startsWith('text:') ? null : storedKey(key);
}

async function settle(
  database: Database,
  scope: WorkspaceScope,
  source: KeyedSource,
  key: string,
  repair: boolean,
): Promise<Drift | null> {
  const { workspaceId } = scope;
  const drift: Drift = { what: 'key', id: source.id, stored: source.key, derived: key };
  const merge = await database.withWorkspace(scope, async (connection) => {
    const [other] = await pageOfKeys(connection, workspaceId, null, 1, key);
    if (!other) {
      if (repair) await rekey(connection, workspaceId, source.id, key);
      return null;
    }
    // What leads to one source already may keep the key that it had.
    const [former, kept] = [source.mergedInto ?? source.id, other.mergedInto ?? other.id];
    if (former === kept) return 'settled';
    if (!repair) return null;
    const held = await holdToMerge(connection, workspaceId, [former, kept]);
    const [from, into] = [former, kept].map((id) => held.find((each) => each.id === id));
    if (!from || !into || from.mergedInto || into.mergedInto || differInRetraction(from, into)) return 'refused';
    return await mergeHeld(connection, workspaceId, into, [from], NOTE);
  });
  if (merge === 'settled') return null;
  if (merge === 'refused') return { ...drift, left: 'one of the two is retracted: settle that, then mergeSources' };
  if (!merge) return drift;
  const actor = { workspaceId, memberId: null };
  for (let after: string | null = null; ;) {
    const page: string[] = await database.readWorkspace(scope, (connection) =>
      pageOfArticlesCiting(connection, workspaceId, [...merge.formerIds, merge.keptId], after, PAGE),
    );
    for (const id of page) {
      await database.withWorkspace(scope, async (connection) => {
        const article = await holdArticle(connection, workspaceId, { article: id });
        if (article) await mergeInArticle(connection, actor, article, merge, merge.happening);
      });
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return drift;
  }
}
