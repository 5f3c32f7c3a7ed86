/** PostGraphile 5 on the program's tables, in the program's role, after the same check of the token. */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { tokenCheck } from '../servers/token-check.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL!, max: Number(process.env.POOL ?? 10) });
const check = tokenCheck((sql, values) => pool.query(sql, values));

const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset],
  // Orders and conditions on columns without an index of their own: those of a claim are few.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ pool, schemas: ['public'], pubsub: false })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  schema: { defaultBehavior: '+list' },
  grafast: {
    async context({ node }: { node?: { req: IncomingMessage } }) {
      const workspace = await check(node?.req.headers.authorization);
      if (workspace === null) throw new Error('no token, or one that is unknown');
      return { pgSettings: { role: 'obelus_app', 'obelus.workspace': workspace, statement_timeout: '5000' } };
    },
  },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as { port: number }).port}/graphql`);
});
