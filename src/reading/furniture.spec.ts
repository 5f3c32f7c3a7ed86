import { ENGLISH } from '../languages/en.js';
import { isFurniture } from './furniture.js';

describe('isFurniture', () => {
  it.each([
    'Updated November 18, 2031',
    'Tue 8 Oct 2031 07.00 BST',
    'Reading time: 9 minutes',
    'May 11, 2031 · 7 min read',
    'By Ana Orr | 6 March 2031 | 7 min read',
    'By Ana Orr, Harbour correspondent',
    'N. Orr and P. Q. Pell',
    'Working paper 14',
    'About the author: Ana Orr writes about trams.',
    'Previous: The old pier | Next: The new pier',
    '© 2031 The Harbour Post',
    'This article is for general information and is not legal advice.',
    'Do you know more? Email tips@harbour.example or call us.',
    'This story was amended on 9 October 2031 to correct a name.',
    'The pier in March. Photograph: Ana Orr/Harbour Images',
    '• This article was amended on 3 May 2031. An earlier version gave another year.',
    'Source: Harbour Board, returns of the pilots.',
    'Watch: film of the flood',
    'Share on X LinkedIn Copy link',
    'A field guide for riders and drivers.',
  ])('%s', (line) => expect(isFurniture(line, false, ENGLISH)).toBe(true));

  it.each([
    'The pier opened on 6 March 2031.',
    'By 2031 the pier had closed',
    'By noon half of the boats had left',
    'Updated figures show a fall of 4%.',
    'The article was amended in the second reading.',
    'Harbour Board',
    'Share prices on X fell.',
    'A guide to the pier was printed.',
    'The firm gives legal advice.',
    'Source: the ministry said on Monday that 40 ferries sank.',
  ])('part of the article: %s', (line) => expect(isFurniture(line, false, ENGLISH)).toBe(false));

  it('leaves the properties in a list alone', () => expect(isFurniture('Video: Full HD', true, ENGLISH)).toBe(false));
});

describe('ENGLISH.furniture.subscription', () => {
  it.each([
    'Free. One email a week.',
    'Join 38,000 readers of the digest.',
    'Opt out whenever you like.',
    'Sign up free',
  ])('%s', (line) => expect(ENGLISH.furniture.subscription.test(line)).toBe(true));
  it('is not met where an article tells of emails', () =>
    expect(ENGLISH.furniture.subscription.test('The minister sent an email a week.')).toBe(false));
});
