import { readArticle } from './read-article.js';

const read = (text: string) =>
  readArticle(text, { format: 'MARKDOWN' }).claims.map((claim) => [claim.text, ...claim.tags.map(({ kind }) => kind)]);

describe('notes of editors that stand as words in the text', () => {
  it.each<[string, string[][]]>([
    [
      'It sank in 1960 [citation needed]. It was raised.',
      [['It sank in 1960.', 'citation needed'], ['It was raised.']],
    ],
    ['It is said to be haunted.[by whom?]', [['It is said to be haunted.', 'who says so']]],
    ['It is the oldest [dubious – discuss] on the coast.', [['It is the oldest on the coast.', 'dubious']]],
    ['It is painted red [source?].', [['It is painted red.', 'citation needed']]],
    ['“They [who] sold it,” she said, “[sic] in the end.”', [['“They [who] sold it,” she said, “[sic] in the end.”']]],
    ['It sails to [Sallow Bay].', [['It sails to [Sallow Bay].']]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('say since when they stand there, and where', () => {
    const text = 'It sank in 1960 [citation needed, May 2031].';
    const [tag] = readArticle(text, { format: 'TEXT' }).claims[0]!.tags;
    expect(tag).toEqual({ kind: 'citation needed', date: '2031-05', span: { start: 16, end: 43 } });
  });
});
