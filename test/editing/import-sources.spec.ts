import { jest } from '@jest/globals';
import { openNewsroom, type Newsroom } from './support/newsroom.js';

jest.setTimeout(60_000);

interface Imported {
  readonly sources:
    { id: string; title: string | null; doi: string | null; publisher: { name: string } | null }[] | null;
  readonly added: number;
  readonly userErrors: { code: string; message: string; field: string[] }[];
}

const BIB = `@article{okoro, title={Who sails}, author={Okoro, Ada}, doi={10.1000/182}, publisher={The Sound Press}, year=2031}
@online{rules, title={Harbour rules}, url={https://example.org/rules}}
@online{again, title={The same rules}, url={https://www.example.org/rules/}}
`;

describe('importSources', () => {
  let room: Newsroom;

  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());

  const importing = (content: string, format = 'BIBTEX'): Promise<Imported> =>
    room.change<Imported>(
      'importSources',
      { content, format },
      'sources { id title doi publisher { name } } added userErrors { code message field }',
    );
  const count = async (): Promise<number> => (await room.rows('SELECT 1 FROM source')).length;

  it('makes sources of what the workspace does not have, and finds what it has', async () => {
    const first = await importing(BIB);
    expect(first).toMatchObject({
      added: 2,
      userErrors: [],
      sources: [
        { title: 'Who sails', doi: '10.1000/182', publisher: { name: 'The Sound Press' } },
        { title: 'Harbour rules', publisher: null },
      ],
    });
    const again = await importing(
      'TY  - JOUR\nTI  - Another title\nDO  - https://doi.org/10.1000/182\nER  - \n',
      'RIS',
    );
    expect(again).toMatchObject({ added: 0, userErrors: [], sources: [first.sources![0]] });
    expect(await importing(BIB)).toEqual({ ...first, added: 0 });
    expect(await count()).toBe(2);
  });

  it('finds the one that a merged source leads to', async () => {
    const { sources } = await importing(
      '[{"title": "A", "URL": "https://example.org/m1"}, {"title": "B", "URL": "https://example.org/m2"}]',
      'CSL_JSON',
    );
    const [kept, merged] = sources!;
    await room.change(
      'mergeSources',
      { sourceId: kept!.id, merged: [{ sourceId: merged!.id }] },
      'userErrors { message }',
    );
    expect(await importing('@online{b, title={B}, url={https://example.org/m2}}')).toMatchObject({
      added: 0,
      sources: [{ id: kept!.id }],
    });
  });

  it('names every entry that is wrong, and stores nothing', async () => {
    const before = await count();
    const long = 'x'.repeat(1_001);
    const { sources, userErrors } = await importing(
      `@online{fine, title={New}, url={https://example.org/new}}
@article{nothing, author={Lund, Per}}
@article{broken, title={x}
@online{bad, title={${long}}, url={ftp://example.org}, doi={nonsense}}`,
    );
    expect(sources).toBeNull();
    expect(userErrors.map(({ code, message }) => [code, message])).toEqual([
      ['EMPTY', 'entry 2 (nothing): a source needs at least a title, an address or a DOI'],
      ['INVALID_INPUT', 'entry 3 (broken): line 3: a comma is missing behind the field "title"'],
      ['INVALID_INPUT', 'entry 4 (bad): title: has 1001 characters, at most 1000 are allowed'],
      ['INVALID_INPUT', 'entry 4 (bad): url: give an address that begins with http:// or https://'],
      ['INVALID_INPUT', 'entry 4 (bad): doi: is no DOI; one reads like "10.1000/182"'],
    ]);
    expect(await count()).toBe(before);
  });

  it.each([
    ['', 'BIBTEX', 'EMPTY', 'has no entries'],
    ['[]', 'CSL_JSON', 'EMPTY', 'has no entries'],
    ['{', 'CSL_JSON', 'INVALID_INPUT', 'is no JSON'],
    ['TI  - x', 'RIS', 'INVALID_INPUT', 'line 1'],
    ['@misc{a, title={x}}'.repeat(1_001), 'BIBTEX', 'TOO_LARGE', 'has 1,001 entries'],
    ['@misc{a, title={\0}}', 'BIBTEX', 'INVALID_INPUT', 'NUL'],
  ])('refuses %.20j as %s: %s', async (content, format, code, message) => {
    const { userErrors } = await importing(content, format);
    expect(userErrors).toEqual([{ code, message: expect.stringContaining(message) as string, field: ['content'] }]);
  });

  it('tells the first twenty mistakes', async () => {
    const { userErrors } = await importing('@misc{a, note={x}}'.repeat(25));
    expect(userErrors).toHaveLength(21);
    expect(userErrors.at(-1)!.message).toBe('5 more mistakes are not told here; mend these first');
  });

  it('needs an editor, and stays in the workspace', async () => {
    const query = 'mutation ($input: ImportSourcesInput!) { importSources(input: $input) { added } }';
    const input = { content: BIB, format: 'BIBTEX' };
    const checker = await room.api.token(room.viewer, 'CHECKER');
    const refused = await room.api.ask(checker, query, { input });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const other = await room.api.db.workspace();
    const answer = await room.api.ask(await room.api.token(other), query, { input });
    expect(answer.data).toEqual({ importSources: { added: 2 } });
  });
});
