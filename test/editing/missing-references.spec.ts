import { id, openNewsroom, type Newsroom } from './support/newsroom.js';

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());

interface Missing {
  label: string;
  findingsCleared: number;
  citationCount: number;
}

async function missing(articleId: string): Promise<Missing[]> {
  const { missingReferences } = await room.ask<{ missingReferences: { edges: { node: Missing }[] } }>(
    `query ($id: ID) { missingReferences(articleId: $id) { edges { node { label findingsCleared citationCount } } } }`,
    { id: id('Article', articleId) },
  );
  expect(await room.drift(articleId)).toEqual([]);
  return missingReferences.edges.map(({ node }) => node);
}

const seven = { label: '7', findingsCleared: 2, citationCount: 2 };
const eight = { label: '8', findingsCleared: 1, citationCount: 1 };

async function findingOf(articleId: string, words: string): Promise<string> {
  const claim = await room.claim(words, articleId);
  const [row] = await room.rows<{ id: string }>(
    `SELECT id FROM finding WHERE claim_id = $1 AND rule = 'dangling-citation' ORDER BY id LIMIT 1`,
    [claim.uuid],
  );
  return id('Finding', row!.id);
}

describe('what a source for a missing number would clear', () => {
  it('is known when an article is imported, and with its next text', async () => {
    const article = await room.import('imported');
    expect(await missing(article)).toEqual([seven, eight]);
    await room.import('imported', 'The ferry\n\nIt sank in 1999 [8]. It rose again in 2001 [8].\n');
    expect(await missing(article)).toEqual([{ ...seven, label: '8' }]);
    await room.import('imported', 'The ferry\n\nIt sank in 1999.\n');
    expect(await missing(article)).toEqual([]);
  });

  it('is less while a finding is waived, and as before once the waiver is lifted', async () => {
    const article = await room.import('waived');
    const findingId = await findingOf(article, 'harbour was dredged');
    const { waiver } = await room.change<{ waiver: { id: string } }>(
      'waiveFinding',
      { findingId, reason: 'The office said so.' },
      'waiver { id }',
    );
    const rows = await missing(article);
    expect(rows).toContainEqual({ ...seven, findingsCleared: 1 });
    expect(rows).toContainEqual(eight);
    await room.change('liftWaiver', { waiverId: waiver.id }, 'userErrors { message }');
    expect(await missing(article)).toEqual([seven, eight]);
  });

  it('is nothing once a source is named for it, and what it was when a citation is rejected', async () => {
    const article = await room.import('defined');
    const [citation] = await room.rows<{ id: string }>(
      `SELECT z.id FROM citation z JOIN reference r ON r.id = z.reference_id JOIN claim c ON c.id = z.claim_id
       JOIN claim_text t ON t.claim_id = c.id WHERE z.article_id = $1 AND r.label = '7' AND t.text LIKE '%dredged%'`,
      [article],
    );
    await room.change(
      'reviewCitation',
      { citationId: id('Citation', citation!.id), state: 'REJECTED' },
      'userErrors { message }',
    );
    const rows = await missing(article);
    expect(rows.find(({ label }) => label === '7')?.findingsCleared).toBe(1);
    const { userErrors } = await room.change<{ userErrors: unknown[] }>(
      'defineReference',
      { articleId: id('Article', article), number: 7, source: { title: 'Found after all' } },
      'userErrors { message }',
    );
    expect(userErrors).toEqual([]);
    expect(await missing(article)).toEqual([eight]);
  });
});
