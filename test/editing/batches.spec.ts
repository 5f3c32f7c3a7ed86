import { jest } from '@jest/globals';
import { id, mutationOf, openNewsroom, type Newsroom } from './support/newsroom.js';

jest.setTimeout(120_000);

let room: Newsroom;
let first: string;
let second: string;
let articles = 0;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
beforeEach(async () => {
  first = await room.import(`ferry-${++articles}`);
  second = await room.import(`ferry-${++articles}`);
});

interface Batch<T> {
  results: (T & { userErrors: { code: string; field: string[] }[] })[];
  userErrors: { code: string; field: string[]; message: string }[];
}
const ERRORS = 'userErrors { code field message }';
const claimIds = async (...words: string[]): Promise<string[]> =>
  Promise.all(words.map(async (each) => (await room.claim(each, first)).id));

it('sources are attached each on its own, an article locked once', async () => {
  const [hurt, pays] = await claimIds('Nobody was hurt', 'The county pays');
  const other = await room.claim('Nobody was hurt', second);
  const source = { title: 'Report', publisher: 'Coast Guard', url: 'https://coast.example/r' };
  const items = [
    { claimId: hurt, source },
    { claimId: other.id, source },
    { claimId: id('Claim', crypto.randomUUID()), source },
    { claimId: hurt, source },
    { claimId: 'x', source },
    { claimId: pays, source, expectedVersion: 99 },
    { claimId: pays, source },
  ];
  let answer: Batch<{ citation: { number: number } | null; claim: { standing: string } | null }> | undefined;
  const seen = await room.api.statements(async () => {
    answer = await room.change(
      'attachSources',
      { items },
      `results { citation { number } claim { standing } ${ERRORS} } ${ERRORS}`,
    );
  });
  expect(answer).toMatchObject({
    results: [
      { citation: { number: 9 }, claim: { standing: 'CITED' }, userErrors: [] },
      { citation: { number: 9 }, claim: { standing: 'CITED' }, userErrors: [] },
      { citation: null, userErrors: [{ code: 'NOT_FOUND', field: ['claimId'] }] },
      { citation: null, userErrors: [{ code: 'NOT_POSSIBLE', field: ['claimId'] }] },
      { citation: null, userErrors: [{ code: 'INVALID_INPUT', field: ['claimId'] }] },
      { citation: null, userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }] },
      { citation: { number: 9 }, claim: { standing: 'CITED' }, userErrors: [] },
    ],
    userErrors: [],
  });
  // Each article once; of no article, nothing is locked.
  expect(seen.filter((sql) => /FROM article a WHERE.*FOR UPDATE/.test(sql))).toHaveLength(2);
  for (const articleId of [first, second]) expect(await room.drift(articleId)).toEqual([]);
  expect(
    await room.rows('SELECT seq FROM event WHERE article_id = $1 AND kind = $2 ORDER BY seq', [
      first,
      'citation.attached',
    ]),
  ).toEqual([{ seq: 2 }, { seq: 3 }]);
});

it('citations are reviewed, claims assigned and findings waived in the same way', async () => {
  const citations = await room.rows<{ id: string }>(
    'SELECT id FROM citation WHERE article_id = $1 ORDER BY id LIMIT 3',
    [first],
  );
  const reviewed = await room.change<Batch<{ citation: { state: string } }>>(
    'reviewCitations',
    {
      items: [
        ...citations.map((each) => ({ citationId: id('Citation', each.id), state: 'ACCEPTED' })),
        { citationId: id('Citation', crypto.randomUUID()), state: 'ACCEPTED' },
      ],
    },
    `results { citation { state } ${ERRORS} } ${ERRORS}`,
  );
  expect(reviewed.results.map(({ citation, userErrors }) => citation?.state ?? userErrors[0]?.code)).toEqual([
    'ACCEPTED',
    'ACCEPTED',
    'ACCEPTED',
    'NOT_FOUND',
  ]);

  const [hurt, pays] = await claimIds('Nobody was hurt', 'The county pays');
  const memberId = id('Member', room.viewer.memberId);
  const assigned = await room.change<Batch<{ claim: { assignee: { name: string } } }>>(
    'assignClaims',
    {
      items: [
        { claimId: hurt, memberId },
        { claimId: pays, memberId: hurt },
        { claimId: pays, memberId },
      ],
    },
    `results { claim { assignee { name } } ${ERRORS} } ${ERRORS}`,
  );
  expect(assigned.results.map(({ claim }) => claim?.assignee.name ?? null)).toEqual(['A member', null, 'A member']);

  const findings = await room.rows<{ id: string }>(
    `SELECT id FROM finding WHERE article_id = $1 AND rule = 'uncited-claim' AND state = 1 ORDER BY id`,
    [first],
  );
  const ids = findings.map((each) => id('Finding', each.id));
  const waived = await room.change<Batch<{ finding: { state: string } }>>(
    'waiveFindings',
    { items: [...ids, ids[0]].map((findingId) => ({ findingId, reason: 'Known.' })) },
    `results { finding { state } claim { standing } ${ERRORS} } ${ERRORS}`,
  );
  expect(waived.results.map(({ finding, userErrors }) => finding?.state ?? userErrors[0]?.code)).toEqual([
    ...ids.map(() => 'WAIVED'),
    'NOT_POSSIBLE',
  ]);
  expect(await room.drift(first)).toEqual([]);
});

it('an item that the database gave up is undone alone', async () => {
  const [hurt, pays] = await claimIds('Nobody was hurt', 'The county pays');
  const { uuid } = await room.claim('The county pays', first);
  await room.api.db.owner(
    `CREATE FUNCTION deadlock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW.id = '${uuid}' THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
       RETURN NEW; END $$`,
  );
  await room.api.db.owner('CREATE TRIGGER deadlock BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION deadlock()');
  const memberId = id('Member', room.viewer.memberId);
  const { results } = await room
    .change<Batch<{ claim: { assignee: { name: string } | null } | null }>>(
      'assignClaims',
      { items: [pays, hurt].map((claimId) => ({ claimId, memberId })) },
      `results { claim { assignee { name } } ${ERRORS} } ${ERRORS}`,
    )
    .finally(() => room.api.db.owner('DROP TRIGGER deadlock ON claim'));
  expect(results).toMatchObject([
    { claim: null, userErrors: [{ code: 'CONFLICT' }] },
    { claim: { assignee: { name: 'A member' } }, userErrors: [] },
  ]);
});

it.each([
  ['none', 0, 'EMPTY'],
  ['10,000', 10_000, 'TOO_LARGE'],
])('of %s nothing is done, and that is said once', async (_what, count, code) => {
  const item = { claimId: id('Claim', crypto.randomUUID()), memberId: null };
  const answer = await room.change<Batch<unknown>>(
    'assignClaims',
    { items: Array.from({ length: count }, () => item) },
    `results { claim { id } } ${ERRORS}`,
  );
  expect(answer).toMatchObject({ results: [], userErrors: [{ code, field: ['items'] }] });
});

it('what a batch can bring back is counted by its items', async () => {
  const deep = 'results { claim { restatements(first: 100) { edges { node { id } } } } }';
  const ask = (count: number) =>
    room.api.ask(room.token, mutationOf('assignClaims', deep), {
      input: { items: Array.from({ length: count }, () => ({ claimId: id('Claim', crypto.randomUUID()) })) },
    });
  expect((await ask(50)).errors).toBeUndefined();
  expect((await ask(100)).errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_LARGE' } }]);
});
