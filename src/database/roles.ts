import type { OwnerConnection } from './owner-connection.js';
import { grantQueue } from './queue-schema.js';
import { APP_ROLE } from './role-names.js';
import { StartError } from './start-error.js';

/**
 * What the program may do with each table. Granted after every migration, table by table: a table that is not listed is
 * closed to it, as the table of migrations is. What history is made of cannot be deleted, and events cannot be changed
 * either: their place in the workspace's order is given by the owner's function. Of
 * snapshots nothing changes but when their text was last seen; they go with their source when that is merged into another.
 */
export const GRANTS: Readonly<Record<string, string>> = {
  workspace: 'SELECT, UPDATE',
  member: 'SELECT, INSERT, UPDATE',
  api_token: 'SELECT, INSERT, UPDATE',
  article: 'SELECT, INSERT, UPDATE',
  revision: 'SELECT, INSERT',
  marker: 'SELECT, INSERT',
  publisher: 'SELECT, INSERT, UPDATE, DELETE',
  source: 'SELECT, INSERT, UPDATE, DELETE',
  snapshot: 'SELECT, INSERT, UPDATE (source_id, seen_at), DELETE',
  snapshot_text: 'SELECT, INSERT',
  reference: 'SELECT, INSERT, UPDATE',
  claim: 'SELECT, INSERT, UPDATE',
  claim_text: 'SELECT, INSERT, UPDATE',
  claim_part: 'SELECT, INSERT, DELETE',
  claim_revision: 'SELECT, INSERT, UPDATE',
  claim_cut: 'SELECT, INSERT',
  citation: 'SELECT, INSERT, UPDATE, DELETE',
  citation_comparison: 'SELECT, INSERT, UPDATE, DELETE',
  comparison_due: 'SELECT, INSERT, UPDATE, DELETE',
  second_opinion: 'SELECT, INSERT',
  judge_question: 'SELECT, INSERT, UPDATE (ended_at, input_tokens, output_tokens, cost)',
  finding: 'SELECT, INSERT, UPDATE',
  waiver: 'SELECT, INSERT, UPDATE',
  verdict: 'SELECT, INSERT, UPDATE',
  comment: 'SELECT, INSERT, DELETE',
  article_tally: 'SELECT, INSERT, UPDATE',
  workspace_tally: 'SELECT',
  tally_delta: 'SELECT, INSERT',
  tally_hour: 'SELECT, INSERT, UPDATE',
  tally_period: 'SELECT, INSERT, UPDATE',
  past_row: 'SELECT',
  breakdown_total: 'SELECT, INSERT, UPDATE, DELETE',
  breakdown_share: 'SELECT, INSERT, UPDATE, DELETE',
  breakdown_due: 'SELECT, INSERT, DELETE',
  event: 'SELECT, INSERT',
  event_counter: 'SELECT',
  job: 'SELECT, INSERT, UPDATE, DELETE',
  job_input: 'SELECT, INSERT, DELETE',
  collection_item: 'SELECT, INSERT',
  kept_answer: 'SELECT, INSERT, UPDATE, DELETE',
  webhook: 'SELECT, INSERT, UPDATE, DELETE',
  webhook_delivery: 'SELECT, INSERT, DELETE',
};

const FUNCTIONS = [
  'search_claims(text, integer)',
  'word_keys(uuid, text)',
  'search_sources(text, integer)',
  'search_articles(text, integer)',
  'alike_keys(uuid, text)',
  'alike_claims(uuid, integer)',
  'find_token(bytea)',
  'touch_token(bytea)',
  'order_events(integer)',
  'last_events(uuid[])',
  'tally_measures(article_tally)',
  'fold_tallies(integer)',
  'workspaces_with_due_breakdowns(integer)',
  'expect_large_workspaces()',
  'sum_measures(jsonb)',
  'this_hour()',
  'due_workspaces(timestamptz)',
  'due_comparisons(timestamptz, integer)',
  'due_links(timestamptz, integer)',
  'questions_since(timestamptz)',
  'take_doubtful(timestamptz, integer, integer)',
  'forget_answers(interval)',
  'take_webhooks(integer, integer, uuid[], uuid, integer)',
];

/**
 * Makes the program's role where it is missing, lets `programUser` take it on, and gives it its rights. Safe to repeat.
 *
 * @throws StartError DATABASE_RIGHTS, with the statements that an administrator can run
 */
export async function prepareRole(owner: OwnerConnection, programUser: string): Promise<void> {
  const user = `"${programUser.replaceAll('"', '""')}"`;
  try {
    const [role] = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (!role) await owner.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`);
    if (programUser !== APP_ROLE && !(await mayTakeOn(owner, programUser))) {
      await owner.query(`GRANT ${APP_ROLE} TO ${user}`);
    }
  } catch (cause) {
    const advice = `have an administrator run: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO ${user};`;
    const message = `the program's role cannot be made (${(cause as Error).message}); ${advice}`;
    throw new StartError('DATABASE_RIGHTS', message, { cause });
  }
  await owner.query('BEGIN');
  await owner.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
  await owner.query('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC');
  for (const [table, rights] of Object.entries(GRANTS)) {
    await owner.query(`REVOKE ALL ON ${table} FROM ${APP_ROLE}`);
    await owner.query(`GRANT ${rights} ON ${table} TO ${APP_ROLE}`);
  }
  for (const each of FUNCTIONS) {
    await owner.query(`REVOKE ALL ON FUNCTION ${each} FROM PUBLIC`);
    await owner.query(`GRANT EXECUTE ON FUNCTION ${each} TO ${APP_ROLE}`);
  }
  await grantQueue(owner);
  await owner.query('COMMIT');
}

/** Whether `SET ROLE` would succeed: from PostgreSQL 16 on, membership alone is not enough. */
async function mayTakeOn(owner: OwnerConnection, user: string): Promise<boolean> {
  const [row] = await owner.query<{ may: boolean }>(
    `SELECT pg_has_role($1::name, '${APP_ROLE}',
      CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS may`,
    [user],
  );
  return row?.may === true;
}

/**
 * Refuses a connection to which row-level security would not apply.
 *
 * @param program asks over the connection that the program is going to use
 * @throws StartError WALL_OPEN
 */
export async function checkWall(program: <R>(sql: string) => Promise<R[]>): Promise<void> {
  const [who] = await program<{ user: string; superuser: boolean; bypass: boolean }>(
    `SELECT current_user AS "user", rolsuper AS superuser, rolbypassrls AS bypass
     FROM pg_roles WHERE rolname = current_user`,
  );
  const open = await program<{ name: string; wall: boolean }>(
    `SELECT c.relname AS name, c.relrowsecurity AS wall FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND (c.relname = 'workspace' OR EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped))
       AND (NOT c.relrowsecurity OR (NOT c.relforcerowsecurity AND pg_has_role(c.relowner, 'USAGE')))
     ORDER BY c.relname`,
  );
  const why = who?.superuser
    ? 'is a superuser'
    : who?.bypass
      ? 'may bypass row-level security'
      : open[0]
        ? open[0].wall
          ? `owns ${open[0].name}`
          : `meets no row-level security on ${open[0].name}`
        : null;
  if (why === null) return;
  const advice = `it must work as ${APP_ROLE} (does a connection pooler drop start-up options?)`;
  throw new StartError(
    'WALL_OPEN',
    `the program's database user "${who?.user}" ${why}, and could see all workspaces; ${advice}`,
  );
}
