import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { RateLimits } from '../../src/graphql/limits/rate.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { startApi, type TestApi } from '../graphql/support/api.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import type { TestViewer } from '../support/test-database.js';

jest.setTimeout(60_000);

/** In a minute. */
const LIMIT = 60_000;
const CLAIMS = 250;
const BASE = 20;

let api: TestApi;
let viewer: TestViewer;

beforeAll(async () => {
  api = await startApi({ OBELUS_RATE_LIMIT_TOKEN: String(LIMIT) }, { entities: ENTITIES, poolSize: 8 });
  viewer = await api.db.workspace();
  const pool = sourceReadingPool();
  const importer = importerOf(api.db.database, pool, new Jobs(api.db.database, { jobs: 'off' }));
  const text = Array.from({ length: CLAIMS }, (_, i) => `The mill ground ${i + 1_000} tons in 2031 [1].`);
  const content = `The mill\n\n${text.join('\n\n')}\n\nReferences\n\n[1] Mill office, "Tons", 2031.\n`;
  expect((await importer.run(viewer, { slug: 'mill', content, format: 'TEXT' })).userErrors).toEqual([]);
  await pool.onApplicationShutdown();
});
afterAll(() => api.close());

const get = (token: string, path: string) =>
  api.app.inject({ url: `/export/${path}`, headers: { authorization: `Bearer ${token}` } });

/** The points that are taken of the token while `work` goes on, one after the other. */
async function paid(work: (token: string) => Promise<{ statusCode: number }>): Promise<number[]> {
  const rates = api.app.get(RateLimits);
  const costs: number[] = [];
  const charge = jest.spyOn(rates, 'charge');
  const pace = jest.spyOn(rates, 'pace');
  expect((await work(await api.token(viewer))).statusCode).toBe(200);
  for (const [, cost, which] of charge.mock.calls) if (which?.[0] !== 'address') costs.push(cost);
  for (const [, cost] of pace.mock.calls) costs.push(cost);
  charge.mockRestore();
  pace.mockRestore();
  return costs;
}

const QUERY = `query ($after: String) { claims(first: 100, after: $after) { edges { node {
  id selector { exact } article { id }
  citations { id source { id publisher { name } } }
  findings { id rule { id } selector { exact } }
  verdict { id }
} } } }`;

it('each page of an export costs what a query for the same costs', async () => {
  const [base, page] = await paid((token) =>
    api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      payload: { query: QUERY },
    }),
  );
  expect(page).toBeGreaterThan(2_000);
  expect(await paid((token) => get(token, 'claims.ndjson'))).toEqual([base, page, page, page]);
  expect(await paid((token) => get(token, 'claims.csv?filter={"standings":["REFUTED"]}'))).toEqual([base, page]);
});

it('findings, sources and an article cost what is read of them', async () => {
  expect(await paid((token) => get(token, 'findings.sarif'))).toEqual([BASE, 300, 300, 300]);
  expect(await paid((token) => get(token, 'sources.bib'))).toEqual([BASE, 200]);
  expect(await paid((token) => get(token, 'article.md?slug=mill'))).toEqual([BASE, 1 + CLAIMS + 1]);
});

it('who has too little for the first page is told when to ask again, before anything is sent', async () => {
  const token = await api.token(viewer);
  let last = await get(token, 'claims.csv');
  const { statusCode } = last;
  for (let i = 0; last.statusCode === 200 && i < 20; i++)
    last = await get(token, 'claims.csv?filter={"standings":["REFUTED"]}');
  expect([statusCode, last.statusCode]).toEqual([200, 429]);
  expect(last.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
});
