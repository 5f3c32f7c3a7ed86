import { v7 as uuid } from 'uuid';
import { Jobs } from '../../../src/jobs/jobs.js';
import { fromGlobalId, NODE_CODES, toGlobalId, type NodeType } from '../../../src/graphql/global-id.js';
import { ROLE, type Role } from '../../../src/database/codes.js';
import type { ReadingPool } from '../../../src/importing/reading-pool.js';
import { FERRY, mutationOf } from '../../editing/support/newsroom.js';
import type { TestApi } from '../../graphql/support/api.js';
import { importerOf } from '../../support/importer.js';
import { orderEvents } from '../../support/ordering.js';
import type { TestViewer } from '../../support/test-database.js';

export const ROLES: readonly Role[] = ['READER', 'CHECKER', 'EDITOR', 'ADMIN'];

/** Where objects of a type are stored, and which of them come first. */
const TABLES: Readonly<Record<NodeType, string>> = {
  Workspace: 'workspace',
  Member: 'member ORDER BY role, id',
  Article: 'article',
  Revision: 'revision',
  Claim: 'claim ORDER BY ordinal',
  Citation: 'citation ORDER BY id',
  Reference: 'reference ORDER BY number',
  Source: 'source ORDER BY retracted_at NULLS FIRST, id',
  Publisher: 'publisher',
  Snapshot: 'snapshot',
  Finding: 'finding ORDER BY state, id',
  Waiver: 'waiver',
  Verdict: 'verdict',
  Job: 'job',
  Comment: 'comment',
  Token: 'api_token ORDER BY role, id',
  Webhook: 'webhook',
};

/** A workspace with at least one object of each type, each text of which has the workspace's mark. */
export interface FullWorkspace {
  readonly viewer: TestViewer;
  readonly mark: string;
  readonly tokens: ReadonlyMap<Role, string>;
  readonly ids: ReadonlyMap<NodeType, readonly string[]>;
}

/** @param mark a word in small letters that stands nowhere else */
export async function fullWorkspace(api: TestApi, pool: ReadingPool, mark: string): Promise<FullWorkspace> {
  const viewer = await api.db.workspace(`Desk ${mark}`);
  const { workspaceId } = viewer;
  const tokens = new Map<Role, string>();
  for (const role of ROLES) {
    const memberId = uuid();
    await api.db.owner('INSERT INTO member (workspace_id, id, name, email, role) VALUES ($1, $2, $3, $4, $5)', [
      workspaceId,
      memberId,
      `${role} ${mark}`,
      `${role}@${mark}.example`,
      ROLE.toCode[role],
    ]);
    tokens.set(role, await api.token({ workspaceId, memberId, tokenId: '', role }));
  }
  const importer = importerOf(api.db.database, pool, new Jobs(api.db.database, { jobs: 'off' }));
  const content = FERRY.replaceAll('ferry', `${mark} ferry`).replace('The Sound Gazette', `${mark} Gazette`);
  const imported = await importer.run(viewer, { slug: `ferry-${mark}`, content, format: 'TEXT', desk: `Desk ${mark}` });
  expect(imported.userErrors).toEqual([]);
  const change = async (name: string, input: object): Promise<void> => {
    const { data, errors } = await api.ask<Record<string, { userErrors: unknown[] }>>(
      tokens.get('ADMIN')!,
      mutationOf(name, 'userErrors { message }'),
      { input },
    );
    expect([name, errors, data?.[name]?.userErrors]).toEqual([name, undefined, []]);
  };
  const first = async (type: NodeType, at = 0): Promise<string> => (await idsOf(api, workspaceId, type))[at]!;
  const claimId = await first('Claim');
  const memberId = await first('Member');
  const claims = await idsOf(api, workspaceId, 'Claim');
  await change('assignClaims', { items: claims.map((each) => ({ claimId: each, memberId })) });
  await change('setVerdict', { claimId, value: 'TRUE', text: `So says ${mark}.` });
  await change('addComment', { claimId, text: `Seen by ${mark}.` });
  await change('waiveFinding', { findingId: await first('Finding'), reason: `Known to ${mark}.` });
  await change('retractSource', { sourceId: await first('Source', 2), reason: `Says ${mark}.` });
  await change('updatePublisher', { publisherId: await first('Publisher'), owner: `Owner ${mark}` });
  await change('createWebhook', { name: `Chat of ${mark}`, url: `https://${mark}.example/hook` });
  await api.db.owner(
    `INSERT INTO webhook_delivery (workspace_id, webhook_id, id, message_id, type, attempt, state, at, duration_ms, error)
     SELECT workspace_id, id, $2, 'msg_1', 'ping', 1, 2, now(), 1, $3 FROM webhook WHERE workspace_id = $1`,
    [workspaceId, uuid(), `answered 500: ${mark}`],
  );
  await change('captureSnapshot', {
    sourceId: await first('Source'),
    content: `The ${mark} ferry crosses.`,
    title: `Snapshot ${mark}`,
  });
  // Claims that are in every list.
  await api.db.owner(
    `UPDATE claim SET standing = 4 WHERE workspace_id = $1 AND id IN (
       SELECT claim_id FROM citation WHERE workspace_id = $1)`,
    [workspaceId],
  );
  // What happened has its place in the order of the workspace.
  await orderEvents(api.db.database);
  const ids = new Map<NodeType, readonly string[]>();
  for (const type of Object.keys(NODE_CODES) as NodeType[]) ids.set(type, await idsOf(api, workspaceId, type));
  return { viewer, mark, tokens, ids };
}

async function idsOf(api: TestApi, workspaceId: string, type: NodeType): Promise<string[]> {
  const table = TABLES[type];
  if (!table) throw new Error(`say where objects of type ${type} are stored: TABLES of two-workspaces.ts`);
  const [name, order = ''] = table.split(/ (?=ORDER)/);
  const rows = await api.db.owner<{ id: string }>(
    `SELECT id FROM ${name} WHERE ${name === 'workspace' ? 'id' : 'workspace_id'} = $1 ${order}`,
    [workspaceId],
  );
  if (rows.length === 0) throw new Error(`there is no ${type}: make one in two-workspaces.ts`);
  return rows.map(({ id }) => toGlobalId(type, id));
}

/** Each table with a workspace's rows: how many there are, and a checksum over them. */
export async function stateOf(api: TestApi, workspaceId: string): Promise<Record<string, string>> {
  const tables = await api.db.owner<{ name: string; key: string }>(
    `SELECT c.relname AS name, a.attname AS key FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
       AND (a.attname = 'workspace_id' OR (c.relname = 'workspace' AND a.attname = 'id')) ORDER BY 1`,
  );
  const [row] = await api.db.owner<Record<string, string>>(
    `SELECT ${tables
      .map(
        ({ name, key }) =>
          `(SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '')
            FROM ${name} t WHERE ${key} = $1) AS "${name}"`,
      )
      .join(', ')}`,
    [workspaceId],
  );
  return row!;
}

/** Every UUID in any column of a workspace's rows. */
export async function uuidsOf(api: TestApi, workspaceId: string): Promise<Set<string>> {
  const columns = await api.db.owner<{ table: string; column: string }>(
    `SELECT c.relname AS table, a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
       AND a.atttypid = 'uuid'::regtype AND EXISTS (
         SELECT FROM pg_attribute w WHERE w.attrelid = c.oid AND w.attname = 'workspace_id')`,
  );
  const rows = await api.db.owner<{ id: string }>(
    columns
      .map(
        ({ table, column }) =>
          `SELECT ${column}::text AS id FROM ${table} WHERE workspace_id = $1 AND ${column} IS NOT NULL`,
      )
      .join(' UNION '),
    [workspaceId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What an answer has of a workspace that it should know nothing of: its ids, in either form, and its mark. */
export function tracesOf(
  answer: string,
  foreign: { readonly uuids: ReadonlySet<string>; readonly mark: string },
): string[] {
  const words = answer.match(/[\w-]{23,}/g) ?? [];
  // Cursors are texts in base64url, with ids in them.
  const opened = [answer, ...words.map((each) => Buffer.from(each, 'base64url').toString('latin1'))].join('\n');
  const plain = opened.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  const global = words.flatMap((each) => fromGlobalId(each)?.uuid ?? []);
  const found = [...plain, ...global].filter((each) => foreign.uuids.has(each));
  return answer.includes(foreign.mark) ? [...found, foreign.mark] : found;
}
