/**
 * Who may do what, and that no workspace learns of another: each field of the schema's roots, asked by each role, over
 * both transports, with ids of the own, of another and of no workspace in each place for one. All of it is made from the
 * schema. What a new field needs to be known by, the failing test says.
 */
import { jest } from '@jest/globals';
import { buildSchema, type GraphQLSchema, type GraphQLField } from 'graphql';
import { readFileSync } from 'node:fs';
import { NEEDED_ROLE } from '../../src/auth/roles.js';
import type { Role } from '../../src/database/codes.js';
import { ENTITIES } from '../../src/entities.js';
import { fromGlobalId, NODE_CODES, toGlobalId, type NodeType } from '../../src/graphql/global-id.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { startApi, type TestApi } from '../graphql/support/api.js';
import { connect, listen, type TestSocket } from '../graphql/support/socket.js';
import { orderEvents } from '../support/ordering.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { until } from '../support/until.js';
import { argumentsOf, placesOf, type Place } from './support/arguments.js';
import { operationOf } from './support/selections.js';
import { fullWorkspace, ROLES, stateOf, tracesOf, uuidsOf, type FullWorkspace } from './support/two-workspaces.js';

jest.setTimeout(300_000);

type Field = GraphQLField<unknown, unknown>;
const schema: GraphQLSchema = buildSchema(readFileSync('src/graphql/schema.graphql', 'utf8'));
const fieldsOf = (root: 'Query' | 'Mutation' | 'Subscription'): Field[] =>
  Object.values((schema.getType(root) as ReturnType<GraphQLSchema['getQueryType']>)!.getFields());
const [QUERIES, MUTATIONS, SUBSCRIPTIONS] = (['Query', 'Mutation', 'Subscription'] as const).map(fieldsOf) as [
  Field[],
  Field[],
  Field[],
];

/** Queries and subscriptions that every member may ask. One that needs more stands in `ASKED_BY`. */
const READ_BY_ALL = new Set(
  (
    'article articles claims evidenceBreakdown evidenceSummary evidenceTrend findings findingsByAge history members missingReferences node nodes ' +
    'publishers rules sources tokens unsupportedClaims viewer claimChanged historyChanged summaryChanged'
  ).split(' '),
);
const ASKED_BY: Readonly<Record<string, Role>> = {
  previewAttachSource: 'CHECKER',
  previewTable: 'EDITOR',
  webhooks: 'ADMIN',
};
/** Of other things nothing happened, so that their histories are as empty as those of nothing. */
const WITH_HISTORY: readonly NodeType[] = ['Article', 'Claim', 'Workspace'];
/** How far answers are asked for, in steps from one object to another. */
const DEPTH = 2;

/** The least role that a root field needs. */
function neededFor({ name }: Field): Role {
  const needed: Readonly<Record<string, Role>> = NEEDED_ROLE;
  const known = READ_BY_ALL.has(name) ? 'READER' : (ASKED_BY[name] ?? needed[name] ?? needed[name.replace(/s$/, '')]);
  if (known) return known;
  throw new Error(
    `nobody knows who may ask ${name}: a mutation stands in NEEDED_ROLE of src/auth/roles.ts, a query in READ_BY_ALL or ASKED_BY of this test`,
  );
}
const may = (role: Role, field: Field): boolean => ROLES.indexOf(role) >= ROLES.indexOf(neededFor(field));

let api: TestApi;
let pool: ReadingPool;
let address: string;
let own: FullWorkspace;
let other: FullWorkspace;
let foreign: { uuids: ReadonlySet<string>; mark: string };
const sockets = new Map<Role, TestSocket>();

beforeAll(async () => {
  api = await startApi({}, { entities: ENTITIES, poolSize: 8 });
  address = await listen(api.app);
  pool = sourceReadingPool();
  own = await fullWorkspace(api, pool, 'ownmark');
  other = await fullWorkspace(api, pool, 'othermark');
  foreign = { uuids: await uuidsOf(api, other.viewer.workspaceId), mark: other.mark };
  for (const role of ROLES) sockets.set(role, await connect(address, own.tokens.get(role)!));
});
afterAll(async () => {
  for (const { ws } of sockets.values()) ws.terminate();
  await pool.onApplicationShutdown();
  await api.close();
});

interface Told {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const TRANSPORTS = {
  HTTP: async (whose: FullWorkspace, role: Role, query: string, variables: object): Promise<Told> => {
    const { data, errors } = await api.ask(whose.tokens.get(role)!, query, variables as Record<string, unknown>);
    return { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) };
  },
  WebSocket: async (_whose: FullWorkspace, role: Role, query: string, variables: object): Promise<Told> =>
    await sockets.get(role)!.ask({ query, variables }),
};
type Transport = keyof typeof TRANSPORTS;

const noId = (type: NodeType): string => toGlobalId(type, crypto.randomUUID());
const idsOf =
  (workspace: FullWorkspace) =>
  (type: NodeType): readonly string[] =>
    workspace.ids.get(type)!;

/** An answer without what is another each time. */
/** `data` and `errors` come in any order: compiled queries write them in another. */
const masked = (answer: Told, id: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(answer).sort(([a], [b]) => a.localeCompare(b))))
    .replaceAll(id, '<id>')
    .replaceAll(fromGlobalId(id)?.uuid ?? id, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');

const codesIn = (answer: Told): string[] =>
  [...JSON.stringify(answer).matchAll(/"code":"(\w+)"/g)].map(([, code]) => code!);

/** Asks a root field with an id in a place of its arguments. */
async function ask(
  how: { whose: FullWorkspace; role: Role; transport: Transport; root: 'Query' | 'Mutation'; field: Field },
  place: Place | null,
  id: string,
): Promise<Told> {
  const { whose, role, transport, root, field } = how;
  const given = argumentsOf(root, field, idsOf(whose), place, id);
  const fragment = field.name === 'node' || field.name === 'nodes' ? schema.getType(place?.type ?? 'Claim') : undefined;
  const query = operationOf(root === 'Query' ? 'query' : 'mutation', field, given, DEPTH, fragment);
  const answer = await TRANSPORTS[transport](whose, role, query, given);
  const broken = codesIn(answer).filter((code) => /INTERNAL|QUERY_TOO_LARGE|GRAPHQL_/.test(code));
  expect([field.name, place, broken]).toEqual([field.name, place, []]);
  return answer;
}

const ROOTS = [
  ...QUERIES.map((field) => ({ name: `query ${field.name}`, root: 'Query' as const, field })),
  ...MUTATIONS.map((field) => ({ name: `mutation ${field.name}`, root: 'Mutation' as const, field })),
];

describe.each(ROOTS)('$name', ({ root, field }) => {
  it('says what role it needs', () => {
    const needed = neededFor(field);
    if (root === 'Mutation') expect(field.description).toContain(`Needs ${needed}.`);
  });

  it.each(['HTTP', 'WebSocket'] as const)('is refused over %s to roles that may not', async (transport) => {
    const places = placesOf(root, field);
    for (const role of ROLES) {
      // With ids of nothing where there are some, so that nothing is changed.
      const place = places[0] ?? null;
      const isHarmless = place !== null || root === 'Query';
      if (!isHarmless && may(role, field)) continue;
      const answer = await ask({ whose: own, role, transport, root, field }, place, place ? noId(place.type) : '');
      expect([role, codesIn(answer).includes('FORBIDDEN') && answer.errors !== undefined]).toEqual([
        role,
        !may(role, field),
      ]);
    }
  });

  it('is refused without a token that works', async () => {
    const tokens = [await api.token(own.viewer), await api.token(own.viewer)];
    for (const [i, column] of ['expires_at', 'revoked_at'].entries()) {
      const id = (
        await api.db.owner<{ id: string }>('SELECT id FROM api_token ORDER BY created_at DESC, id DESC LIMIT 2')
      )[i]!;
      await api.db.owner(`UPDATE api_token SET ${column} = now() - interval '1 s' WHERE id = $1`, [id.id]);
    }
    const given = argumentsOf(root, field, idsOf(own), null, '');
    const fragment = /^nodes?$/.test(field.name) ? schema.getType('Claim') : undefined;
    const query = operationOf(root === 'Query' ? 'query' : 'mutation', field, given, 0, fragment);
    const answers = await Promise.all([null, ...tokens].map((token) => api.ask(token, query, given)));
    for (const { status, errors, data } of answers) {
      expect([status, errors?.[0]?.extensions.code, data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    await api.db.owner('DELETE FROM api_token WHERE revoked_at IS NOT NULL OR expires_at < now()');
  });

  it.each(['HTTP', 'WebSocket'] as const)(
    'tells another workspace from none at no place, over %s',
    async (transport) => {
      const before = await stateOf(api, other.viewer.workspaceId);
      for (const place of placesOf(root, field)) {
        for (const role of ROLES) {
          const how = { whose: own, role, transport, root, field };
          const none = noId(place.type);
          const unknown = await ask(how, place, none);
          for (const id of idsOf(other)(place.type).slice(0, 2)) {
            const strange = await ask(how, place, id);
            expect([role, place, masked(strange, id)]).toEqual([role, place, masked(unknown, none)]);
            expect(tracesOf(JSON.stringify(strange).replaceAll(id, ''), foreign)).toEqual([]);
          }
        }
      }
      expect(await stateOf(api, other.viewer.workspaceId)).toEqual(before);
    },
  );

  it('gets as far as looking its ids up, and finds those of the own workspace', async () => {
    for (const place of placesOf(root, field)) {
      if (field.name === 'history' && !WITH_HISTORY.includes(place.type)) continue;
      // A mutation changes what it finds, so each has a workspace for itself.
      const whose =
        root === 'Mutation' ? await fullWorkspace(api, pool, `fresh${crypto.randomUUID().slice(0, 8)}`) : own;
      const how = { whose, role: 'ADMIN', transport: 'HTTP', root, field } as const;
      const [none, id] = [noId(place.type), idsOf(whose)(place.type)[0]!];
      const [unknown, known] = [await ask(how, place, none), await ask(how, place, id)];
      const advice = `${field.name}: is ${place.path.join('.')} used? SAMPLES of arguments.ts may need more`;
      expect([advice, masked(known, id) === masked(unknown, none)]).toEqual([advice, false]);
      if (root !== 'Mutation') continue;
      const [refused, done] = [codesIn(unknown), codesIn(known)];
      expect([advice, refused]).toEqual([advice, expect.arrayContaining(['NOT_FOUND'])]);
      expect([advice, done.filter((code) => code === 'NOT_FOUND' || code === 'EMPTY')]).toEqual([advice, []]);
    }
  });
});

describe('objects', () => {
  it('lead to nothing of another workspace, however far they are followed', async () => {
    const waiting: { type: NodeType; id: string }[] = [...own.ids].flatMap(([type, ids]) =>
      ids.map((id) => ({ type, id })),
    );
    const known = new Set(waiting.map(({ id }) => id));
    const followed = new Map<NodeType, number>();
    const node = QUERIES.find(({ name }) => name === 'node')!;
    for (let each = waiting.pop(); each; each = waiting.pop()) {
      const { type, id } = each;
      const query = operationOf('query', node, { id }, 1, schema.getType(type));
      const answer = await TRANSPORTS.HTTP(own, 'ADMIN', query, { id });
      expect([type, answer.errors]).toEqual([type, undefined]);
      const text = JSON.stringify(answer);
      expect([type, tracesOf(text, foreign)]).toEqual([type, []]);
      if (answer.data?.['node']) followed.set(type, (followed.get(type) ?? 0) + 1);
      for (const found of text.match(/(?<=")[\w-]{23}(?=")/g) ?? []) {
        const decoded = fromGlobalId(found);
        if (!decoded || known.has(found)) continue;
        known.add(found);
        waiting.push({ type: decoded.type, id: found });
      }
    }
    const lost = (Object.keys(NODE_CODES) as NodeType[]).filter((type) => !followed.has(type));
    expect([`no object was followed of: ${lost.join(', ')}`, lost.length]).toEqual([expect.anything(), 0]);
  });

  it('are counted and listed as if there were no other workspace', async () => {
    const ids = new Set([...own.ids.values()].flat());
    const isOwn = (id: string): boolean => ids.has(id) || fromGlobalId(id) === null;
    const told = async (): Promise<string[]> => {
      const answers: string[] = [];
      for (const field of QUERIES) {
        const answer = await ask({ whose: own, role: 'ADMIN', transport: 'HTTP', root: 'Query', field }, null, '');
        // A preview has ids and times that nothing has, others each time; and a token was just used.
        const text = JSON.stringify(answer).replace(/"(?:lastUsedAt|fixedAt|firstSeenAt)":"[^"]+"/g, '');
        answers.push(`${field.name} ${text.replace(/(?<=")[\w-]{23}(?=")/g, (id) => (isOwn(id) ? id : '<new>'))}`);
      }
      return answers;
    };
    const before = await told();
    const third = await fullWorkspace(api, pool, 'thirdmark');
    const uuids = await uuidsOf(api, third.viewer.workspaceId);
    const after = await told();
    expect(after).toEqual(before);
    for (const each of after) expect(tracesOf(each, { uuids, mark: third.mark })).toEqual([]);
    const [row] = await api.db.owner<{ count: number }>(
      'SELECT count(*)::integer AS count FROM claim WHERE workspace_id = $1 AND gone_in IS NULL',
      [own.viewer.workspaceId],
    );
    const { data } = await TRANSPORTS.HTTP(own, 'READER', '{ evidenceSummary { claims } }', {});
    expect(data).toEqual({ evidenceSummary: { claims: row!.count } });
  });
});

describe('a socket', () => {
  it('is closed to those without a token that works', async () => {
    const viewer = await api.db.workspace('Closed');
    const [expired, revoked] = [await api.token(viewer), await api.token(viewer)];
    await api.db.owner(`UPDATE api_token SET expires_at = now() - interval '1 s' WHERE workspace_id = $1`, [
      viewer.workspaceId,
    ]);
    for (const token of [expired, revoked, 'obl_nothing']) await expect(connectOnce(token)).resolves.toBe(4403);
  });

  async function connectOnce(token: string): Promise<number> {
    const { open } = await import('../graphql/support/socket.js');
    const socket = await open(address);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    return (await socket.closed).code;
  }
});

describe.each(SUBSCRIPTIONS.map((field) => ({ name: field.name, field })))('subscription $name', ({ field }) => {
  const query = (given: object): string =>
    operationOf('subscription', field, given as Readonly<Record<string, unknown>>, 1);

  it('is refused over HTTP', async () => {
    neededFor(field);
    const answer = await TRANSPORTS.HTTP(own, 'ADMIN', query({}), {});
    expect(codesIn(answer)).toEqual(['BAD_REQUEST']);
  });

  it.each(ROLES)('tells %s nothing of another workspace', async (role) => {
    const socket = sockets.get(role)!;
    const all = socket.subscribe<unknown>(query({}));
    const places = placesOf('Subscription', field);
    const about = await Promise.all(
      places.flatMap((place) =>
        [idsOf(other)(place.type)[0]!, noId(place.type)].map((id) => {
          const given = { [place.path[0]!]: id };
          return { id, heard: socket.subscribe<unknown>(query(given), given) };
        }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const priority = Math.random() < 0.5 ? 'LOW' : 'HIGH';
    for (const whose of [other, own]) {
      const claimId = idsOf(whose)('Claim').at(-1)!;
      for (const checkable of [false, true]) {
        const input = { claimId, checkable, priority };
        const { data } = await TRANSPORTS.HTTP(
          whose,
          'ADMIN',
          'mutation ($input: UpdateClaimInput!) { updateClaim(input: $input) { userErrors { message } } }',
          { input },
        );
        expect(data).toEqual({ updateClaim: { userErrors: [] } });
        await orderEvents(api.db.database);
        if (whose === own && !checkable)
          await until('the own change is told', () => Promise.resolve(all.results.length > 0));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tracesOf(JSON.stringify(all.results), foreign)).toEqual([]);
    for (let i = 0; i < about.length; i += 2) {
      const [strange, none] = [about[i]!, about[i + 1]!].map(({ id, heard }) =>
        masked({ data: { results: heard.results }, errors: heard.error() as Told['errors'] }, id),
      );
      expect(strange).toBe(none);
    }
    all.end();
    for (const { heard } of about) if (!heard.error()) heard.end();
  });
});
