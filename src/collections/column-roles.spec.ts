import { mapColumns, type ColumnMapping, type GivenRole } from './column-roles.js';
import { readCsv } from './csv-table.js';

const tableOf = (text: string) => readCsv({ open: () => [Buffer.from(text)] });

async function roles(text: string, ...given: GivenRole[]): Promise<Record<string, string>> {
  const table = await tableOf(text);
  const mapping = mapColumns(table, given);
  if ('problem' in mapping) throw new Error(mapping.problem);
  return Object.fromEntries(table.columns.map((name, i) => [name, mapping.roles[i]!]));
}

const ROW = 'Trams carry 300 people,https://a.example,,,';

describe('by their names', () => {
  it.each([
    ['Claim,Source,Section,Quote,Page', 'English'],
    ['Behauptung,Quelle,Abschnitt,Zitat,Seite', 'German'],
    ['Affirmation,Référence,Rubrique,Extrait,Page', 'French'],
    ['Afirmación,Fuente,Sección,Cita textual,Página', 'Spanish'],
    ['STATEMENT,source_url,section,quotation,pages', 'as programs write them'],
  ])('%s (%s)', async (header) => {
    expect(Object.values(await roles(`${header}\n${ROW}\n`))).toEqual([
      'CLAIM',
      'SOURCES',
      'SECTION',
      'QUOTE',
      'LOCATOR',
    ]);
  });

  it('several columns can hold sources', async () => {
    expect(await roles('Fact,Source 1,Source 2,DOI,Owner\nTrams carry 300 people,a,b,10.1/x,Ada\n')).toEqual({
      Fact: 'CLAIM',
      'Source 1': 'SOURCES',
      'Source 2': 'SOURCES',
      DOI: 'SOURCES',
      Owner: 'IGNORED',
    });
  });

  it("a claim's id is no claim, though its column is called so", async () => {
    expect(
      await roles('claim,text,article\nAbC123,Trams carry 300 people.,trams\nAbC124,They run at night.,trams\n'),
    ).toEqual({
      claim: 'IGNORED',
      text: 'CLAIM',
      article: 'ARTICLE',
    });
  });
});

it('what was found about claims is no claim, though it has more words', async () => {
  const rows = ['12 trams,"uncited-claim: nothing is cited for this"', 'The trams run at night,'];
  expect(await roles(`text,findings\n${rows.join('\n')}\n`)).toEqual({ text: 'CLAIM', findings: 'IGNORED' });
});

describe('by what they hold', () => {
  it('words are claims, addresses are sources', async () => {
    expect(
      await roles(
        'Line,Where,When\nTrams carry 300 people,https://a.example/x,2031\nThey run all night,10.1000/182,2032\n',
      ),
    ).toEqual({ Line: 'CLAIM', Where: 'SOURCES', When: 'IGNORED' });
  });

  it('the only column holds the claims', async () => {
    expect(await roles('List\nTrams\nFerries\n')).toEqual({ List: 'CLAIM' });
  });

  it('nothing is guessed of what looks like nothing', async () => {
    expect(await roles('A,B\n1,2\n3,4\n')).toEqual({ A: 'IGNORED', B: 'IGNORED' });
  });
});

describe('as a person says', () => {
  const TEXT = 'Claim,Notes,Links,Links\nTrams carry 300 people,They do it daily,https://a.example,https://b.example\n';

  it('goes before what is guessed, and others do not get the same', async () => {
    const mapping = mapColumns(await tableOf(TEXT), [
      { column: 'notes', role: 'CLAIM' },
      { column: '#3', role: 'SOURCES' },
    ]) as ColumnMapping;
    expect(mapping).toEqual({
      roles: ['IGNORED', 'CLAIM', 'SOURCES', 'IGNORED'],
      guessed: [true, false, false, true],
    });
  });

  it.each([
    [[{ column: 'Quellen', role: 'SOURCES' }], 'there is no column “Quellen”; there are “Claim”'],
    [[{ column: '#9', role: 'SOURCES' }], 'there is no column “#9”'],
    [[{ column: 'Links', role: 'SOURCES' }], '2 columns are called “Links”; name one by its place: “#3”'],
    [
      [
        { column: 'Claim', role: 'CLAIM' },
        { column: 'Notes', role: 'CLAIM' },
      ],
      'several columns are said to be CLAIM',
    ],
  ] as const)('is refused where it does not fit', async (given, why) => {
    await expect(roles(TEXT, ...given)).rejects.toThrow(why);
  });
});
