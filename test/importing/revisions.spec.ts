import { jest } from '@jest/globals';
import { randomOf } from '../support/random.js';
import { Desk } from './support/desk.js';

jest.setTimeout(120_000);

let room: Desk;

beforeAll(async () => {
  room = await Desk.open();
});
afterAll(() => room.close());
beforeEach(() => room.begin());

const LIST = `
References

[1] Port office, "Crossings of the year", 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
`;
const BODY = `The Sandvik ferry

The ferry crossed the sound 412 times in 2031 [1]. It carried 90,000 people [1, 2].

Money

Repairs cost two million crowns [7]. Nobody was hurt that evening.
`;
const TEXT = BODY + LIST;

describe('a claim', () => {
  it('goes on in a new revision, where it was kept, moved or reworded', async () => {
    const articleId = await room.import(TEXT);
    const before = await room.claims();
    await room.import(
      `The Sandvik ferry

A new opening. Nobody was hurt that evening. The ferry went across the sound 412 times in 2031 [1]. It carried 90,000 people [1, 2].

Money

Repairs cost two million crowns [7].
${LIST}`,
    );
    const after = await room.claims();
    const idOf = (list: typeof before, words: string): string => list.find(({ text }) => text.includes(words))!.id;
    for (const words of ['412 times', '90,000', 'two million', 'Nobody']) {
      expect(idOf(after, words)).toBe(idOf(before, words));
    }
    expect(after.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    expect(await room.rows('SELECT change, count(*)::integer AS n FROM claim_revision GROUP BY 1 ORDER BY 1')).toEqual(
      expect.arrayContaining([
        { change: 2, n: 1 },
        { change: 3, n: 1 },
        { change: 4, n: 1 },
      ]),
    );
    expect(
      await room.rows('SELECT first_revision, last_revision FROM claim_text WHERE claim_id = $1 ORDER BY 1', [
        idOf(after, '412 times'),
      ]),
    ).toEqual([
      { first_revision: 1, last_revision: 1 },
      { first_revision: 2, last_revision: null },
    ]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('changes its version only when it changed, and says where it stands now', async () => {
    const articleId = await room.import(TEXT);
    const before = await room.claims();
    const content = TEXT.replace('The ferry crossed', 'An opening that was added.\n\nThe ferry crossed').replace(
      'Nobody was',
      'No one was',
    );
    await room.import(content);
    const after = await room.claims();
    expect(after.map(({ version }) => version)).toEqual([1, 1, 1, 1, 2]);
    expect(after[1]!.ordinal).toBe(before[0]!.ordinal + 1);
    expect(after[1]!.line).toBe(before[0]!.line + 2);
    for (const { text, start_offset: start, end_offset: end } of after) {
      expect(content.slice(start, end).replace(/ \[[\d, ]+\]/g, '')).toBe(text);
    }
    await room.import(content);
    expect((await room.claims()).map(({ version }) => version)).toEqual([1, 1, 1, 1, 2]);
    expect(await room.rows('SELECT version, revision FROM article')).toEqual([{ version: 3, revision: 3 }]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('keeps what people said of it: overrides, assignee, verdict, comments', async () => {
    const articleId = await room.import(TEXT);
    const { id } = await room.claim('Nobody');
    await room.write(
      `UPDATE claim SET checkable = false, checkable_override = false, priority = 1, priority_override = 1, assignee_id = $2
       WHERE id = $1`,
      [id, room.viewer.memberId],
    );
    for (const table of ['verdict', 'comment']) {
      const [column, value] = table === 'verdict' ? ['value, ', '1, '] : ['', ''];
      await room.write(
        `INSERT INTO ${table} (workspace_id, id, claim_id, ${column}text, created_by, created_at)
         VALUES ($1, gen_random_uuid(), $2, ${value}'so it is', $3, now())`,
        [room.viewer.workspaceId, id, room.viewer.memberId],
      );
    }
    await room.import(TEXT.replace('Nobody was hurt that evening', 'No person was hurt that evening'));
    expect(
      await room.rows(
        'SELECT checkable, checkable_override, priority, assignee_id, standing FROM claim WHERE id = $1',
        [id],
      ),
    ).toEqual([
      { checkable: false, checkable_override: false, priority: 1, assignee_id: room.viewer.memberId, standing: 8 },
    ]);
    expect(await room.rows('SELECT outdated_at FROM verdict WHERE claim_id = $1', [id])).toHaveLength(1);
    expect(await room.rows('SELECT id FROM comment WHERE claim_id = $1', [id])).toHaveLength(1);
    expect(await room.drift(articleId)).toEqual([]);
  });
});

describe('citations', () => {
  it('that editors attached stay, with the number and the source', async () => {
    const articleId = await room.import(TEXT);
    const citationId = await room.attach('Nobody', 'report', { quote: 'No one was injured.' });
    await room.accept(citationId);
    await room.import(TEXT.replace('Nobody was hurt', 'Luckily nobody was hurt'));
    expect(
      await room.rows(
        `SELECT z.claim_id, z.state, z.quote, r.number, r.citation_count FROM citation z
         JOIN reference r ON r.workspace_id = z.workspace_id AND r.id = z.reference_id WHERE z.id = $1`,
        [citationId],
      ),
    ).toEqual([
      {
        claim_id: (await room.claim('Luckily')).id,
        state: 2,
        quote: 'No one was injured.',
        number: 8,
        citation_count: 1,
      },
    ]);
    expect((await room.claim('Luckily')).standing).toBe(7);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('of the author follow the markers, and keep their rows', async () => {
    const articleId = await room.import(TEXT);
    const [one, two] = [await room.citation('90,000', 1), await room.citation('90,000', 2)];
    await room.accept(one.id);
    await room.import(TEXT.replace('people [1, 2]', 'people [1]').replace('that evening.', 'that evening [2].'));
    expect(await room.citation('90,000', 1)).toEqual({ ...one, state: 2, basis: 3, version: 2 });
    expect(await room.citation('90,000', 2)).toBeUndefined();
    expect((await room.citation('Nobody', 2)).id).not.toBe(two.id);
    expect(await room.events('citation.detached')).toMatchObject([
      { subject_id: (await room.claim('90,000')).id, before: { citationId: two.id, number: 2 }, after: null },
    ]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('are known by their source where the author renumbers the list', async () => {
    const articleId = await room.import(TEXT);
    const before = await room.citation('412 times', 1);
    await room.accept(before.id);
    await room.import(
      `${BODY.replaceAll('[1]', '[2]').replace('[1, 2]', '[2, 1]')}
References

[1] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
[2] Port office, "Crossings of the year", 2031. https://example.org/crossings
`,
    );
    expect(await room.citation('412 times', 2)).toEqual({ ...before, state: 2, basis: 3, version: 2 });
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('must be reviewed again when the claim says something else, or the number leads elsewhere', async () => {
    const articleId = await room.import(TEXT);
    const [times, people] = [await room.citation('412 times', 1), await room.citation('90,000', 2)];
    await room.accept(times.id);
    await room.accept(people.id);
    const notices = await room.notices(
      TEXT.replace('412 times', '421 times').replace(
        /\[2\] Ada.*/,
        '[2] County, "Annual accounts", 2031. https://county.example/a',
      ),
    );
    expect(await room.citation('421 times', 1)).toEqual({ ...times, state: 1, basis: 1, version: 3 });
    expect(await room.citation('90,000', 2)).toEqual({ ...people, state: 1, basis: 1, version: 3 });
    const values = { reviews: 2, verdicts: 0, waivers: 0 };
    expect(notices).toEqual([{ code: 'OUTDATED', values, message: expect.stringContaining('2 reviews') }]);
    expect((await room.events('article.imported')).at(-1)).toMatchObject({
      after: { notices: [expect.stringContaining('2 reviews')], noticed: [{ code: 'OUTDATED', values }] },
    });
    expect(await room.events('citation.outdated')).toMatchObject([
      { before: { citationId: times.id, state: 'ACCEPTED', basis: 'REVIEWED' }, after: { state: 'PROPOSED' } },
      { before: { citationId: people.id, state: 'ACCEPTED' }, after: { basis: 'ASSERTED' } },
    ]);
    expect(await room.drift(articleId)).toEqual([]);
  });
});

it('outdates a verdict on a text that says something else now', async () => {
  await room.import(TEXT);
  const { id } = await room.claim('412 times');
  await room.write(
    `INSERT INTO verdict (workspace_id, id, claim_id, value, text, created_by, created_at)
     VALUES ($1, gen_random_uuid(), $2, 1, 'counted', $3, now())`,
    [room.viewer.workspaceId, id, room.viewer.memberId],
  );
  await room.import(TEXT.replace('412 times', 'some 412 times'));
  expect(await room.rows('SELECT outdated_at IS NOT NULL AS outdated FROM verdict')).toEqual([{ outdated: true }]);
  expect(await room.events('verdict.outdated')).toMatchObject([{ subject_id: id }]);
});

describe('a waiver', () => {
  const waive = (words: string): Promise<unknown> =>
    room.write(
      `INSERT INTO waiver (workspace_id, id, article_id, fingerprint, reason, created_by, created_at)
       SELECT f.workspace_id, gen_random_uuid(), f.article_id, f.fingerprint, 'as agreed', $1, now() FROM finding f
       JOIN claim_text t ON t.workspace_id = f.workspace_id AND t.claim_id = f.claim_id WHERE f.rule = 'uncited-claim' AND t.text LIKE $2`,
      [room.viewer.memberId, `%${words}%`],
    );

  it('stays with a finding of a claim that was reworded, or repeated before', async () => {
    const articleId = await room.import(TEXT);
    await waive('Nobody');
    await room.import(TEXT.replace('Nobody was hurt that evening', 'Nobody was hurt on that evening'));
    expect(await room.rows('SELECT waived FROM article_tally')).toEqual([{ waived: 1 }]);
    const { id } = await room.claim('Nobody');
    await room.import(
      TEXT.replace('Nobody was hurt that evening', 'Nobody was hurt on that evening').replace(
        'The ferry crossed',
        'Nobody was hurt on that evening.\n\nThe ferry crossed',
      ),
    );
    expect(await room.rows('SELECT id FROM claim WHERE standing = 5')).toEqual([{ id }]);
    expect(await room.rows('SELECT lifted_at FROM waiver')).toEqual([{ lifted_at: null }]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('ends when the claim says something else', async () => {
    const articleId = await room.import(TEXT);
    await waive('Nobody');
    const notices = await room.notices(TEXT.replace('Nobody was hurt that', 'Somebody was hurt that'));
    expect(notices).toMatchObject([{ code: 'OUTDATED', values: { reviews: 0, verdicts: 0, waivers: 1 } }]);
    expect(await room.rows('SELECT lifted_at IS NOT NULL AS lifted FROM waiver')).toEqual([{ lifted: true }]);
    expect(await room.events('waiver.outdated')).toHaveLength(1);
    expect(await room.rows('SELECT waived FROM article_tally')).toEqual([{ waived: 0 }]);
    expect(await room.drift(articleId)).toEqual([]);
  });
});

describe('a number that an editor gave a source', () => {
  it('is another one when the text takes it', async () => {
    const articleId = await room.import(TEXT);
    const citationId = await room.attach('Nobody', 'report');
    const notices = await room.notices(
      `${TEXT.replace('that evening.', 'that evening [8].')}[8] County, "Annual accounts", 2031. https://county.example/a\n`,
    );
    expect(notices).toEqual([
      {
        code: 'RENUMBERED',
        values: { title: 'report', from: 8, to: 9 },
        message: '“report”, which an editor had given the number 8, is 9 now',
      },
    ]);
    expect((await room.citation('Nobody', 9)).id).toBe(citationId);
    expect((await room.citation('Nobody', 8)).id).not.toBe(citationId);
    expect(await room.events('reference.renumbered')).toMatchObject([{ before: { number: 8 }, after: { number: 9 } }]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('is the text’s own when that lists the same source', async () => {
    const articleId = await room.import(TEXT);
    const citationId = await room.attach('Nobody', 'report');
    await room.accept(citationId);
    await room.import(
      `${TEXT.replace('that evening.', 'that evening [3].')}[3] Coast Guard, "report", 2031. https://coast.example/report\n`,
    );
    expect(await room.citation('Nobody', 3)).toMatchObject({ id: citationId, state: 2 });
    expect(await room.rows('SELECT number FROM reference WHERE gone_in IS NULL ORDER BY 1')).toEqual(
      [1, 2, 3, 7].map((number) => ({ number })),
    );
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('goes on leading there when the text cites and does not list it', async () => {
    const articleId = await room.import(TEXT);
    await room.attach('Repairs', 'accounts', { number: 7 });
    await room.import(TEXT.replace('two million', '2,000,000'));
    expect((await room.claim('2,000,000')).standing).toBe(6);
    // No marker names it for a while.
    await room.import(TEXT.replace(' [7]', ''));
    await room.import(TEXT);
    expect((await room.claim('two million')).standing).toBe(6);
    // The text lists it as something else: what it lists holds for its markers.
    expect(await room.notices(`${TEXT}[7] County, "Annual accounts", 2031. https://county.example/a\n`)).toEqual([
      {
        code: 'OVERRULED',
        values: { number: 7, title: 'Annual accounts', formerTitle: 'accounts' },
        message: 'the article lists number 7 as “Annual accounts” now; an editor had said “accounts”',
      },
    ]);
    expect(
      await room.rows(
        'SELECT s.url, r.defined FROM reference r JOIN source s ON s.workspace_id = r.workspace_id AND s.id = r.source_id WHERE r.number = 7',
      ),
    ).toEqual([{ url: 'https://county.example/a', defined: false }]);
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('keeps the source of an entry that the text drops, where an editor relies on it', async () => {
    const articleId = await room.import(TEXT);
    const { id } = await room.claim('Nobody');
    await room.write("UPDATE source SET title = title WHERE url LIKE '%okoro'");
    const [source] = await room.rows<{ id: string }>("SELECT id FROM source WHERE url LIKE '%okoro'");
    const { toGlobalId } = await import('../../src/graphql/global-id.js');
    await room.edits.attach(room.viewer, {
      claimId: toGlobalId('Claim', id),
      sourceId: toGlobalId('Source', source!.id),
    });
    await room.import(BODY.replace('[1, 2]', '[1]') + LIST.replace(/\[2\].*\n/, ''));
    expect((await room.claim('Nobody')).standing).toBe(6);
    expect(await room.citation('Nobody', 2)).toBeDefined();
    expect(await room.drift(articleId)).toEqual([]);
  });
});

it('loses nothing when imports and edits come at once', async () => {
  const articleId = await room.import(TEXT);
  const texts = Array.from({ length: 8 }, (_, i) => `${BODY}\nVersion ${i} of it.\n${LIST}`);
  const attached: string[] = [];
  await Promise.all([
    ...texts.map((content) => room.import(content)),
    ...['412 times', '90,000', 'Repairs', 'Nobody'].map(async (words) => {
      for (let i = 0; i < 4; i++) attached.push(await room.attach(words, `${words}-${i}`.replace(/\W/g, '')));
    }),
  ]);
  expect(attached).toHaveLength(16);
  const kept = await room.rows<{ id: string }>(
    `SELECT z.id FROM citation z JOIN claim c ON c.workspace_id = z.workspace_id AND c.id = z.claim_id JOIN reference r ON r.workspace_id = z.workspace_id AND r.id = z.reference_id
     WHERE c.gone_in IS NULL AND r.gone_in IS NULL AND r.source_id IS NOT NULL AND z.id = ANY ($1)`,
    [attached],
  );
  expect(kept).toHaveLength(16);
  expect(await room.rows('SELECT version, revision FROM article')).toEqual([{ version: 9, revision: 9 }]);
  expect(await room.rows('SELECT count(*) AS n, max(seq) AS last FROM event')).toEqual([{ n: 25, last: 25 }]);
  expect(await room.drift(articleId)).toEqual([]);
});

it('takes the same number of statements however many claims there are', async () => {
  const statements = async (paragraphs: number): Promise<number> => {
    await room.begin();
    const more = Array.from(
      { length: paragraphs },
      (_, i) => `Boat ${i} was painted in 19${10 + (i % 90)} [1].\n\nIt sank off port ${i}.\n`,
    );
    const text = (list: string[]): string => `${BODY}\n${list.join('\n')}${LIST}`;
    await room.import(text(more));
    let count = 0;
    const end = room.db.database.onStatement(() => count++);
    const edited = more.map((each, i) => (i % 3 === 0 ? each.replace('painted', 'repainted') : each)).slice(1);
    await room.import(text([...edited, 'A last boat was sold [2].\n'])).finally(end);
    return count;
  };
  expect(await statements(100)).toBe(await statements(5));
});

it('gives after random texts and edits what judging everything gives', async () => {
  const random = randomOf(1_795_575);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const sentences = [
    'The ferry crossed 412 times',
    'Nobody was hurt',
    'Repairs cost two million crowns',
    'The pier sank',
    'Fares rose by 4 %',
    'The county owns the ferry',
    'Nobody was hurt',
  ];
  const text = (): string => {
    const list = Array.from(
      { length: 3 + Math.floor(random() * 6) },
      () =>
        `${pick(sentences)}${pick(['', '', ' today', ' in 2031'])}${pick(['', ' [1]', ' [2]', ' [1, 2]', ' [3]', ' [8]', ' [9]'])}.`,
    );
    const entries = [1, 2, 3, 8, 9]
      .filter(() => random() < 0.6)
      .map((n) => `[${n}] Office ${pick([n, 1, 5])}, "Report ${n}", 2031. https://example.org/${pick([n, 2, 7])}`);
    return `The ferry\n\n${list.join(pick([' ', '\n\n']))}\n\nReferences\n\n${entries.join('\n')}\n`;
  };
  const articleId = await room.import(text());
  for (let i = 0; i < 60; i++) {
    const claims = await room.claims();
    if (random() < 0.5 && claims.length > 0) {
      const { toGlobalId } = await import('../../src/graphql/global-id.js');
      const n = Math.floor(random() * 9);
      const source = { title: `Source ${n}`, url: `https://example.org/${n}` };
      const { done } = await room.edits.attach(room.viewer, { claimId: toGlobalId('Claim', pick(claims).id), source });
      if (done && random() < 0.5) await room.accept(done.result.citationId);
    } else await room.import(text());
    expect(await room.drift(articleId)).toEqual([]);
    const [doubled] = await room.rows(
      'SELECT count(*) - count(DISTINCT number) AS n FROM reference WHERE gone_in IS NULL',
    );
    expect(doubled).toEqual({ n: 0 });
  }
});
