import { readArticle } from './read-article.js';

const SUNK = '<p>It sank.</p>';
const claims = (html: string) =>
  readArticle(`<html><body><h1>Ferries</h1>${SUNK}${html}</body></html>`, { format: 'HTML' }).claims.map((c) => c.text);

describe('a paragraph in bold', () => {
  it.each([
    '<p><b>Main findings</b></p>',
    '<p><b><i><span>2.1 The network in 2031<o:p></o:p></span></i></b></p>',
    '<p><b>Services</b><b> by pier</b></p>',
    '<p><span style="font-weight:700">The old contract</span></p>',
    '<p><strong>Table 2: Prices by pier</strong></p>',
    '<p><strong>What we found:</strong></p>',
    '<p><strong>How the council sold the pier</strong></p>',
    '<p><strong>Life on the quay after the flood</strong></p>',
    '<p><strong>Rebuilding the pier without a plan</strong></p>',
    '<p><strong>Main findings</strong></p><p><strong>2.1 The network in 2031</strong></p>',
  ])('is a heading: %s', (html) => expect(claims(`${html}${SUNK}`)).toEqual(['It sank.', 'It sank.']));

  it.each([
    ['a sentence', '<p><b>The ferry sank.</b></p>', 'The ferry sank.'],
    ['a sentence without its stop', '<p><b>The ferry was sold</b></p>', 'The ferry was sold'],
    ['one with an object', '<p><b>The council sold the pier</b></p>', 'The council sold the pier'],
    ['one about what was named', '<p><b>It sank on Monday</b></p>', 'It sank on Monday'],
    ['an amount', '<p><b>Fares up 40% since May</b></p>', 'Fares up 40% since May'],
    ['a price', '<p><b>Price $20</b></p>', 'Price $20'],
    ['a labelled value', '<p><b>Price: 20 crowns</b></p>', 'Price: 20 crowns'],
    ['with a marker', '<p><b>Half of the ferries sank [2]</b></p>', 'Half of the ferries sank'],
    ['in part', '<p><b>Losses</b> came to 20 crowns</p>', 'Losses came to 20 crowns'],
    ['not set so', '<p><b style="font-weight:normal">Main findings</b></p>', 'Main findings'],
    ['what was said', '<p><b>“Never sell that pier”</b></p>', '“Never sell that pier”'],
    ['of a quotation', '<blockquote><p><b>Never again</b></p></blockquote>', 'Never again'],
  ])('is text, %s: %s', (_, html, text) => expect(claims(`${html}${SUNK}`)).toEqual(['It sank.', text, 'It sank.']));

  it.each([
    ['at the end of the article', '<p><b>The pier reopened in May</b></p>', ['The pier reopened in May']],
    [
      'in a row of its like',
      `<p><b>The pier reopened in May</b></p><p><b>The old ferry sank in June</b></p><p><b>Losses</b></p>${SUNK}`,
      ['The pier reopened in May', 'The old ferry sank in June', 'It sank.'],
    ],
  ])('that heads nothing is text when it can be a sentence: %s', (_, html, read) =>
    expect(claims(html)).toEqual(['It sank.', ...read]),
  );

  it('is the title where it opens the page', () => {
    const html = '<html><body><p><b>The ferry was sold</b></p><p>It sank in May.</p></body></html>';
    expect(readArticle(html, { format: 'HTML' })).toMatchObject({
      title: 'The ferry was sold',
      claims: [{ text: 'It sank in May.' }],
    });
  });

  it('heads a section in Markdown, too', () => {
    const { claims } = readArticle('# Ferries\n\nIt sank.\n\n**What was lost**\n\nIt sank.\n', { format: 'MARKDOWN' });
    expect(claims.map((c) => [c.text, c.section])).toEqual([
      ['It sank.', null],
      ['It sank.', 'What was lost'],
    ]);
  });
});
