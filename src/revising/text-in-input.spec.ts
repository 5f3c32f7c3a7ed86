import type { ArticleFormat } from '../judging/evidence.js';
import { placeOfCut } from './text-in-input.js';

/** The two parts of the input where the text is cut before some words; null when it cannot be. */
function parts(input: string, text: string, before: string, format: ArticleFormat = 'TEXT'): [string, string] | null {
  const markers = [...input.matchAll(/\s?\[\^?\d\]/g)].map((each) => ({
    start: each.index,
    end: each.index + each[0].length,
  }));
  const place = placeOfCut({ input, text, markers, format }, text.indexOf(before));
  return place === null ? null : [input.slice(0, place), input.slice(place)];
}

describe('placeOfCut', () => {
  it.each<[string, string, string, string, ArticleFormat, [string, string] | null]>([
    ['a comma', 'It sank [1], and rose [2].', 'It sank, and rose.', 'and', 'TEXT', ['It sank [1], ', 'and rose [2].']],
    ['a marker', 'It sank. [1] It rose.', 'It sank. It rose.', 'It rose', 'TEXT', ['It sank. [1] ', 'It rose.']],
    ['a quote', 'He said “no” and “yes”.', 'He said “no” and “yes”.', '“yes', 'TEXT', ['He said “no” and ', '“yes”.']],
    ['a line', 'It sank\nand  rose.', 'It sank and rose.', 'and', 'TEXT', ['It sank\n', 'and  rose.']],
    [
      'tags',
      'It <b>sank</b> and <i>rose</i>.',
      'It sank and rose.',
      'and',
      'HTML',
      ['It <b>sank</b> ', 'and <i>rose</i>.'],
    ],
    [
      'entities',
      'Caf&eacute;s sank &amp; rose.',
      'Cafés sank & rose.',
      'rose',
      'HTML',
      ['Caf&eacute;s sank &amp; ', 'rose.'],
    ],
    [
      'links',
      'It [sank](https://a.example/b) and rose.',
      'It sank and rose.',
      'and',
      'MARKDOWN',
      ['It [sank](https://a.example/b) ', 'and rose.'],
    ],
    [
      'links and tags of wikis',
      'The [[River Ell|river]] sank,{{cn|date=May 2031}} and [https://a.example/b ice] rose.',
      'The river sank, and ice rose.',
      'and',
      'WIKITEXT',
      ['The [[River Ell|river]] sank,{{cn|date=May 2031}} ', 'and [https://a.example/b ice] rose.'],
    ],
    ['what a template makes', 'It is {{convert|2|m}} and old.', 'It is 2 m and old.', 'and', 'WIKITEXT', null],
    ['a word', 'It sank.', 'It sank.', 'nk', 'TEXT', null],
    ['the end', 'It sank.', 'It sank.', '.', 'TEXT', null],
    ['the beginning', 'It sank.', 'It sank.', 'It', 'TEXT', null],
    ['what is another text', 'It sank fast.', 'It sank.', 'sank', 'TEXT', null],
  ])('cuts at %s', (_, input, text, before, format, expected) => {
    expect(parts(input, text, before, format)).toEqual(expected);
  });

  it('takes near-linear time over lone brackets', () => {
    const input = '<a '.repeat(50_000) + '[b]('.repeat(50_000) + '[[a'.repeat(50_000) + '{{cn'.repeat(50_000);
    const started = performance.now();
    for (const format of ['HTML', 'MARKDOWN', 'WIKITEXT'] as const)
      placeOfCut({ input, text: 'a b', markers: [], format }, 2);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
