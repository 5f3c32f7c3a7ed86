import { Logger } from '@nestjs/common';
import { fetcherFor } from '../fetching/support/site.js';
import { id } from '../editing/support/newsroom.js';
import { diceOf } from '../support/random.js';
import { CROSSINGS, openCaptures, type CapturingRoom } from './support/captures.js';

let room: CapturingRoom;
let articleId: string;

beforeEach(async () => {
  room = await openCaptures(fetcherFor());
  articleId = await room.import('ferry');
});
afterEach(() => room.close());

const QUOTES = [
  'crossed the sound 412 times in 2031',
  'crossed the sound 512 times in 2031',
  'Nobody counted the crossings before',
  'a boat of gold',
  null,
];
const TEXTS = [
  CROSSINGS,
  CROSSINGS.replace('412', '512'),
  `${CROSSINGS}\n\nIt carried 90,000 people.`,
  'A teaser only.',
];
const ERRORS = 'userErrors { message }';

it('after random edits and captures, what is stored is what judging everything gives', async () => {
  const roll = diceOf(20310402);
  const sources = await room.rows<{ id: string }>('SELECT id FROM source ORDER BY key');
  const sourceOf = (): string => id('Source', sources[roll(sources.length)]!.id);
  for (let step = 0; step < 40; step++) {
    const citations = await room.rows<{ id: string }>('SELECT id FROM citation ORDER BY id');
    const claims = await room.rows<{ id: string }>('SELECT id FROM claim WHERE gone_in IS NULL ORDER BY id');
    const citationId = id('Citation', citations[roll(citations.length)]!.id);
    const claimId = id('Claim', claims[roll(claims.length)]!.id);
    const quote = QUOTES[roll(QUOTES.length)]!;
    switch (roll(5)) {
      case 0:
        await room.done((await room.capture(sourceOf(), { content: TEXTS[roll(TEXTS.length)] })).job ?? { id: '' });
        break;
      case 1:
        await room.change('updateCitation', { citationId, quote }, ERRORS);
        break;
      case 2:
        await room.change('attachSource', { claimId, sourceId: sourceOf(), quote }, ERRORS);
        break;
      case 3:
        await room.change(
          'reviewCitation',
          { citationId, state: ['ACCEPTED', 'REJECTED', 'PROPOSED'][roll(3)] },
          ERRORS,
        );
        break;
      default:
        await room.change('detachSource', { citationId }, ERRORS);
    }
    expect([step, await room.drift(articleId)]).toEqual([step, []]);
  }
  const [row] = await room.rows<{ n: number }>('SELECT count(*)::integer AS n FROM citation_comparison');
  expect(row!.n).toBeGreaterThan(2);
}, 120_000);

it('a source that takes over another’s snapshots is compared with them', async () => {
  const [kept, former] = await Promise.all(
    ['https://example.org/okoro', 'https://example.org/crossings'].map((url) => room.source(url)),
  );
  await room.done((await room.capture(former!, { content: CROSSINGS })).job);
  const answer = await room.change<{ job: { id: string }; userErrors: unknown[] }>(
    'mergeSources',
    { sourceId: kept, merged: [{ sourceId: former }] },
    'job { id } userErrors { message }',
  );
  expect(answer.userErrors).toEqual([]);
  await room.done(answer.job);
  await room.comparing.round(new Date(Date.now() + 60_000));
  const { node } = await room.ask<{ node: { citations: { edges: { node: { support: unknown } }[] } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Source { citations(first: 20) { edges { node { support { label } } } } } } }',
    { id: kept },
  );
  expect(node.citations.edges.length).toBeGreaterThan(2);
  expect(node.citations.edges.filter((each) => each.node.support === null)).toEqual([]);
  expect(await room.drift(articleId)).toEqual([]);
});

it('a quote that stands in another source of the article is told of that one', async () => {
  const [crossings, okoro] = await Promise.all(
    ['https://example.org/crossings', 'https://example.org/okoro'].map((url) => room.source(url)),
  );
  await room.done((await room.capture(crossings!, { content: `A page about boats. ${CROSSINGS.slice(100)}` })).job);
  const { uuid } = await room.claim('crossed the sound 412', articleId);
  const [cited] = await room.rows<{ id: string }>('SELECT id FROM citation WHERE claim_id = $1', [uuid]);
  const quote = 'she sails to Sandvik on each of her free days';
  await room.change('updateCitation', { citationId: id('Citation', cited!.id), quote }, ERRORS);
  expect(await room.findings(articleId)).toContain('quote-not-found The ferry cr');
  // It comes with the text of the other one.
  await room.done((await room.capture(okoro!, { content: `Ada Okoro says that ${quote}. ${CROSSINGS}` })).job);
  const findings = await room.findings(articleId);
  expect(findings).toContain('quote-misattributed The ferry cr');
  expect(findings).not.toContain('quote-not-found The ferry cr');
  expect(await room.drift(articleId)).toEqual([]);
});

it('what cannot be compared now is put off, and tried again', async () => {
  // What fails here is meant to.
  Logger.overrideLogger(false);
  await room.done((await room.capture(await room.source('https://example.org/crossings'), { content: CROSSINGS })).job);
  await room.api.db.owner(
    `INSERT INTO comparison_due (workspace_id, article_id, due_at) SELECT workspace_id, id, now() FROM article`,
  );
  await room.api.db.owner("UPDATE citation_comparison SET made_from = 'something else'");
  const pool = (room.comparing as unknown as { pool: { compare: unknown } }).pool;
  const { compare } = pool;
  pool.compare = () => Promise.reject(new Error('no thread'));
  await room.comparing.round(new Date(Date.now() + 1_000));
  const rows = await room.rows('SELECT attempts, due_at > now() AS later FROM comparison_due');
  pool.compare = compare;
  expect(rows).toEqual([{ attempts: 1, later: true }]);
  await room.comparing.round(new Date(Date.now() + 3_600_000));
  expect(await room.rows('SELECT 1 FROM comparison_due')).toEqual([]);
  expect(await room.drift(articleId)).toEqual([]);
});
