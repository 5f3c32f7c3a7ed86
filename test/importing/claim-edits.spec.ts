import { jest } from '@jest/globals';
import { Editing } from '../../src/editing/editing.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { ClaimEdits } from '../../src/importing/claim-edits.js';
import type { UpdateClaimInput } from '../../src/importing/claim-edits.type.js';
import { RewriteClaim } from '../../src/importing/rewrite-claim.js';
import { Desk } from './support/desk.js';

jest.setTimeout(120_000);

let room: Desk;
let edits: ClaimEdits;

beforeAll(async () => {
  room = await Desk.open();
  edits = new ClaimEdits(new Editing(room.db.database), room.revise, new RewriteClaim(room.pool));
});
afterAll(() => room.close());
beforeEach(() => room.begin());

const TEXT = `The Sandvik ferry

The ferry crossed the sound 412 times in 2031 [1].

Money

Repairs cost two million crowns [7]. Nobody was hurt that evening. The county owns the ferry [1], and the port owns the pier [2].

References

[1] Port office, "Crossings of the year", 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
`;

const idOf = async (words: string): Promise<string> => toGlobalId('Claim', (await room.claim(words)).id);
const update = async (words: string, change: Omit<UpdateClaimInput, 'claimId'>) =>
  edits.update(room.viewer, { claimId: await idOf(words), ...change });
const split = async (words: string, before: string, expectedVersion?: number) => {
  const { id, text } = await room.claim(words);
  return edits.split(room.viewer, {
    claimId: toGlobalId('Claim', id),
    at: text.indexOf(before),
    expectedVersion: expectedVersion ?? null,
  });
};
const merge = async (...words: string[]) => edits.merge(room.viewer, { claimIds: await Promise.all(words.map(idOf)) });
const texts = async (): Promise<string[]> => (await room.claims()).map(({ text }) => text);
const content = async (): Promise<string> => {
  const [row] = await room.rows<{ content: string }>('SELECT content FROM revision ORDER BY number DESC LIMIT 1');
  return row!.content;
};

describe('updateClaim', () => {
  it('overrules the reader, in revisions to come, and lets go again', async () => {
    const articleId = await room.import(TEXT);
    const before = await room.claim('Nobody');
    const { done, userErrors } = await update('Nobody', { checkable: false, priority: 'HIGH', block: 'ANSWER' });
    expect(userErrors).toEqual([]);
    expect(done).toMatchObject({ claimIds: [before.id], revisionId: null });
    expect(done!.effect.fixed).toHaveLength(1);
    const marks = () => room.rows('SELECT checkable, priority, block, standing FROM claim WHERE id = $1', [before.id]);
    const overruled = [{ checkable: false, priority: 1, block: 8, standing: 8 }];
    expect(await marks()).toEqual(overruled);
    expect((await room.claim('Nobody')).version).toBe(2);
    await room.import(TEXT.replace('Nobody was', 'Luckily nobody was'));
    expect(await marks()).toEqual(overruled);
    expect((await update('nobody', { checkable: null, priority: null, block: null })).userErrors).toEqual([]);
    expect(await marks()).toEqual([{ checkable: true, priority: 2, block: 2, standing: before.standing }]);
    expect(await room.events('claim.updated')).toMatchObject([
      {
        before: { checkable: null },
        after: { checkable: false, standings: [{ claimId: before.id, to: 'NOT_CHECKABLE' }] },
      },
      { before: { priority: 'HIGH' }, after: { priority: null } },
    ]);
    expect(await room.rows('SELECT version, revision FROM article')).toEqual([{ version: 2, revision: 2 }]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('writes another text into the article, markers and citations kept', async () => {
    const articleId = await room.import(TEXT);
    const { id } = await room.claim('412 times');
    const citation = await room.citation('412 times', 1);
    const attached = await room.attach('412 times', 'log');
    await room.accept(attached);
    const { done, userErrors } = await update('412 times', {
      text: 'The ferry crossed the sound 421 times in 2031.',
      priority: 'LOW',
    });
    expect(userErrors).toEqual([]);
    expect(done!.revisionId).not.toBeNull();
    expect(done!.notices).toMatchObject([{ code: 'OUTDATED', values: { reviews: 1 } }]);
    expect(await content()).toBe(TEXT.replace('412 times', '421 times'));
    expect((await room.claim('421 times')).id).toBe(id);
    expect((await room.citation('421 times', 1)).id).toBe(citation.id);
    expect(await room.rows('SELECT state FROM citation WHERE id = $1', [attached])).toEqual([{ state: 1 }]);
    expect(await room.rows('SELECT priority FROM claim WHERE id = $1', [id])).toEqual([{ priority: 3 }]);
    expect(await room.rows('SELECT version, revision FROM article')).toEqual([{ version: 2, revision: 2 }]);
    expect(await room.drift(articleId)).toEqual([]);
    // What changes up to the end goes before the marker.
    expect((await update('421 times', { text: 'The ferry crossed the sound last year.' })).userErrors).toEqual([]);
    expect(await content()).toContain('crossed the sound last year [1].');
  });

  it.each([
    [
      'MARKDOWN',
      '# Fares\n\nThe **night** fare is [4 crowns](https://a.example/4) [^1]. It rose.\n\n[^1]: Office, "Fares", 2031.\n',
      'night fare',
      { text: 'The night fare is 5 crowns.' },
      'The **night** fare is [5 crowns](https://a.example/4) [^1].',
    ],
    [
      'MARKDOWN',
      '# Fares\n\n| Fares | |\n|---|---|\n| Day | 4 crowns |\n| Night | |\n',
      'Day',
      { value: '5 crowns' },
      '| Day | 5 crowns |',
    ],
    [
      'MARKDOWN',
      '# Fares\n\n| Fares | |\n|---|---|\n| Day | 4 crowns |\n| Night | |\n',
      'Night',
      { value: '9 crowns' },
      '| Night | 9 crowns |',
    ],
    [
      'HTML',
      '<h1>Fares</h1><p>Day &amp; night the <b>ferry</b> sails. It is old.</p>',
      'night the',
      { text: 'Day & night the ferry waits < an hour.' },
      'Day &amp; night the <b>ferry</b> waits &lt; an hour.',
    ],
    [
      'WIKITEXT',
      "The '''night''' [[Fare|fare]] is 4 crowns.{{cn|date=May 2031}}<ref>Office, ''Fares'', 2031.</ref> It rose.\n",
      'night fare',
      { text: 'The night fare is 5 crowns.' },
      "The '''night''' [[Fare|fare]] is 5 crowns.{{cn|date=May 2031}}<ref>Office, ''Fares'', 2031.</ref>",
    ],
    [
      'WIKITEXT',
      '{{Infobox ferry\n| owner = The port\n| fare = 4 crowns<ref>Office, 2031.</ref>\n}}\nThe ferry sails.\n',
      'fare',
      { value: '5 crowns' },
      '| fare = 5 crowns<ref>Office, 2031.</ref>\n',
    ],
  ] as const)('respects the markup of %s (%#)', async (format, article, words, change, expected) => {
    const articleId = await room.import(article, { format });
    const { id } = await room.claim(words);
    const { userErrors } = await update(words, change);
    expect(userErrors).toEqual([]);
    expect(await content()).toContain(expected);
    const asked = 'text' in change ? change.text : change.value;
    expect((await room.claim(asked)).id).toBe(id);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('leaves what templates of wikis make as it is', async () => {
    const article = 'The ferry is {{convert|20|m|ft}} long.\n';
    await room.import(article, { format: 'WIKITEXT' });
    const { userErrors } = await update('long', { text: 'The ferry is 30 m long.' });
    expect(userErrors).toMatchObject([{ code: 'NOT_POSSIBLE', field: ['text'] }]);
    expect(await content()).toBe(article);
  });

  it('keeps notes of editors with their claim', async () => {
    const articleId = await room.import('It sank.{{cn|date=May 2031}} It rose.\n', { format: 'WIKITEXT' });
    const tags = () => room.rows("SELECT tags->0->>'date' AS date FROM claim_text WHERE tags <> '[]'");
    expect(await tags()).toEqual([{ date: '2031-05' }]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it.each<[string, Omit<UpdateClaimInput, 'claimId'>, string, string[]]>([
    ['nothing', {}, 'EMPTY', ['claimId']],
    ['an empty text', { text: ' ' }, 'EMPTY', ['text']],
    ['a value of a sentence', { value: 'four' }, 'NOT_POSSIBLE', ['value']],
    ['text and value', { text: 'It is so.', value: 'so' }, 'INVALID_INPUT', ['value']],
    ['what the reader takes for something else', { text: 'Is it so?' }, 'NOT_POSSIBLE', ['text']],
    ['a kind of place that is none for it', { block: 'CELL' }, 'NOT_POSSIBLE', ['block']],
    ['a stale version', { checkable: false, expectedVersion: 7 }, 'CONFLICT', ['expectedVersion']],
  ])('refuses %s, and leaves all as it is', async (_, change, code, field) => {
    await room.import(TEXT);
    const { done, userErrors } = await update('Nobody', change);
    expect(done).toBeNull();
    expect(userErrors).toMatchObject([{ code, field }]);
    expect(await room.events()).toHaveLength(1);
  });
});

describe('splitClaim', () => {
  it('makes two claims, each with its markers and what editors attached', async () => {
    const articleId = await room.import(TEXT);
    const whole = await room.claim('county');
    const [one, two] = [await room.citation('county', 1), await room.citation('county', 2)];
    const attached = await room.attach('county', 'deed', { quote: 'Theirs.' });
    await room.accept(attached);
    await room.accept(two.id);
    const { done, userErrors } = await split('county', 'and the port');
    expect(userErrors).toEqual([]);
    const [first, second] = [await room.claim('county'), await room.claim('port owns')];
    expect(done!.claimIds).toEqual([first.id, second.id]);
    expect([first.id, first.text, second.text]).toEqual([
      whole.id,
      'The county owns the ferry,',
      'and the port owns the pier.',
    ]);
    expect([
      TEXT.slice(first.start_offset, first.end_offset),
      TEXT.slice(second.start_offset, second.end_offset),
    ]).toEqual(['The county owns the ferry [1],', 'and the port owns the pier [2].']);
    expect((await room.citation('county', 1)).id).toBe(one.id);
    // Its marker stands in the second half; what was reviewed was the whole.
    expect(await room.citation('port owns', 2)).toMatchObject({ id: two.id, state: 1 });
    expect(await room.citation('county', 2)).toBeUndefined();
    expect(await room.citation('county', 8)).toMatchObject({ id: attached, state: 1 });
    expect(await room.rows("SELECT quote FROM citation WHERE claim_id = $1 AND spans = '[]'", [second.id])).toEqual([
      { quote: 'Theirs.' },
    ]);
    expect(await room.rows('SELECT count(*) AS n FROM revision')).toEqual([{ n: 1 }]);
    expect(await room.events('claim.split')).toMatchObject([
      { before: { texts: [whole.text] }, after: { texts: [first.text, second.text] } },
    ]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('holds in revisions to come, wherever the sentence stands, and when a half is edited', async () => {
    const articleId = await room.import(TEXT);
    await split('county', 'and the port');
    const before = await room.claims();
    await room.import(TEXT.replace('Repairs cost', 'A new sentence. Repairs cost'));
    const after = await room.claims();
    for (const { id, text } of before) expect(after).toContainEqual(expect.objectContaining({ id, text }));
    expect((await update('port owns', { text: 'and the port owns the old pier.' })).userErrors).toEqual([]);
    expect((await room.claim('old pier')).id).toBe(before.find(({ text }) => text.includes('port owns'))!.id);
    expect(await texts()).toContain('The county owns the ferry,');
    expect(await content()).toContain('and the port owns the old pier [2].');
    await room.import(await content());
    expect(await texts()).toContain('and the port owns the old pier.');
    expect(await room.drift(articleId)).toEqual([]);
  });

  it.each([
    ['before the text', 'The county', 'INVALID_INPUT'],
    ['within a word', 'ounty', 'NOT_POSSIBLE'],
    ['behind the last word', '.', 'NOT_POSSIBLE'],
  ])('refuses a cut %s', async (_, before, code) => {
    await room.import(TEXT);
    expect((await split('county', before)).userErrors).toMatchObject([{ code, field: ['at'] }]);
    const claimId = await idOf('county');
    expect((await edits.split(room.viewer, { claimId, at: 5_000 })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT' },
    ]);
    expect((await split('county', 'and the port', 9)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });
});

describe('mergeClaims', () => {
  it('makes one claim of neighbours, in revisions to come', async () => {
    const articleId = await room.import(TEXT);
    const first = await room.claim('Repairs');
    const second = await room.claim('Nobody');
    const attached = await room.attach('Nobody', 'report');
    const { done, userErrors } = await merge('Nobody', 'Repairs');
    expect(userErrors).toEqual([]);
    expect(done!.claimIds).toEqual([first.id]);
    expect(await texts()).toContain('Repairs cost two million crowns. Nobody was hurt that evening.');
    expect(await room.rows('SELECT gone_in FROM claim WHERE id = $1', [second.id])).toEqual([{ gone_in: 1 }]);
    expect(await room.rows('SELECT claim_id FROM citation WHERE id = $1', [attached])).toEqual([
      { claim_id: first.id },
    ]);
    await room.import(TEXT.replace('412', '421'));
    expect((await room.claim('Nobody')).id).toBe(first.id);
    expect(
      (await update('Nobody', { text: 'Repairs cost three million crowns. Nobody was hurt that evening.' })).userErrors,
    ).toEqual([]);
    expect((await room.claim('Nobody')).id).toBe(first.id);
    expect(await room.drift(articleId)).toEqual([]);
    // And apart again.
    expect((await split('Nobody', 'Nobody')).userErrors).toEqual([]);
    expect(await texts()).toContain('Nobody was hurt that evening.');
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('refuses what cannot be one claim', async () => {
    const articleId = await room.import(TEXT);
    await room.import(TEXT.replaceAll('ferry', 'tram'), { slug: 'other' });
    const other = toGlobalId('Claim', (await room.claim('the tram')).id);
    const [own] = await room.rows<{ id: string }>(
      "SELECT c.id FROM claim c JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id WHERE c.article_id = $1 AND t.text LIKE 'Repairs%'",
      [articleId],
    );
    const id = toGlobalId('Claim', own!.id);
    const [far] = await room.rows<{ id: string }>(
      "SELECT c.id FROM claim c JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id WHERE c.article_id = $1 AND t.text LIKE '%412%'",
      [articleId],
    );
    const wrong = async (...claimIds: string[]) => (await edits.merge(room.viewer, { claimIds })).userErrors;
    expect(await wrong(id)).toMatchObject([{ code: 'INVALID_INPUT', field: ['claimIds'] }]);
    expect(await wrong(id, id)).toMatchObject([
      { code: 'INVALID_INPUT', message: expect.stringContaining('itself') as string },
    ]);
    expect(await wrong(id, other)).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    expect(await wrong(id, toGlobalId('Claim', far!.id))).toMatchObject([
      { code: 'NOT_POSSIBLE', message: expect.stringContaining('neighbours') as string },
    ]);
  });
});

it('changes no claim of an archived article', async () => {
  await room.import(TEXT);
  await room.write('UPDATE article SET archived_at = now()');
  expect((await update('Nobody', { checkable: false })).userErrors).toMatchObject([
    { code: 'NOT_POSSIBLE', field: ['claimId'] },
  ]);
  expect((await merge('Repairs', 'Nobody')).userErrors).toMatchObject([{ code: 'NOT_POSSIBLE', field: ['claimIds'] }]);
});
