import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/database.js';
import type { Position } from '../database/replication/position.js';
import type { KeyedRow } from './keyset.js';

/** Rows that a statement is asked for, by whoever needs some of them. */
interface Wanted {
  readonly ids: Set<string>;
  readonly rows: PromiseWithResolvers<readonly KeyedRow[]>;
}

/** What is going to be read in one transaction: by the text of the statement. */
interface Gathered {
  readonly statements: Map<string, Wanted>;
  /** Those who are told how far the log was. */
  readonly viewers: Viewer[];
}

/** Of each workspace, what requests ask for until the program has nothing more to do at once. */
const gathering = new WeakMap<Database, Map<string, Gathered>>();

/**
 * Reads rows by their ids. What several requests of one workspace ask for at one time is read in one transaction, each
 * statement once for all of them: those whose changes were stored together are answered together.
 *
 * @param sql one of a few texts, with the workspace as `$1` and the ids as `$2`; all who use a text mean the same by it
 * @returns also rows that others asked for, in no order
 */
export function rowsTogether(
  database: Database,
  viewer: Viewer,
  sql: string,
  ids: readonly string[],
): Promise<readonly KeyedRow[]> {
  const { workspaceId } = viewer;
  // What belongs to a transaction or to one of several servers is read there.
  if (viewer.within || viewer.placement) {
    return database.readWorkspace(viewer, (client) => client.query<KeyedRow>(sql, [workspaceId, ids]));
  }
  const ofAll = gathering.get(database) ?? new Map<string, Gathered>();
  gathering.set(database, ofAll);
  let gathered = ofAll.get(workspaceId);
  if (!gathered) {
    gathered = { statements: new Map(), viewers: [] };
    ofAll.set(workspaceId, gathered);
    const { statements, viewers } = gathered;
    // After all promises that are settled by now have gone on.
    process.nextTick(() => {
      ofAll.delete(workspaceId);
      void read(database, workspaceId, statements, viewers);
    });
  }
  const wanted = gathered.statements.get(sql) ?? { ids: new Set<string>(), rows: Promise.withResolvers() };
  gathered.statements.set(sql, wanted);
  for (const id of ids) wanted.ids.add(id);
  if (!gathered.viewers.includes(viewer)) gathered.viewers.push(viewer);
  return wanted.rows.promise;
}

/** Never fails: who asked is told. */
async function read(
  database: Database,
  workspaceId: string,
  statements: ReadonlyMap<string, Wanted>,
  viewers: readonly Viewer[],
): Promise<void> {
  const told = viewers.flatMap(({ seen }) => seen ?? []);
  const seen = (position: Position): void => told.forEach((tell) => tell(position));
  const wanted = [...statements];
  try {
    // Of no viewer in particular: what is read here may be told to all.
    const answers = await database.readWorkspace({ workspaceId, ...(told.length > 0 ? { seen } : {}) }, (client) =>
      Promise.all(wanted.map(([sql, { ids }]) => client.queryPrepared<KeyedRow>(sql, [workspaceId, [...ids]]))),
    );
    for (const [i, [, { rows }]] of wanted.entries()) rows.resolve(answers[i]!);
  } catch (error) {
    for (const [, { rows }] of wanted) rows.reject(error);
  }
}
