import { lines, writePdf } from '../../converting/testing/pdf-writer.js';
import { TestFolder } from '../testing/folder.js';
import { run, type Result } from '../testing/run.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

const FILLER = 'The council met again in the old hall, heard what the neighbours had to say, and went home. '.repeat(
  16,
);
const ARTICLE = `# Trams

The tram cost 12 million crowns [1]. “It would open in May, come what may,” she said [2]. Nine trams run at night [note].

## References

1. Council. Minutes. 2031. https://council.example/minutes
2. Birk, A. Speech. 2031. https://birk.example/speech
`;
const article = folder.file(
  'trams.md',
  ARTICLE.replace('[note]', '[^note]').concat(
    '\n[^note]: Harbour Press. Trams by night. 2030. https://press.example/night\n',
  ),
);
const SAYS = {
  cost: `The tram cost 11 million crowns, and the council paid for it in 2031. ${FILLER}`,
  speech: `“It would open in May, come what may,” she told the crowd in 2031. ${FILLER}`,
  night: `Nine trams run at night, the paper wrote in 2030. ${FILLER}`,
};

interface Judged {
  readonly claims: readonly {
    readonly text: string;
    readonly standing: string;
    readonly citations: readonly { readonly label: string; readonly comparison?: { readonly state: string } }[];
    readonly notAssessed: readonly { readonly rule: string; readonly reason: string }[];
  }[];
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}
const check = (...args: string[]): Promise<Result> => run('check', article, '--format', 'json', ...args);
const judged = ({ out }: Result, at = 0): Judged => (JSON.parse(out) as { articles: Judged[] }).articles[at]!;
const COMPARING = ['number-mismatch', 'quote-not-found', 'quote-misattributed', 'unsupported-by-source'];
const told = ({ findings }: Judged): string[] =>
  findings.filter(({ rule }) => COMPARING.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`);

describe('obelus check --sources', () => {
  it('compares with files named by number or label, of any format', async () => {
    folder.file('all/1.txt', SAYS.cost);
    folder.file('all/02-speech.html', `<html><body><h1>Speech</h1><p>${SAYS.speech}</p></body></html>`);
    folder.file('all/note.md', SAYS.night);
    const result = await check('--sources', folder.path('all'));
    expect(result.errors).toEqual([`${article}: note: compared with the texts of 3 of 3 cited sources`]);
    const made = judged(result);
    expect(told(made)).toEqual([
      expect.stringMatching(/^number-mismatch: “12 million” .* not in \[1\]; it has “11 million”/),
    ]);
    expect(made.claims.flatMap(({ citations }) => citations.map(({ comparison }) => comparison?.state))).toEqual([
      'COMPARED',
      'COMPARED',
      'COMPARED',
    ]);
  });

  it('reads PDFs', async () => {
    folder.file('pdf/note.pdf', writePdf([{ texts: lines(72, 700, [SAYS.night.slice(0, 48)]) }]));
    const result = await check('--sources', folder.path('pdf'));
    expect(result.errors).toEqual([expect.stringContaining('1 of 3 cited sources; none is there for 1, 2')]);
    const cited = judged(result).claims.flatMap(({ citations }) => citations);
    expect(cited.map(({ label, comparison }) => [label, comparison?.state])).toContainEqual(['note', 'COMPARED']);
  });

  it('tells a quotation that another source has', async () => {
    folder.file('swapped/1.txt', SAYS.speech);
    folder.file('swapped/2.txt', SAYS.night);
    expect(told(judged(await check('--sources', folder.path('swapped'))))).toContainEqual(
      expect.stringMatching(/^quote-misattributed: .* not word for word in \[2\], and is so in \[1\]$/),
    );
  });

  it('tells what it leaves out, and goes on without what it cannot read', async () => {
    folder.file('odd/1.txt', SAYS.cost);
    folder.file('odd/2.pdf', 'no PDF');
    folder.file('odd/9.txt', SAYS.night);
    folder.file('odd/1.png', 'x');
    folder.file('odd/.hidden.txt', 'x');
    folder.file('odd/deeper/2.txt', SAYS.speech);
    const result = await check('--sources', folder.path('odd'));
    expect(result.status).toBe(2);
    expect(result.errors).toEqual([
      expect.stringContaining('1 of 3 cited sources; none is there for 2, note'),
      expect.stringContaining('left out 1.png: its format is not known'),
      expect.stringContaining('left out 9.txt: no reference of the article has that number or label'),
      expect.stringContaining('2.pdf: '),
    ]);
    expect(told(judged(result))).toEqual([expect.stringContaining('“12 million”')]);
  });

  it('takes several files of one source together', async () => {
    folder.file('two/1.txt', SAYS.cost);
    folder.file('two/01-annex.txt', `With its depot the tram cost 12 million crowns. ${FILLER}`);
    expect(told(judged(await check('--sources', folder.path('two'))))).toEqual([]);
  });

  it('of several articles takes the folder with the name of each', async () => {
    const other = folder.file('boats.md', ARTICLE);
    folder.file('many/trams/1.txt', SAYS.cost);
    const result = await run('check', article, other, '--format', 'json', '--sources', folder.path('many'));
    expect(result.errors).toContain(
      `${other}: note: ${folder.path('many')} has no folder with its name, so it is compared with no sources`,
    );
    expect([told(judged(result, 0)).length, told(judged(result, 1)).length]).toEqual([1, 0]);
  });

  it('says why what no file is there for was not assessed', async () => {
    folder.file('empty/readme.txt', 'x');
    const { claims } = judged(await check('--sources', folder.path('empty')));
    expect(claims[0]!.notAssessed).toContainEqual({ rule: 'number-mismatch', reason: 'there is no snapshot of [1]' });
  });

  it('is refused for what is no folder', async () => {
    const { status, errors } = await check('--sources', article);
    expect([status, errors]).toEqual([2, [`--sources ${article}: is no folder; give one that holds the texts`]]);
  });

  it('left out, compares nothing, and says so once', async () => {
    const made = judged(await check());
    expect(JSON.stringify(made.claims)).not.toContain('comparison');
    expect(
      made.claims.flatMap(({ notAssessed }) => notAssessed.filter(({ rule }) => COMPARING.includes(rule))),
    ).toEqual([]);
    expect(JSON.stringify(made)).toContain('no texts of sources are at hand');
  });
});
