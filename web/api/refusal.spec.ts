import { i18n } from '@lingui/core';
import { USER_ERROR_CODES } from '../../src/graphql/user-error.js';
import type { UserErrorCode } from './graphql.js';
import { refusalWords } from './refusal.js';

/** No catalog is loaded: messages stand as they are in the source. */
const speak = (locale: string): void => i18n.loadAndActivate({ locale, messages: {} });

it.each(USER_ERROR_CODES.map((code) => [code]))('%s has words of the reader’s language', (code) => {
  speak('de');
  expect(refusalWords({ code, message: 'so it is' })).toMatch(/^\p{Lu}.+\./u);
});

it('the server’s words follow where they say more', () => {
  speak('de');
  expect(refusalWords({ code: 'NOT_POSSIBLE', message: 'reinstate it first' })).toBe(
    'That is not possible as things stand. The server says: reinstate it first',
  );
  expect(refusalWords({ code: 'FORBIDDEN', message: 'needs EDITOR' })).toBe('Your role does not allow it.');
});

it('in English, they are all', () => {
  speak('en');
  expect(refusalWords({ code: 'NOT_POSSIBLE', message: 'reinstate it first' })).toBe('reinstate it first');
});

it.each([[undefined], ['SOMETHING_NEW' as UserErrorCode]])('of the code %s the server alone knows', (code) => {
  speak('de');
  expect(refusalWords({ ...(code && { code }), message: 'so it is' })).toBe('so it is');
});
