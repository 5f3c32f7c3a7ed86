/**
 * The floor: what a server costs that does nothing but what each must. Node's HTTP server and `pg`; the token is checked,
 * and everything is asked in the program's role within one workspace, in one round trip. It knows its answers' shapes
 * beforehand, so there is no GraphQL to read; the bytes that it answers with are those of the program.
 *
 *     DATABASE_URL=… node --import ./test/support/typescript.mjs bench/servers/floor.ts
 */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { decodeCursor } from '../../src/graphql/cursor.js';
import { CLAIM_ORDERS } from '../../src/claims/claim.rows.js';
import { ask } from '../../src/database/ask.js';
import { programConnection } from '../../src/database/program-connection.js';
import { ATTACH_SQL, attached, attachValues, type AttachVariables } from './floor-attach.js';
import { DASHBOARD_SQL, dashboard } from './floor-dashboard.js';
import { worklist, worklistSql } from './floor-worklist.js';
import { tokenCheck } from './token-check.js';

const { url, extra } = programConnection(process.env.DATABASE_URL!, 5_000);
const pool = new pg.Pool({ connectionString: url, max: Number(process.env.POOL ?? 10), ...extra });
const check = tokenCheck((sql, values) => pool.query(sql, values));

interface Body {
  readonly operationName: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

const BEGIN = { read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', change: 'BEGIN' } as const;

/** As the program does for its page: planned once for whatever values a prepared statement is given. */
const GENERIC = 'SET LOCAL plan_cache_mode = force_generic_plan';

/**
 * One statement in a transaction of its own that sees one workspace; all of it leaves in one write. A change waits for
 * COMMIT; nothing hangs on that of a read.
 *
 * @param settings of the transaction, more than all have
 */
async function scoped(
  kind: 'read' | 'change',
  workspace: string,
  statement: pg.QueryArrayConfig,
  ...settings: readonly string[]
): Promise<unknown[][]> {
  const client = await pool.connect();
  try {
    const { stream } = client.connection;
    stream.cork();
    const begun = ask(
      client,
      [
        BEGIN[kind],
        `SET LOCAL obelus.workspace = '${workspace}'`,
        'SET LOCAL statement_timeout = 5000',
        ...settings,
      ].join('; '),
    );
    const asked = ask(client, statement);
    const done = ask(client, 'COMMIT');
    stream.uncork();
    // When it fails, so does the statement; that is told.
    done.catch(() => undefined);
    const [, { rows }] = await Promise.all([begun, asked, ...(kind === 'change' ? [done] : [])]);
    client.release();
    return rows as unknown[][];
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function answer(workspace: string, { operationName, variables }: Body): Promise<string> {
  switch (operationName) {
    case 'Summary':
      return dashboard(await scoped('read', workspace, { ...DASHBOARD_SQL, values: [workspace] }));
    case 'Attach':
      return attached(
        await scoped('change', workspace, {
          ...ATTACH_SQL,
          values: attachValues(variables as unknown as AttachVariables),
        }),
      );
    default: {
      const { name, kinds } = CLAIM_ORDERS.RANK;
      const key = variables.after
        ? decodeCursor(String(variables.after), name, kinds)
        : [-1, '00000000-0000-0000-0000-000000000000'];
      const size = Number(variables.first ?? 50);
      const rows = await scoped('read', workspace, { ...worklistSql(size + 1), values: [workspace, ...key!] }, GENERIC);
      return worklist(rows, size, operationName === 'Brief');
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Body;
}

const server = createServer((request, response) => {
  const send = (status: number, text: string): void => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  };
  Promise.all([bodyOf(request), check(request.headers.authorization)])
    .then(([body, workspace]) => (workspace === null ? null : answer(workspace, body)))
    .then((text) => (text === null ? send(401, '{}') : send(200, text)))
    .catch((error: unknown) => send(500, JSON.stringify({ error: String(error) })));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`);
});
