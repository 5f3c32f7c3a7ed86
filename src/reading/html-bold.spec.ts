import { readArticle } from './read-article.js';

describe('bold text of a page', () => {
  it('labels an item behind the number that Word writes', () => {
    const { claims } = readArticle(
      '<html><body><p>It sank.</p><p class=MsoListParagraph>2)<span>&nbsp;&nbsp; </span><b>Losses.</b> One in ten sank.</p></body></html>',
      { format: 'HTML' },
    );
    expect(claims.at(-1)).toMatchObject({ block: 'LIST_ITEM', text: 'Losses. One in ten sank.' });
  });
});
