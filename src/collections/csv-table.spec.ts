import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { readCsv, type TableRow } from './csv-table.js';

/** A table with all its rows. @param size bytes of a piece in which it comes */
async function readBytes(bytes: Uint8Array, size = bytes.byteLength) {
  function* open(): Generator<Uint8Array> {
    for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
  }
  const { rows, ...table } = await readCsv({ open });
  const all: TableRow[] = [];
  for await (const row of rows()) all.push(row);
  return { ...table, rows: all };
}
const read = (text: string) => readBytes(Buffer.from(text));
const cellsOf = async (text: string) => (await read(text)).rows.map(({ cells }) => cells);

describe('what divides the cells', () => {
  it.each([
    [',', 'Claim,Source\nTrams run,https://a.example\n'],
    [';', 'Claim;Source\nTrams run, and ferries;https://a.example\nBuses, too, run;https://b.example\n'],
    ['\t', 'Claim\tSource\nTrams run, they say\thttps://a.example\n'],
    ['|', 'Claim|Source\nTrams; run|https://a.example\n'],
    [',', 'Claim,Sources\n"Trams; run","https://a.example; https://b.example"\n'],
    [';', 'sep=;\nClaim;Source, or none\nTrams run;https://a.example\n'],
  ])('%j', async (delimiter, text) => {
    const table = await read(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.columns).toHaveLength(2);
  });

  it('may be nothing: one column is a list', async () => {
    const { columns, rows } = await read('Claim\nTrams run.\nFerries do not.\n');
    expect([columns, rows.length]).toEqual([['Claim'], 2]);
  });
});

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('are those of the file, over breaks within cells and empty rows (%j)', async (end) => {
    const text = ['Claim,Source', '"One', 'and', 'more",a', '', ',', 'Two,b'].join(end);
    expect((await read(text)).rows).toEqual([
      { line: 2, cells: ['One\nand\nmore', 'a'] },
      { line: 7, cells: ['Two', 'b'] },
    ]);
  });

  it('begin behind the line that names the delimiter', async () => {
    expect(await read('sep=;\nA;B\n1;2\n')).toMatchObject({ headerLine: 2, rows: [{ line: 3 }] });
  });
});

describe('characters', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFAussage,Quelle\nFähre,a\n')],
    ['UTF-16, little end first', Buffer.from('\uFEFFAussage,Quelle\nFähre,a\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFAussage,Quelle\nFähre,a\n', 'utf16le').swap16()],
  ])('%s', async (_, bytes) => {
    expect(await readBytes(bytes)).toMatchObject({
      columns: ['Aussage', 'Quelle'],
      rows: [{ cells: ['Fähre', 'a'] }],
      notices: [],
    });
  });

  it('are those of Windows where they are no UTF-8, and that is told', async () => {
    const table = await readBytes(Buffer.from('Aussage;Quelle\nF\xE4hre \x84voll\x93;a\n', 'latin1'));
    expect(table.rows[0]!.cells[0]).toBe('Fähre „voll“');
    expect(table.notices).toEqual([expect.stringContaining('Windows-1252')]);
  });
});

it('takes away the apostrophes that keep a cell from being run, and no others', async () => {
  expect(await cellsOf("A,B\n'=1+1,'tis\n''+4,\"a;'@b\"\n")).toEqual([
    ['=1+1', "'tis"],
    ["'+4", 'a;@b'],
  ]);
});

it('fills short rows, and names columns without a name', async () => {
  const table = await read('A,,C\n1\n1,2,3,4\n');
  expect(table.columns).toEqual(['A', 'column 2', 'C', 'column 4']);
  expect(table.rows.map(({ cells }) => cells.length)).toEqual([4, 4]);
});

it.each([
  ['nothing', '', 'no rows'],
  ['white space', ' \n\n', 'no rows'],
  ['a mark that is never closed', 'A,B\n1,2\n"3,4\n5,6\n', 'line 3 opens with a quotation mark that is never closed'],
  ['a workbook', 'PK\u0003\u0004\0\0', 'save it as CSV'],
  ['too many columns', `${'a,'.repeat(600)}\n`, 'at most 500'],
])('refuses %s', async (_, text, why) => {
  await expect(read(text)).rejects.toThrow(UnconvertibleFileError);
  await expect(read(text)).rejects.toThrow(why);
});

it('ends at the longest row, not at the end of the file, where a mark is never closed', async () => {
  await expect(read(`A,B\n"${'x\n'.repeat(2_000_000)}`)).rejects.toThrow('line 2 opens with a quotation mark');
});

describe('a table that comes in pieces', () => {
  const TEXT = '\uFEFFAussage;Quelle\r\n"Fähre 🛥\r\nfährt";"a""b"\r\n\r\nBrücke;c\r\n';

  it.each([1, 2, 3, 5, 7])('of %i bytes is the same as in one', async (size) => {
    for (const bytes of [Buffer.from(TEXT), Buffer.from(TEXT, 'utf16le'), Buffer.from(TEXT.slice(1), 'latin1')]) {
      // Two bytes tell an encoding.
      const pieces = Math.max(2, size);
      expect(await readBytes(bytes, pieces)).toEqual(await readBytes(bytes));
    }
    expect((await readBytes(Buffer.from(TEXT), size)).rows).toEqual([
      { line: 2, cells: ['Fähre 🛥\nfährt', 'a"b'] },
      { line: 5, cells: ['Brücke', 'c'] },
    ]);
  });

  it('is divided by what divides its first rows, where they do not end with a piece', async () => {
    const long = `"${'word, '.repeat(150_000)}";x\n`;
    expect(await read(`A;B\n${long.repeat(8)}`)).toMatchObject({ delimiter: ';', rowCount: 8 });
  });

  it('is closed when it is wrong', async () => {
    let closed = 0;
    function* open(): Generator<Uint8Array> {
      try {
        yield Buffer.from('A,B\n"1,2\n');
        yield Buffer.from('3,4\n');
      } finally {
        closed++;
      }
    }
    await expect(readCsv({ open })).rejects.toThrow('line 2 opens with a quotation mark');
    // Once for the encoding, once for the delimiter, once for the rows.
    expect(closed).toBe(3);
  });
});
