import { guessFormat } from './guess-format.js';

describe('guessFormat', () => {
  it.each([
    ['TEXT', 'The pier opened in 1931 [1].\n\n1. Harbour Press, 1931.'],
    ['TEXT', 'The note [[sic]] stands so.'],
    ['MARKDOWN', '# The pier\n\nIt opened in 1931.[^1]'],
    ['MARKDOWN', '## The pier\n\nIt opened: see [[Piers]].'],
    ['HTML', '<!doctype html><p>The pier opened.</p>'],
    ['WIKITEXT', "{{Infobox pier\n| built = 1931\n}}\n'''Ell Pier''' is a [[pier]]."],
    ['WIKITEXT', '== History ==\nIt opened in 1931.<ref>Harbour Press</ref>'],
  ])('%s: %s', (format, content) => {
    expect(guessFormat(content)).toBe(format);
  });
});
