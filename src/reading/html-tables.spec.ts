import { readArticle } from './read-article.js';

const page = (rows: string) => `<html><body><main><p>It sank.</p>\n<table>${rows}</table></main></body></html>`;
const claimsOf = (rows: string) => readArticle(page(rows), { format: 'HTML' }).claims.slice(1);
const said = (rows: string) =>
  claimsOf(rows).map((c) => [c.attribute, c.column, c.value].filter((s) => s !== null).join(' | '));

describe('tables of a page', () => {
  it.each<[string, string, string[]]>([
    [
      'groups of rows',
      '<tr><th>Part</th><th>Span</th><th>Width</th><th>Built</th></tr>' +
        '<tr><th scope="rowgroup" rowspan="2">North</th><th scope="row">Span 1</th><td>31</td><td>1858</td></tr>' +
        '<tr><th scope="row">Span 2</th><td>32</td><td>1859</td></tr>',
      [
        'North, Span 1 | Width | 31',
        'North, Span 1 | Built | 1858',
        'North, Span 2 | Width | 32',
        'North, Span 2 | Built | 1859',
      ],
    ],
    [
      'headings in bold',
      '<tr><td rowspan="2"><b>Pier</b></td><td colspan="2"><p><b>Ferries</b></p></td></tr>' +
        '<tr><td><b>1990</b></td><td><b>2031</b></td></tr>' +
        '<tr><td><b>North</b></td><td>7</td><td>2</td></tr><tr><td><b>All</b></td><td><b>9</b></td><td><b>3</b></td></tr>',
      ['North | Ferries, 1990 | 7', 'North | Ferries, 2031 | 2', 'All | Ferries, 1990 | 9', 'All | Ferries, 2031 | 3'],
    ],
    [
      'nothing but bold',
      '<tr><td><b>Crew</b></td><td><b>9</b></td></tr><tr><td><b>Decks</b></td><td><b>2</b></td></tr>',
      ['Crew | 9', 'Decks | 2'],
    ],
    [
      'groups in data cells, and a total',
      '<tr><th>Season</th><th>Club</th><th>Games</th><th>Goals</th></tr>' +
        '<tr><td rowspan="2">1990</td><td>Marl</td><td>21</td><td>3</td></tr><tr><td>Ell</td><td>9</td><td>1</td></tr>' +
        '<tr><th colspan="2">Total</th><td>30</td><td>4</td></tr>',
      [
        '1990, Marl | Games | 21',
        '1990, Marl | Goals | 3',
        '1990, Ell | Games | 9',
        '1990, Ell | Goals | 1',
        'Total | Games | 30',
        'Total | Goals | 4',
      ],
    ],
    [
      'headings over headings',
      '<tr><th rowspan="2">Year</th><th colspan="2">Trains</th><th rowspan="2">Owner</th></tr>' +
        '<tr><th>Freight</th><th>Mail</th></tr><tr><td>1911</td><td>48</td><td>37</td><td>Marl</td></tr>',
      ['1911 | Trains, Freight | 48', '1911 | Trains, Mail | 37', '1911 | Owner | Marl'],
    ],
    [
      'headings again',
      '<tr><th>Year</th><th>In</th><th>Out</th></tr><tr><td>1911</td><td>4</td><td>5</td></tr>' +
        '<tr><th>Pier</th><th>Depth</th><th>Height</th></tr><tr><td>North</td><td>9 m</td><td>2 m</td></tr>' +
        '<tr><th>Total</th><th>13</th><th>7</th></tr>',
      [
        '1911 | In | 4',
        '1911 | Out | 5',
        'North | Depth | 9 m',
        'North | Height | 2 m',
        'Total | Depth | 13',
        'Total | Height | 7',
      ],
    ],
    [
      'a cell over several rows',
      '<tr><th>Year</th><th>Trains</th><th>Owner</th></tr>' +
        '<tr><td>1911</td><td>48</td><td rowspan="2">Marl</td></tr><tr><td>1931</td><td>40</td></tr>',
      ['1911 | Trains | 48', '1911 | Owner | Marl', '1931 | Trains | 40'],
    ],
  ])('%s', (_, rows, expected) => expect(said(rows)).toEqual(expected));

  it('finds an empty cell where it stands', () => {
    const rows =
      '\n<tr><th>Year</th><th>Trains</th><th>Mail</th><th>Post</th></tr>\n<tr><td rowspan="2">1911</td>\n<td>Ell</td>\n<td></td><td>4</td></tr>\n<tr>\n<td>Marl</td>\n<td></td><td>5</td></tr>\n';
    const blanks = claimsOf(rows).filter((c) => c.valueState === 'BLANK');
    expect(blanks.map((c) => c.line)).toEqual([6, 9]);
    expect(page(rows).slice(blanks[0]!.span.start - 4, blanks[0]!.span.start + 5)).toBe('<td></td>');
  });

  it('reads the markers of groups and upper headings once each', () => {
    const { claims, markers } = readArticle(
      page(
        '<tr><th rowspan="2">Year</th><th colspan="2">Trains [1]</th></tr><tr><th>In</th><th>Out</th></tr>' +
          '<tr><td>1911</td><td>48</td><td>37</td></tr>',
      ),
      { format: 'HTML' },
    );
    expect(claims.slice(1).map((c) => [c.column, c.citations.map((x) => x.label)])).toEqual([
      ['Trains, In', ['1']],
      ['Trains, Out', ['1']],
    ]);
    expect(markers).toHaveLength(1);
  });
});
