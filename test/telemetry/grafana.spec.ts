import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { ENTITIES } from '../../src/entities.js';
import { ImportArticle } from '../../src/importing/import-article.js';
import { importSample } from '../../src/importing/import-sample.js';
import { REGISTRY } from '../../src/telemetry/registry.js';
import { startApi, type TestApi } from '../graphql/support/api.js';

jest.setTimeout(60_000);

const FOLDER = join(process.cwd(), 'examples/grafana');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** As Grafana documents the JSON of dashboards, as far as these use it. */
interface Target {
  readonly refId: string;
  readonly expr?: string;
  readonly url?: string;
  readonly url_options?: { readonly method: string; readonly body_graphql_query: string };
  readonly root_selector?: string;
  readonly columns?: readonly { readonly selector: string; readonly text: string; readonly type: string }[];
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly Target[];
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
}

const DASHBOARDS = readdirSync(join(FOLDER, 'dashboards')).map((name): [string, Dashboard] => [
  name,
  JSON.parse(read(`dashboards/${name}`)) as Dashboard,
]);
const PANELS = DASHBOARDS.flatMap(([name, { panels }]) => panels.map((panel): [string, Panel] => [name, panel]));
const QUERIES = PANELS.flatMap(([name, { title, targets }]) =>
  targets.flatMap((target): [string, Target][] => (target.url_options ? [[`${name}: ${title}`, target]] : [])),
);

/** Expressions of dashboards and alerts: where each stands, and its text. */
const EXPRESSIONS: [string, string][] = [
  ...PANELS.flatMap(([name, { title, targets }]) =>
    targets.flatMap(({ expr }): [string, string][] => (expr === undefined ? [] : [[`${name}: ${title}`, expr]])),
  ),
  ...[...read('alerts.yaml').matchAll(/alert: (\w+)\n\s+expr: (.+)/g)].map(([, name, expr]): [string, string] => [
    `alerts.yaml: ${name!}`,
    expr!,
  ]),
];

/** A time in the form in which Grafana puts it into a query. */
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const filled = (query: string): string =>
  query.replace('${__from:date:iso}', hoursAgo(48)).replace('${__to:date:iso}', hoursAgo(0));

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], value);

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startApi({}, { entities: ENTITIES, poolSize: 8 });
  const viewer = await api.db.workspace();
  token = await api.token(viewer, 'READER');
  const importer = api.app.get(ImportArticle, { strict: false });
  const sample = readFileSync(join(process.cwd(), 'samples/hydrogen-buses.md'), 'utf8');
  expect(await importSample(api.db.database, importer, viewer, sample)).toBe(true);
});
afterAll(() => api.close());

it.each(QUERIES)('%s: a READER is answered, and every column is there', async (_where, target) => {
  const query = filled(target.url_options!.body_graphql_query);
  const schema = buildSchema(readFileSync(join(process.cwd(), 'src/graphql/schema.graphql'), 'utf8'));
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  const { data, errors } = await api.ask(token, query);
  expect(errors).toBeUndefined();
  const root = at({ data }, target.root_selector!);
  const [row] = Array.isArray(root) ? (root as unknown[]) : [root];
  // Of a time before there was anything, there is no point.
  if (target.root_selector === 'data.evidenceTrend' && row === undefined) return;
  for (const { selector } of target.columns!)
    expect({ selector, is: typeof at(row, selector) }).not.toMatchObject({ is: 'undefined' });
});

it.each(EXPRESSIONS)('%s: names what /metrics has', async (_where, expression) => {
  const metrics = new Map((await REGISTRY.getMetricsAsJSON()).map(({ name, type }) => [name, String(type)]));
  const named = [...expression.matchAll(/\b((?:obelus|nodejs|process)_\w+)(?:\{([^}]*)\})?/g)];
  if (!/^up\{/.test(expression)) expect(named.length).toBeGreaterThan(0);
  for (const [, name, matchers = ''] of named) {
    const histogram = name!.replace(/_bucket$/, '');
    const type = metrics.get(name!) ?? (metrics.get(histogram) === 'histogram' ? 'bucket' : undefined);
    expect({ name, type }).toEqual({ name, type: expect.stringMatching(/counter|gauge|bucket/) as string });
    // A counter says something by how fast it grows, a gauge by what it is.
    const isRate = new RegExp(`(rate|increase)\\(${name}[{[]`).test(expression);
    expect({ name, isRate }).toEqual({ name, isRate: type !== 'gauge' });
    const labels = labelsOf(histogram);
    for (const [, label] of matchers.matchAll(/(\w+)=/g)) expect(labels).toContain(label);
    for (const [, by] of expression.matchAll(/by \(([^)]+)\)/g)) {
      for (const label of by!.split(', ')) expect(['le', 'instance', ...labels]).toContain(label);
    }
  }
});

const labelsOf = (name: string): string[] =>
  (REGISTRY.getSingleMetric(name) as unknown as { readonly labelNames: string[] } | undefined)?.labelNames ?? [];

it.each(DASHBOARDS)('%s: its parts fit together', (_name, { uid, title, schemaVersion, panels, templating }) => {
  expect([uid, title]).toEqual([expect.stringMatching(/^obelus-[a-z]+$/), expect.stringMatching(/^Obelus: /)]);
  expect(schemaVersion).toBeGreaterThanOrEqual(36);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const taken = new Set<string>();
  for (const { gridPos } of panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect(taken.has(`${x} ${y}`)).toBe(false);
        taken.add(`${x} ${y}`);
      }
    }
  }
  const sources = [...read('provisioning/datasources/obelus.yaml').matchAll(/uid: (\S+)\n\s+type: (\S+)/g)].map(
    ([, source, type]) => ({ type, uid: source }),
  );
  for (const { datasource, targets } of panels) {
    expect(sources).toContainEqual(datasource);
    expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
  }
  const variables = templating.list.map(({ name }) => name);
  const used = [...JSON.stringify(panels).matchAll(/\$\{([a-z]\w*)\}/g)].map(([, name]) => name!);
  for (const name of used) expect(variables).toContain(name);
});

it('there are dashboards for evidence and for operation, and no token stands in any file', () => {
  expect(QUERIES.length).toBeGreaterThan(8);
  expect(EXPRESSIONS.length).toBeGreaterThan(20);
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(json|yaml)$/.test(name),
  )) {
    expect(read(file)).not.toMatch(/obl_|Bearer /);
  }
});
