import { jest } from '@jest/globals';
import { id } from './support/newsroom.js';
import { until } from '../support/until.js';
import { ferry, openMergingRoom, PAYLOAD, type Merged, type MergingRoom } from './support/merging.js';

jest.setTimeout(120_000);

let room: MergingRoom;
let host: string;
let hosts = 0;

beforeAll(async () => {
  room = await openMergingRoom();
});
afterAll(() => room.close());
beforeEach(() => {
  host = `h${++hosts}.example`;
});

const at = (path: string): string => `https://${host}/${path}`;
const imported = (count: number): Promise<string[]> => room.ferries(host, count);
const mergePrint = (more?: object): ReturnType<MergingRoom['mergePrint']> => room.mergePrint(host, more);

interface Reference {
  number: number;
  source: { id: string } | null;
}
const references = async (articleId: string): Promise<[number, string | undefined][]> => {
  const { article } = await room.ask<{ article: { references: Reference[] } }>(
    'query ($id: ID!) { article(id: $id) { references { number source { id } } } }',
    { id: id('Article', articleId) },
  );
  return article.references.map(({ number, source }) => [number, source?.id]);
};
const openRules = async (words: string, articleId: string): Promise<string[]> => {
  const { uuid } = await room.claim(words, articleId);
  const rows = await room.rows<{ rule: string }>(
    'SELECT rule FROM finding WHERE claim_id = $1 AND state = 1 ORDER BY rule',
    [uuid],
  );
  return rows.map(({ rule }) => rule);
};
const nodeOf = async (sourceId: string): Promise<{ id: string } | null> =>
  (await room.ask<{ node: { id: string } | null }>('query ($id: ID!) { node(id: $id) { id } }', { id: sourceId })).node;
const leftBehind = (): Promise<{ n: number }[]> =>
  room.rows(
    `SELECT count(*) AS n FROM reference r JOIN source s ON s.workspace_id = r.workspace_id AND s.id = r.source_id
     WHERE s.merged_into IS NOT NULL AND r.gone_in IS NULL`,
  );

describe('sources that are merged', () => {
  it('are one in every article, and what that touches is judged again', async () => {
    const articles = await imported(3);
    const [first] = articles as [string];
    // Two sources of one publisher; then it is one.
    const dependence = async (): Promise<string[]> =>
      (await openRules('carried', first)).filter((rule) => /single-source|non-independent/.test(rule));
    expect(await dependence()).toEqual(['non-independent-sources']);
    expect(await openRules('The trams run', first)).toContain('inconsistent-citations');

    const { kept, former, answer } = await mergePrint();
    expect(answer.source).toMatchObject({ id: kept, title: 'Crossings of the year' });
    expect(answer.job).toMatchObject({ done: 0, total: 3 });
    for (const article of articles) {
      const [one, two, three] = await references(article);
      expect([one, two]).toEqual([
        [1, kept],
        [2, kept],
      ]);
      expect(three![1]).not.toBe(kept);
      expect(await room.drift(article)).toEqual([]);
    }
    // Both references of the lede name one source now, and the numbers say the same thing twice.
    expect(await dependence()).toEqual(['single-source']);
    expect(await room.rows("SELECT rule FROM finding WHERE rule = 'duplicate-reference' AND state = 1")).toHaveLength(
      3,
    );
    // Two of three restatements agree; the third, which cites neither, stands out alone.
    expect(await openRules('The trams run', first)).not.toContain('inconsistent-citations');
    expect(await openRules('At night, the trams', first)).toContain('inconsistent-citations');

    const listed = await room.ask<{ sources: { edges: { node: { id: string } }[] } }>(
      'query ($text: String!) { sources(first: 50, filter: { text: $text }) { edges { node { id } } } }',
      { text: host },
    );
    const ids = listed.sources.edges.map(({ node }) => node.id);
    expect([ids.length, ids.includes(former), ids.includes(kept)]).toEqual([2, false, true]);
    expect(await nodeOf(former)).toEqual({ id: kept });
    expect(await leftBehind()).toEqual([{ n: 0 }]);
  });

  it('lend the kept one what it lacks, and give it their snapshots', async () => {
    const [article] = await imported(1);
    const former = await room.source(at('print'));
    const source = { doi: '10.1000/crossings', authors: ['B. Lund'], publishedAt: '1999' };
    await room.change('updateSource', { sourceId: former.id, source }, 'source { id } userErrors { code }');
    await room.change('captureSnapshot', { sourceId: former.id, content: 'The crossings.' }, 'userErrors { code }');
    const { kept, answer } = await mergePrint();
    expect(answer.source).toMatchObject({ title: 'Crossings of the year', doi: '10.1000/crossings' });
    const { node } = await room.ask<{ node: Record<string, unknown> }>(
      `query ($id: ID!) { node(id: $id) { ... on Source { csl publishedAt publisher { name }
        snapshots(first: 5) { edges { node { mediaType } } } } } }`,
      { id: kept },
    );
    expect(node).toMatchObject({
      // What the kept one knew stays.
      csl: { DOI: '10.1000/crossings', URL: at('crossings') },
      publishedAt: '2031-01-01T00:00:00.000Z',
      publisher: { name: 'Harbour Press' },
      snapshots: { edges: [{ node: { mediaType: 'text/plain' } }] },
    });
    // With the first snapshot, all articles are judged again.
    await until(
      'all is judged',
      async () => (await room.rows("SELECT FROM job WHERE kind = 'judge-again' AND state IN (1, 2)")).length === 0,
    );
    expect(await room.drift(article!)).toEqual([]);

    // Its key would be that of the other one now, which leads to it anyway.
    const renamed = await room.change<Merged>(
      'updateSource',
      { sourceId: kept, source: { title: 'All crossings' } },
      PAYLOAD,
    );
    expect(renamed).toMatchObject({ source: { title: 'All crossings' }, userErrors: [] });
    await room.ended(renamed.job!.id);
    const byDoi = { title: 'Whatever', doi: '10.1000/crossings' };
    const { id: claimId } = await room.claim('was dredged', article!);
    const attached = await room.change<{ citation: { number: number; source: { id: string } } }>(
      'attachSource',
      { claimId, source: byDoi },
      'citation { number source { id } }',
    );
    expect(attached.citation).toEqual({ number: 1, source: { id: kept } });
  });

  it('are found under their old addresses and ids by later imports and attachments', async () => {
    const [article] = await imported(1);
    const { kept, former } = await mergePrint();
    const text = `The night boat\n\nThe night boat sails at ten [1].\n\nReferences\n\n[1] "Crossings", 2031. http://www.${host}/print/?utm_source=x\n`;
    const later = await room.import(`${host}-later`, text);
    expect(await references(later)).toEqual([[1, kept]]);
    expect(await room.drift(later)).toEqual([]);

    const answers = [];
    for (const source of [{ sourceId: former }, { source: { title: 'Other words', url: at('print') } }]) {
      const { id: claimId } = await room.claim(answers.length === 0 ? 'was dredged' : 'At night, the trams', article!);
      answers.push(
        await room.change<object>(
          'attachSource',
          { claimId, ...source },
          'citation { source { id } } userErrors { code }',
        ),
      );
    }
    expect(answers).toEqual([
      { citation: { source: { id: kept } }, userErrors: [] },
      { citation: { source: { id: kept } }, userErrors: [] },
    ]);
    expect(await room.drift(article!)).toEqual([]);
    expect(await room.rows('SELECT count(*) AS n FROM source WHERE url LIKE $1', [`%${host}/print%`])).toEqual([
      { n: 1 },
    ]);
  });

  it('have one history, told under either id', async () => {
    const [article] = await imported(2);
    const { kept, former } = await mergePrint({ note: 'The press office says that they are one.' });
    await room.order();
    const histories = [];
    for (const subjectId of [kept, former]) {
      const { history } = await room.ask<{ history: { edges: { node: Record<string, unknown> }[] } }>(
        `query ($subjectId: ID!) { history(subjectId: $subjectId, first: 20) {
          edges { node { kind subjectId article { slug } actor { name } before after } } } }`,
        { subjectId },
      );
      histories.push(history.edges.map(({ node }) => node));
    }
    expect(histories[1]).toEqual(histories[0]);
    expect(histories[0]).toHaveLength(2);
    expect(histories[0]![0]).toMatchObject({
      kind: 'source.merged',
      subjectId: kept,
      article: { slug: `${host}-1` },
      actor: { name: 'A member' },
      before: { sourceIds: [former] },
      after: { sourceId: kept, note: 'The press office says that they are one.' },
    });
    expect(await room.rows('SELECT count(*) AS n FROM event WHERE article_id = $1', [article])).toEqual([{ n: 2 }]);
  });

  it('can be merged on: all that ever was one of them leads to the last', async () => {
    const [article] = await imported(1);
    const { kept: middle, former: first } = await mergePrint();
    const last = await room.source(at('okoro'));
    const answer = await room.merge({ sourceId: last.id, merged: [{ sourceId: middle }] });
    expect(answer.userErrors).toEqual([]);
    await room.ended(answer.job!.id);
    expect(await nodeOf(first)).toEqual({ id: last.id });
    expect(new Set((await references(article!)).map(([, source]) => source))).toEqual(new Set([last.id]));
    expect(await room.drift(article!)).toEqual([]);
    const chains =
      'SELECT count(*) AS n FROM source s JOIN source t ON t.workspace_id = s.workspace_id AND t.id = s.merged_into WHERE t.merged_into IS NOT NULL';
    expect(await room.rows(chains)).toEqual([{ n: 0 }]);
  });
});

describe('before the job has come to an article', () => {
  it('readers see the kept source already; a job that is killed in between is done by another, once', async () => {
    const articles = await imported(4);
    const [kept, former] = [await room.source(at('crossings')), await room.source(at('print'))];
    const goOn = await room.mergeAndWait({ sourceId: kept.id, merged: [{ sourceId: former.id }] });

    const [last] = articles.slice(-1) as [string];
    expect((await references(last)).slice(0, 2)).toEqual([
      [1, kept.id],
      [2, kept.id],
    ]);
    const read = await room.ask<Record<string, { edges: { node: { citations: { source: { id: string } }[] } }[] }>>(
      `query ($kept: ID!, $former: ID!) {
        kept: claims(first: 50, filter: { sourceId: $kept }) { edges { node { citations { source { id title } } } } }
        former: claims(first: 50, filter: { sourceId: $former }) { edges { node { citations { source { id } } } } }
      }`,
      { kept: kept.id, former: former.id },
    );
    expect([read.kept!.edges.length, read.former!.edges.length]).toEqual([16, 16]);
    expect(JSON.stringify(read)).not.toContain(former.id);
    const { node, sources } = await room.ask<{
      node: { citations: { edges: unknown[] } };
      sources: { edges: unknown[] };
    }>(
      `query ($kept: ID!, $article: ID!) {
        node(id: $kept) { ... on Source { citations(first: 50) { edges { node { number } } } } }
        sources(first: 9, filter: { articleId: $article }) { edges { node { id } } } }`,
      { kept: kept.id, article: id('Article', last) },
    );
    expect([node.citations.edges.length, sources.edges.length]).toEqual([20, 2]);

    // An edit in between is judged on the kept source as well: it has number 1 and no new one.
    const { id: claimId } = await room.claim('was dredged', last);
    const attached = await room.change('attachSource', { claimId, sourceId: former.id }, 'citation { number }');
    expect(attached).toEqual({ citation: { number: 1 } });

    await expect(goOn(2)).rejects.toThrow('killed');
    await goOn();
    await goOn();
    const events = await room.rows<{ n: number }>(
      `SELECT count(*) AS n FROM event WHERE kind = 'source.merged' AND subject_id = $1 GROUP BY article_id`,
      [kept.uuid],
    );
    expect(events).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 1 }]);
    for (const article of articles) expect(await room.drift(article)).toEqual([]);
    expect(await leftBehind()).toEqual([{ n: 0 }]);
  });

  it('it may be merged on: the first job takes references to where the kept one leads by then', async () => {
    const [article] = await imported(1);
    const [first, middle, last] = [
      await room.source(at('print')),
      await room.source(at('crossings')),
      await room.source(at('okoro')),
    ];
    const one = await room.mergeAndWait({ sourceId: middle.id, merged: [{ sourceId: first.id }] });
    const two = await room.mergeAndWait({ sourceId: last.id, merged: [{ sourceId: middle.id }] });
    await two();
    await one();
    expect(await leftBehind()).toEqual([{ n: 0 }]);
    expect(await room.drift(article!)).toEqual([]);
  });
});

describe('what happens at once', () => {
  it('one of two merges in opposite directions is made, and the other told so', async () => {
    for (let round = 0; round < 5; round++) {
      host = `h${++hosts}.example`;
      const [article] = await imported(1);
      const [a, b] = [await room.source(at('crossings')), await room.source(at('print'))];
      const answers = await Promise.all([
        room.merge({ sourceId: a.id, merged: [{ sourceId: b.id }] }),
        room.merge({ sourceId: b.id, merged: [{ sourceId: a.id }] }),
      ]);
      const [won, lost] = answers.sort((x, y) => x.userErrors.length - y.userErrors.length);
      expect([won!.userErrors, lost!.userErrors.map(({ code }) => code)]).toEqual([[], ['NOT_POSSIBLE']]);
      await room.ended(won!.job!.id);
      expect(await room.drift(article!)).toEqual([]);
    }
  });

  it('attachments and imports go on during a merge, and none is left with what is gone', async () => {
    const articles = await imported(6);
    const [kept, former] = [await room.source(at('crossings')), await room.source(at('print'))];
    const claims = await Promise.all(articles.map((article) => room.claim('was dredged', article)));
    const attach = (i: number): Promise<{ userErrors: unknown[] }> =>
      room.change(
        'attachSource',
        {
          claimId: claims[i]!.id,
          ...(i % 2 === 0
            ? { sourceId: former.id }
            : { source: { title: 'P', url: at('print'), publisher: `P ${i}` } }),
        },
        'userErrors { code message }',
      );
    const merging = room.merge({ sourceId: kept.id, merged: [{ sourceId: former.id }] });
    const others = await Promise.all([
      ...claims.map((_claim, i) => attach(i)),
      room.import(`${host}-new`, ferry(host, 7)).then((article) => (articles.push(article), { userErrors: [] })),
      room.import(`${host}-1`, ferry(host, 8)).then(() => ({ userErrors: [] })),
    ]);
    const answer = await merging;
    expect([answer.userErrors, others.flatMap(({ userErrors }) => userErrors)]).toEqual([[], []]);
    await room.ended(answer.job!.id);
    expect(await leftBehind()).toEqual([{ n: 0 }]);
    for (const article of articles) expect(await room.drift(article)).toEqual([]);
  });
});
