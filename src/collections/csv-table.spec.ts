import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { readCsv } from './csv-table.js';

const read = (text: string) => readCsv(Buffer.from(text));
const cellsOf = (text: string) => read(text).rows.map(({ cells }) => cells);

describe('what divides the cells', () => {
  it.each([
    [',', 'Claim,Source\nTrams run,https://a.example\n'],
    [';', 'Claim;Source\nTrams run, and ferries;https://a.example\nBuses, too, run;https://b.example\n'],
    ['\t', 'Claim\tSource\nTrams run, they say\thttps://a.example\n'],
    ['|', 'Claim|Source\nTrams; run|https://a.example\n'],
    [',', 'Claim,Sources\n"Trams; run","https://a.example; https://b.example"\n'],
    [';', 'sep=;\nClaim;Source, or none\nTrams run;https://a.example\n'],
  ])('%j', (delimiter, text) => {
    const table = read(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.columns).toHaveLength(2);
  });

  it('may be nothing: one column is a list', () => {
    const { columns, rows } = read('Claim\nTrams run.\nFerries do not.\n');
    expect([columns, rows.length]).toEqual([['Claim'], 2]);
  });
});

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('are those of the file, over breaks within cells and empty rows (%j)', (end) => {
    const text = ['Claim,Source', '"One', 'and', 'more",a', '', ',', 'Two,b'].join(end);
    expect(read(text).rows).toEqual([
      { line: 2, cells: ['One\nand\nmore', 'a'] },
      { line: 7, cells: ['Two', 'b'] },
    ]);
  });

  it('begin behind the line that names the delimiter', () => {
    expect(read('sep=;\nA;B\n1;2\n')).toMatchObject({ headerLine: 2, rows: [{ line: 3 }] });
  });
});

describe('characters', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFAussage,Quelle\nFähre,a\n')],
    ['UTF-16, little end first', Buffer.from('\uFEFFAussage,Quelle\nFähre,a\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFAussage,Quelle\nFähre,a\n', 'utf16le').swap16()],
  ])('%s', (_, bytes) => {
    expect(readCsv(bytes)).toMatchObject({
      columns: ['Aussage', 'Quelle'],
      rows: [{ cells: ['Fähre', 'a'] }],
      notices: [],
    });
  });

  it('are those of Windows where they are no UTF-8, and that is told', () => {
    const table = readCsv(Buffer.from('Aussage;Quelle\nF\xE4hre \x84voll\x93;a\n', 'latin1'));
    expect(table.rows[0]!.cells[0]).toBe('Fähre „voll“');
    expect(table.notices).toEqual([expect.stringContaining('Windows-1252')]);
  });
});

it('takes away the apostrophes that keep a cell from being run, and no others', () => {
  expect(cellsOf("A,B\n'=1+1,'tis\n''+4,\"a;'@b\"\n")).toEqual([
    ['=1+1', "'tis"],
    ["'+4", 'a;@b'],
  ]);
});

it('fills short rows, and names columns without a name', () => {
  const table = read('A,,C\n1\n1,2,3,4\n');
  expect(table.columns).toEqual(['A', 'column 2', 'C', 'column 4']);
  expect(table.rows.map(({ cells }) => cells.length)).toEqual([4, 4]);
});

it.each([
  ['nothing', '', 'no rows'],
  ['white space', ' \n\n', 'no rows'],
  ['a mark that is never closed', 'A,B\n1,2\n"3,4\n5,6\n', 'line 3 opens with a quotation mark that is never closed'],
  ['a workbook', 'PK\u0003\u0004\0\0', 'save it as CSV'],
  ['too many columns', `${'a,'.repeat(600)}\n`, 'at most 500'],
])('refuses %s', (_, text, why) => {
  expect(() => read(text)).toThrow(UnconvertibleFileError);
  expect(() => read(text)).toThrow(why);
});

it('ends at the longest row, not at the end of the file, where a mark is never closed', () => {
  expect(() => read(`A,B\n"${'x\n'.repeat(2_000_000)}`)).toThrow('line 2 opens with a quotation mark');
});
