import { setupI18n } from '@lingui/core';
import { issuedIn } from './issued.js';

const english = setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } });
const german = setupI18n({ locale: 'de', messages: { de: {} } });

it.each([
  ['2031', '2031', '2031'],
  ['2031-04', 'April 2031', 'April 2031'],
  ['2031-04-02', '2 Apr 2031', '02.04.2031'],
  ['around 2031', 'around 2031', 'around 2031'],
  ['2031-13-45', '2031-13-45', '2031-13-45'],
  ['', '', ''],
])('%j is %j, and in German %j', (issued, inEnglish, inGerman) => {
  expect(issuedIn(english, issued)).toBe(inEnglish);
  expect(issuedIn(german, issued)).toBe(inGerman);
});
