/**
 * The floor of telling many: a bare WebSocket server that hears of a change from PostgreSQL, reads the claim once, and
 * sends the same words to every socket. Who asks for `Tell` makes one.
 *
 *     DATABASE_URL=… node --import ./test/support/typescript.mjs bench/servers/floor-sockets.ts
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { programConnection } from '../../src/database/program-connection.js';
import { tokenCheck } from './token-check.js';

const CHANNEL = 'bench_told';
const { url, extra } = programConnection(process.env.DATABASE_URL!, 5_000);
const pool = new pg.Pool({ connectionString: url, max: 4, ...extra });
const listener = new pg.Client({ connectionString: url, ...extra });
const check = tokenCheck((sql, values) => pool.query(sql, values));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { told: string } };
    check(request.headers.authorization)
      .then((workspace) =>
        workspace === null ? null : pool.query('SELECT pg_notify($1, $2)', [CHANNEL, variables.told]),
      )
      .then((done) => response.writeHead(done ? 200 : 401, { 'content-length': 2 }).end('{}'))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
});
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => {
  socket.once('message', () => socket.send('{"type":"connection_ack"}'));
});
await listener.connect();
listener.on('notification', ({ payload }) => {
  const words = `{"id":"1","type":"next","payload":{"data":{"claimChanged":${payload}}}}`;
  for (const each of sockets.clients) each.send(words);
});
await listener.query(`LISTEN ${CHANNEL}`);
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`);
});
