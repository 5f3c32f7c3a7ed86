import { randomUUID } from 'node:crypto';
import { WORKSPACE_HISTORY } from '../../src/events/event.rows.js';
import { encodeCursor } from '../../src/graphql/cursor.js';
import { readPage, type PageArgs } from '../../src/graphql/connection.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { Parameters, pageStatement } from '../../src/graphql/keyset.js';
import type { HistoryFilter } from '../../src/querying/history-filter.type.js';
import { historySource } from '../../src/querying/history-source.js';
import { createTestDatabase, onOneServer, type TestDatabase, type TestViewer } from '../support/test-database.js';

const EVENTS = 20_000;
/** As many as a page has. */
const PAGE = 50;

let db: TestDatabase;
let viewer: TestViewer;
const seldom = randomUUID();
/** Stands for the member of the workspace, which is made later. */
const OFTEN = 'often';

/** One workspace with a long history, which began with some members; one in a hundred events is a comment. */
beforeAll(async () => {
  db = await createTestDatabase();
  viewer = await db.workspace();
  await db.admin('SET session_replication_role = replica');
  await db.admin(
    `INSERT INTO event (workspace_id, article_id, seq, workspace_seq, kind, subject_type, subject_id, actor_id, at)
     SELECT $1, $1, n, n,
       CASE WHEN n <= 60 THEN 'member.added' WHEN n % 100 = 0 THEN 'comment.added' ELSE 'claim.updated' END,
       'Claim', $1, CASE WHEN n BETWEEN 100 AND 103 THEN $3::uuid WHEN n % 3 = 0 THEN NULL ELSE $2::uuid END, now()
     FROM generate_series(1, $4::integer) n`,
    [viewer.workspaceId, viewer.memberId, seldom, EVENTS],
  );
  await db.admin('VACUUM ANALYZE event');
});
afterAll(() => db.drop());

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The events that PostgreSQL reads for a page, in the program's role, also those that it leaves out. */
async function read(filter: HistoryFilter, args: PageArgs): Promise<number> {
  const parameters = new Parameters();
  parameters.add(viewer.workspaceId);
  const subject = { type: 'Workspace', uuid: viewer.workspaceId } as const;
  const source = historySource(viewer, subject, filter, WORKSPACE_HISTORY)(parameters);
  const sql = pageStatement(source, WORKSPACE_HISTORY, readPage(args, WORKSPACE_HISTORY), parameters);
  const [row] = await db.database.withWorkspace(viewer, (connection) =>
    connection.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      parameters.values,
    ),
  );
  const count = (node: PlanNode): number => {
    const rows =
      node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    return (
      (node['Relation Name'] === 'event' ? rows * node['Actual Loops'] : 0) +
      (node.Plans ?? []).reduce((sum, each) => sum + count(each), 0)
    );
  };
  return count(row!['QUERY PLAN'][0]!.Plan);
}

const before = encodeCursor(WORKSPACE_HISTORY.name, [String(EVENTS / 2)]);
const member = (uuid: string): string => toGlobalId('Member', uuid);

describe('a page of a long history is read without the rest of it', () => {
  onOneServer.each<[string, HistoryFilter, PageArgs]>([
    ['all', {}, { last: PAGE }],
    ['a frequent kind', { kinds: ['claim.updated'] }, { last: PAGE }],
    ['a frequent kind, in the middle', { kinds: ['claim.updated'] }, { last: PAGE, before }],
    ['a kind that was long ago', { kinds: ['member.added'] }, { last: PAGE }],
    ['the same from the beginning', { kinds: ['member.added'] }, { first: PAGE }],
    ['a rare kind, in the middle', { kinds: ['comment.added'] }, { last: PAGE, before }],
    ['a kind that never was', { kinds: ['webhook.deleted'] }, { last: PAGE }],
    ['a member who does much', { actorId: OFTEN }, { last: PAGE }],
    ['a member who did little long ago', { actorId: member(seldom) }, { last: PAGE }],
    ['a member who did nothing', { actorId: member(randomUUID()) }, { last: PAGE }],
    ['what happened by itself', { byItself: true }, { last: PAGE }],
    ['several kinds, of which one was long ago', { kinds: ['member.added', 'claim.updated'] }, { last: PAGE }],
    ['several that were seldom', { kinds: ['member.added', 'webhook.deleted'] }, { last: PAGE }],
  ])('%s', async (_, filter, args) => {
    const named = filter.actorId === OFTEN ? { ...filter, actorId: member(viewer.memberId) } : filter;
    expect(await read(named, args)).toBeLessThan(6 * PAGE);
  });
});
