import { readArticle } from './read-article.js';

const read = (...lines: string[]) => readArticle(['The Ferry of Sallow', '', ...lines].join('\n'), { format: 'TEXT' });

describe('a list of references that has lost its numbers or its heading', () => {
  const cited = 'The ferry carries 400 people a day [1, 2]. It was built in 1931 [3].';
  const list = [
    'Harbour Board, "Yearbook", 2031. https://harbour.example/yearbook',
    'Sallow tables of traffic, Office of Statistics, 2030',
    'The Sallow Ferry: a history, by Ana Orr, Pell Press, 1999',
  ];

  it.each([
    ['a line each', list],
    ['a paragraph each', list.flatMap((entry) => [entry, ''])],
  ])('is numbered by place: %s', (_, lines) => {
    const { references, claims } = read(cited, '', 'References', '', ...lines);
    expect(references.map(({ number, text }) => [number, text])).toEqual(list.map((text, i) => [i + 1, text]));
    expect(claims).toHaveLength(2);
  });

  it('keeps its number where one entry has one', () => {
    const { references } = read(cited, '', 'References', '', `[3] ${list[0]!}`, '', list[1]!);
    expect(references.map(({ number, text }) => [number, text])).toEqual([
      [1, null],
      [2, null],
      [3, list[0]],
    ]);
  });

  it('is found without a heading where its entries have numbers', () => {
    const numbered = list.map((entry, i) => `[${i + 1}] ${entry}`);
    for (const lines of [numbered, numbered.flatMap((entry) => [entry, ''])]) {
      const { references, claims } = read(cited, '', ...lines, '', '© 2031 The Harbour Post');
      expect(references.map(({ number, text }) => [number, text])).toEqual(list.map((text, i) => [i + 1, text]));
      expect(claims).toHaveLength(2);
    }
  });

  it('is not found in statements under such a heading', () => {
    const { references, claims } = read(
      cited,
      '',
      'Sources',
      '',
      'The board opened its books to us.',
      '',
      'Two captains spoke of 2030.',
    );
    expect(references.map(({ text }) => text)).toEqual([null, null, null]);
    expect(claims).toHaveLength(4);
  });

  it('is not found in an article that cites nothing', () => {
    expect(read('The ferry was built in 1931.', '', 'References', '', ...list).references).toEqual([]);
  });
});
