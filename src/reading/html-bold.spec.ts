import { readArticle } from './read-article.js';
import { readHtml } from './html-reader.js';

const first = (html: string) => readHtml(`<html><body>${html}<p>It sank.</p></body></html>`).blocks[0]!;

describe('a paragraph in bold', () => {
  it.each([
    '<p><b>Main findings</b></p>',
    '<p><b><i><span>2.1 The network in 2031<o:p></o:p></span></i></b></p>',
    '<p><b>Services have</b><b> halved</b></p>',
    '<p><span style="font-weight:700">The old contract</span></p>',
    '<p><strong>Table 2: Prices by pier</strong></p>',
    '<p><strong>What we found:</strong></p>',
  ])('is a heading: %s', (html) => expect(first(html)).toMatchObject({ kind: 'heading' }));

  it.each([
    ['a sentence', '<p><b>The ferry sank.</b></p>'],
    ['a main point', '<p><b>The council sold the ferry to the port in 2031 and kept the pier</b></p>'],
    ['a labelled value', '<p><b>Price: 20 crowns</b></p>'],
    ['with a marker', '<p><b>Half of the ferries sank [2]</b></p>'],
    ['in part', '<p><b>Losses</b> came to 20 crowns</p>'],
    ['not set so', '<p><b style="font-weight:normal">Main findings</b></p>'],
    ['of a quotation', '<blockquote><p><b>Never again</b></p></blockquote>'],
  ])('is text: %s', (_, html) => expect(first(html)).toMatchObject({ kind: 'paragraph' }));

  it('labels an item behind the number that Word writes', () => {
    const { claims } = readArticle(
      '<html><body><p>It sank.</p><p class=MsoListParagraph>2)<span>&nbsp;&nbsp; </span><b>Losses.</b> One in ten sank.</p></body></html>',
      { format: 'HTML' },
    );
    expect(claims.at(-1)).toMatchObject({ block: 'LIST_ITEM', text: 'Losses. One in ten sank.' });
  });
});
