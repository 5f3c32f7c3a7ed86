import fc from 'fast-check';
import { csvRow } from '../exporting/csv.js';
import type { Claim } from '../judging/evidence.js';
import { readArticle } from '../reading/read-article.js';
import type { CollectedArticle } from './collected.js';
import type { TableFile } from './csv-table.js';
import { previewTable, tableCollection, type TableOptions } from './table-collection.js';

const NAMES = { name: 'Port Calder' };

const fileOf = (text: string): TableFile => ({ open: () => [Buffer.from(text)] });

async function collected(text: string, options: TableOptions = NAMES): Promise<CollectedArticle[]> {
  const all: CollectedArticle[] = [];
  for await (const each of tableCollection(fileOf(text), options)) if (each.kind === 'article') all.push(each.article);
  return all;
}
const read = ({ content, title }: CollectedArticle) => readArticle(content, { format: 'HTML', title: title! });
const cited = ({ text, citations }: Claim) => [
  text,
  ...citations.map(({ number, source }) => [number, source?.url ?? source?.title ?? null]),
];

const TABLE = `Statement;Section;Source;Link;Comment;Quote;Page
"Trams carry 300 people.
They ran 12 times in 2031.";Trams;Okoro, Trams, 2024;https://a.example/trams;A count;300 people;4
How many ferries ran?;Trams;;https://b.example/ferries https://a.example/trams;;;

The bridge cost 4 million;Bridges;;[7];;;
;Bridges;;https://c.example;;;
The old bridge [7] fell in 2029;Bridges;see above;;;;
`;

describe('a table of claims', () => {
  let article: CollectedArticle;

  beforeAll(async () => ([article] = (await collected(TABLE)) as [CollectedArticle]));

  it('is an article whose rows are claims, in their lines, with their sources', () => {
    const { title, claims, language } = read(article);
    expect([title, language]).toEqual(['Port Calder', 'en']);
    expect(claims.map((claim) => [claim.line, claim.section, claim.block, ...cited(claim)])).toEqual([
      [
        2,
        'Trams',
        'EVIDENCE_ROW',
        'Trams carry 300 people. They ran 12 times in 2031.',
        [1, 'https://a.example/trams'],
      ],
      [
        4,
        'Trams',
        'EVIDENCE_ROW',
        'How many ferries ran?',
        [2, 'https://b.example/ferries'],
        [1, 'https://a.example/trams'],
      ],
      [6, 'Bridges', 'EVIDENCE_ROW', 'The bridge cost 4 million', [7, null]],
      [8, 'Bridges', 'EVIDENCE_ROW', 'The old bridge fell in 2029', [7, null], [3, null]],
    ]);
    expect(claims[0]!.evidenceNote).toBe('A count “300 people” (4)');
  });

  it('tells what to look at', () => {
    expect(article.notices).toEqual([
      'line 7: nothing is claimed, so the row was left out',
      'line 8: “see above” names no source that can be found: no address, DOI or title with a year',
    ]);
  });

  it('is slugged by its name, or as it is told', async () => {
    expect(article.slug).toBe('port-calder');
    expect((await collected(TABLE, { ...NAMES, slug: 'calder', slugPrefix: 'x-' }))[0]!.slug).toBe('x-calder');
  });
});

describe('a table of several articles', () => {
  const text = [
    'article,article_title,article_url,desk,claim,sources',
    'trams,Trams of Oss,https://oss.example/trams,City,The tram has six doors,https://a.example',
    'Über Fähren,,no address,,The ferry carries 40 cars,https://b.example',
    'trams,,,,The tram runs at night,https://a.example',
    '§§,,,,Nobody knows,',
    'uber-fahren,,,,It has the slug of another,',
  ].join('\r\n');
  let articles: CollectedArticle[];

  beforeAll(async () => (articles = await collected(text)));

  it('makes each of them, its rows together, once the last one is read', () => {
    expect(articles.map(({ slug, title, url, desk }) => [slug, title, url, desk])).toEqual([
      ['uber-fahren', 'Über Fähren', null, null],
      ['trams', 'Trams of Oss', 'https://oss.example/trams', 'City'],
    ]);
    expect(articles.map((article) => read(article).claims.map(cited))).toEqual([
      [['The ferry carries 40 cars', [1, 'https://b.example']]],
      [
        ['The tram has six doors', [1, 'https://a.example']],
        ['The tram runs at night', [1, 'https://a.example']],
      ],
    ]);
  });

  it('tells which it leaves out', () => {
    expect(articles[0]!.notices).toEqual(
      expect.arrayContaining([
        'line 5: its article “§§” makes no slug, so the row was left out',
        expect.stringContaining('make the same slug'),
      ]),
    );
  });
});

describe('a large table', () => {
  const HEADER = 'article,claim,source\n';
  const row = (article: number, i: number): string =>
    `tram-${article},Tram ${article} carried ${i} people,https://a.example\n`;

  it('in the order of its articles is read piece by piece: each is there with its last row', async () => {
    const pieces = Array.from({ length: 400 }, (_, article) => {
      const rows = Array.from({ length: 50 }, (__, i) => row(article, 100 + i));
      return Buffer.from(rows.join(''));
    });
    let read = 0;
    function* open(): Generator<Uint8Array> {
      read = 0;
      yield Buffer.from(HEADER);
      for (const piece of pieces) {
        read++;
        yield piece;
      }
    }
    const ahead: number[] = [];
    let article = 0;
    for await (const each of tableCollection({ open }, NAMES)) {
      expect(each).toMatchObject({ kind: 'article', article: { slug: `tram-${article}` } });
      ahead.push(read - ++article);
    }
    expect(article).toBe(400);
    // What streams read ahead is a number of pieces, however many there are.
    expect(Math.max(...ahead)).toBeLessThan(60);
  });

  it('that mixes the rows of its articles ends where they are too many to be held', async () => {
    const rounds = Array.from({ length: 100 }, (_, i) => [1, 2, 3].map((article) => row(article, i)).join(''));
    const all = collected(HEADER + rounds.join(''), { ...NAMES, mostHeld: 1_000 });
    await expect(all).rejects.toThrow('mixes the rows of 3 articles');
  });

  it('of very many articles is refused: its column names something else', async () => {
    const rows = Array.from({ length: 4 }, (_, i) => row(i, i)).join('');
    await expect(collected(HEADER + rows, { ...NAMES, mostArticles: 3 })).rejects.toThrow('more than 3 articles');
  });

  it('has an article of more than 20 MiB named, and the others read', async () => {
    const long = `tram-1,Trams ${'run '.repeat(200_000)},https://a.example\n`;
    const text = HEADER + row(0, 1) + long.repeat(28) + row(2, 1);
    const all: string[] = [];
    for await (const each of tableCollection(fileOf(text), NAMES)) {
      all.push(each.kind === 'article' ? each.article.slug : `${each.entry.name}: ${each.entry.why}`);
    }
    expect(all).toEqual(['tram-1: has more than 20 MiB of text; split the table', 'tram-0', 'tram-2']);
  });
});

describe('in the language of its claims', () => {
  it.each([
    ['de', 'Die Fähre ist im Jahr 2031 nicht an der Stadt und nicht in dem Hafen gewesen'],
    ['fr', 'Le tram de la ville est dans le port et il ne passe pas par le pont depuis 2031'],
    ['es', 'El tranvía de la ciudad no es el que pasa por el puente y la plaza desde 2031'],
    ['und', 'Трамвай перевозит триста человек каждый день по мосту через реку в центре города'],
  ])('%s', async (tag, claim) => {
    const { language, claims } = read((await collected(`claim,note,source\n"${claim}",seen,https://a.example\n`))[0]!);
    expect([language, claims.map(cited)]).toEqual([tag, [[claim, [1, 'https://a.example']]]]);
  });
});

describe('whatever stands in the cells', () => {
  const words = fc
    .array(
      fc.constantFrom(
        ...[
          'Trams',
          'run',
          '12 times',
          '<b>',
          '</td>',
          '</table>',
          '&amp;',
          '"',
          ';',
          ',',
          '\n',
          '?',
          '!',
          ':',
          'References',
          'n/a',
        ],
        ...[
          'Click here',
          'could',
          '- ',
          '# ',
          '| ',
          '=1+1',
          'Source:',
          '2031.',
          'Dr.',
          '(Okoro 2024)',
          '[sic]',
          '<!--',
          "'",
        ],
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => `Word ${parts.join(' ')}`);
  const section = fc.constantFrom(
    '',
    'Trams',
    'References',
    'Sources',
    'FAQ',
    'Glossary',
    'Related articles',
    'See also',
    'Summary',
  );
  const source = fc.constantFrom(
    '',
    'https://a.example/x',
    '10.1000/182',
    'Okoro, “Trams”, 2031',
    '[4]',
    '[2] Lund, “Ferries”, 2030',
  );

  it('each row is one claim, in its order and its line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, section, source), { minLength: 1, maxLength: 12 }), async (rows) => {
        const text = csvRow(['claim', 'section', 'sources']) + rows.map((row) => csvRow(row)).join('');
        const [article] = (await collected(text)) as [CollectedArticle];
        const { claims } = read(article);
        const preview = await previewTable(fileOf(text), NAMES);
        expect(claims).toHaveLength(rows.length);
        let line = 2;
        for (const [i, [claim, , from]] of rows.entries()) {
          expect(claims[i]!.line).toBe(line);
          line += 1 + (claim.match(/\n/g)?.length ?? 0);
          expect(claims[i]!.text.replace(/\s+/g, ' ')).toContain('Word');
          expect(claims[i]!.citations.length).toBeGreaterThanOrEqual(from === '' ? 0 : 1);
        }
        expect(preview.claimCount).toBe(rows.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('numbers', () => {
  it('of four digits lead to their entries', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => `Tram ${i} has doors,https://a.example/${i}`);
    const { claims } = read((await collected(`claim,source\n${rows.join('\n')}\n`))[0]!);
    expect(cited(claims[1199]!)).toEqual(['Tram 1199 has doors', [1200, 'https://a.example/1199']]);
  });

  it('that two rows give to different sources stay with the first', async () => {
    const { claims } = read(
      (
        await collected(
          'claim;sources\nTrams run daily;[1] https://a.example\nFerries run daily;[1] https://b.example\n',
        )
      )[0]!,
    );
    expect(claims.map(cited)).toEqual([
      ['Trams run daily', [1, 'https://a.example']],
      ['Ferries run daily', [2, 'https://b.example']],
    ]);
  });
});

describe('a preview', () => {
  it('shows the columns, the first claims, and what to look at', async () => {
    const preview = await previewTable(fileOf(TABLE), NAMES);
    expect(preview).toMatchObject({
      delimiter: ';',
      rowCount: 5,
      articleCount: 1,
      claimCount: 4,
      articles: [{ slug: 'port-calder', title: 'Port Calder', claimCount: 4, referenceCount: 3 }],
    });
    expect(preview.columns[0]).toEqual({
      name: 'Statement',
      role: 'CLAIM',
      guessed: true,
      samples: [
        'Trams carry 300 people.\nThey ran 12 times in 2031.',
        'How many ferries ran?',
        'The bridge cost 4 million',
      ],
    });
    expect(preview.warnings).toHaveLength(2);
  });

  it('tells the columns of a table in which no claims can be found', async () => {
    const preview = await previewTable(fileOf('A,B\n1,2\n'), NAMES);
    expect(preview.columns.map(({ role }) => role)).toEqual(['IGNORED', 'IGNORED']);
    expect(preview.warnings).toEqual([expect.stringContaining('say which of “A”, “B” does')]);
    await expect(collected('A,B\n1,2\n')).rejects.toThrow('no column seems to hold the claims');
  });
});
