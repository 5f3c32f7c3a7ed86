import { readArticle } from '../reading/read-article.js';
import { applyCuts, type ClaimCut } from './claim-cuts.js';

const CONTENT = `The ferry

It sank [1], and it rose [2]. Nobody was hurt.

It sank [1], and it rose [2]. Repairs were paid.
`;
const cut = (cuts: ClaimCut[]) => {
  const article = readArticle(CONTENT, { format: 'TEXT' });
  return applyCuts(article, cuts, { content: CONTENT, format: 'TEXT' }).claims;
};
const WHOLE = 'It sank, and it rose.';
const AT = WHOLE.indexOf('and');

describe('applyCuts', () => {
  it('splits the claim that is meant among those that read alike, with what stands in each half', () => {
    const claims = cut([{ texts: [WHOLE], at: AT, twin: 1 }]);
    expect(claims.map(({ ordinal, text }) => [ordinal, text])).toEqual([
      [1, WHOLE],
      [2, 'Nobody was hurt.'],
      [3, 'It sank,'],
      [4, 'and it rose.'],
      [5, 'Repairs were paid.'],
    ]);
    expect(
      claims
        .slice(2, 4)
        .map(({ span, citations }) => [CONTENT.slice(span.start, span.end), citations.map(({ label }) => label)]),
    ).toEqual([
      ['It sank [1],', ['1']],
      ['and it rose [2].', ['2']],
    ]);
  });

  it('merges neighbours of one paragraph, their citations once each', () => {
    const [merged, next] = cut([{ texts: [WHOLE, 'Nobody was hurt.'], at: null, twin: 0 }]);
    expect(merged).toMatchObject({ ordinal: 1, text: `${WHOLE} Nobody was hurt.`, checkable: true });
    expect(merged!.citations.map(({ label, spans }) => [label, spans.length])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect(next).toMatchObject({ ordinal: 2, text: WHOLE });
  });

  it('cuts what was cut before, in the order in which people did', () => {
    const split = { texts: [WHOLE], at: AT, twin: 0 };
    const merge = { texts: ['It sank,', 'and it rose.'], at: null, twin: 0 };
    expect(cut([split, merge])).toEqual(cut([]));
  });

  it.each<[string, ClaimCut]>([
    ['is gone', { texts: ['It flew.'], at: 3, twin: 0 }],
    ['stands fewer times', { texts: [WHOLE], at: AT, twin: 2 }],
    ['has other neighbours', { texts: [WHOLE, 'Repairs were paid.'], at: null, twin: 0 }],
    ['stands in another paragraph', { texts: ['Nobody was hurt.', WHOLE], at: null, twin: 0 }],
  ])('leaves all as it is where the text %s', (_, each) => {
    expect(cut([each])).toEqual(cut([]));
  });

  it('takes near-linear time', () => {
    const content = `The ferry\n\n${Array.from({ length: 20_000 }, (_, i) => `Boat ${i} sank, and boat ${i} rose.`).join(' ')}`;
    const article = readArticle(content, { format: 'TEXT' });
    const cuts = article.claims
      .slice(0, 5_000)
      .map(({ text }) => ({ texts: [text], at: text.indexOf('and'), twin: 0 }));
    const started = performance.now();
    expect(applyCuts(article, cuts, { content, format: 'TEXT' }).claims).toHaveLength(article.claims.length + 5_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
