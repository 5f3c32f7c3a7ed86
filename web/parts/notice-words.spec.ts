import { setupI18n } from '@lingui/core';
import { noticedIn, noticeWords, type Noticed } from './notice-words.js';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

it.each<[Noticed, string]>([
  [{ code: 'UNCHANGED', values: {} }, 'It was imported with this content before, so nothing was stored.'],
  [
    {
      code: 'UNKNOWN_PARTS',
      values: {
        editor: 'Lexical',
        parts: [
          { name: 'map', count: 1 },
          { name: 'poll', count: 1200 },
        ],
        moreKinds: 2,
      },
    },
    'Some parts of this document of Lexical are not known, and only their words were read: map, poll (1,200), and 2 other kinds.',
  ],
  [
    { code: 'OUTDATED', values: { reviews: 1, verdicts: 0, waivers: 2 } },
    'To be looked at again, for the text or the source under them says something else: 1 review and 2 waivers.',
  ],
  [
    { code: 'OVERRULED', values: { number: null, title: 'Log', formerTitle: '{count}' } },
    'The article lists “Log” under the number – now; an editor had said “{count}”.',
  ],
])('%j', (notice, words) => expect(noticeWords(i18n, notice)).toBe(words));

it('says in the words of the server what this page does not know', () =>
  expect(noticeWords(i18n, { code: 'NEWER' as 'UNCHANGED', values: null, message: 'So it is.' })).toBe('So it is.'));

it('takes what events keep, and nothing else', () => {
  const kept = [{ code: 'UNCHANGED', values: {} }, 'a sentence', null, { values: {} }];
  expect(noticedIn(kept)).toEqual([kept[0]]);
  expect(noticedIn(null)).toEqual([]);
});
