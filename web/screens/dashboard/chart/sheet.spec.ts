import { csvOf, type Cell } from './sheet.js';

const cell = (raw: Cell['raw']): Cell => ({ shown: String(raw), raw });

it('a sheet is CSV with numbers as they are', () => {
  const columns = [{ name: 'Day' }, { name: 'Score', isNumber: true }];
  const rows = [
    [cell('2031-05-01'), cell(0.625)],
    [cell('2031-05-02'), cell(null)],
  ];
  expect(csvOf({ columns, rows })).toBe('Day,Score\r\n2031-05-01,0.625\r\n2031-05-02,\r\n');
});

it.each([
  ['a, b', '"a, b"'],
  ['he said "no"', '"he said ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['-1', "'-1"],
  ['@desk', "'@desk"],
  ['', ''],
])('%j becomes %j', (text, field) =>
  expect(csvOf({ columns: [{ name: 'Title' }], rows: [[cell(text)]] })).toBe(`Title\r\n${field}\r\n`),
);

it('a negative number is no formula', () =>
  expect(csvOf({ columns: [{ name: 'N' }], rows: [[cell(-1)]] })).toBe('N\r\n-1\r\n'));
