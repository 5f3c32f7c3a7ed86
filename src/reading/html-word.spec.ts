import { languageOf } from '../languages/languages.js';
import { readHtml } from './html-reader.js';

const blocks = (html: string) =>
  readHtml(`<html><body lang=EN-GB><div class=WordSection1>${html}</div></body></html>`, (tag) => ({
    tag,
    words: languageOf(tag),
  })).blocks.map((b) =>
    b.kind === 'item' ? `item ${b.number ?? '-'} ${b.depth} ${b.list}: ${b.content.text}` : `${b.kind}: ${textOf(b)}`,
  );
const textOf = (b: ReturnType<typeof readHtml>['blocks'][number]) => (b.kind === 'table' ? '' : b.content.text);

const bullet = (sign: string) => `<span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;&nbsp; </span></span>`;

describe('a page that Word exported', () => {
  it('has lists, numbered and nested, made of paragraphs', () => {
    expect(
      blocks(
        `<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'>${bullet('·')}The ferry sank.</p>` +
          `<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'>${bullet('o')}The pier stood.</p>` +
          '<p class=MsoNormal>Later it rose.</p>' +
          `<p class=MsoListParagraph>2)${bullet('')}The crew left.</p>`,
      ),
    ).toEqual([
      'item - 0 1: The ferry sank.',
      'item - 1 1: The pier stood.',
      'paragraph: Later it rose.',
      'item 2 0 2: The crew left.',
    ]);
  });

  it.each<[string, string, string]>([
    ['a title', '<p class=MsoTitle>Ferries of the Ell</p>', 'heading: Ferries of the Ell'],
    ['a styled heading', "<p style='mso-outline-level:2'>Who paid for it</p>", 'heading: Who paid for it'],
    [
      'a line of contents',
      '<p class=MsoToc1><a href="#_Toc1">1 The ferry sank 3</a></p>',
      'skipped: 1 The ferry sank 3',
    ],
    ['the header of a page', '<p class=MsoHeader>Ferry Board 2031</p>', 'skipped: Ferry Board 2031'],
    ['a caption', '<p class=MsoCaption>Table 1: Ferries by pier</p>', 'skipped: Table 1: Ferries by pier'],
    ['what is no label', '<p class=MsoListParagraph>It sank. It rose.</p>', 'item - 0 1: It sank. It rose.'],
    ['initials', '<p class=MsoListParagraph>A.&nbsp;Orr sank.</p>', 'item - 0 1: A.\u00a0Orr sank.'],
    ['a currency', '<p class=MsoListParagraph>$&nbsp;40 was lost.</p>', 'item - 0 1: $\u00a040 was lost.'],
  ])('%s', (_, html, block) => expect(blocks(html)).toEqual([block]));
});
