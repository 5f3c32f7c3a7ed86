import { setupI18n } from '@lingui/core';
import { EVENT_KINDS, EVENT_PROPERTIES } from '../../../src/events/event-words.js';
import { KIND_NAMES } from './kind-names.js';
import { PROPERTY_NAMES } from './property-names.js';
import { idsIn, said } from './said.js';

it('there are words for all that can happen, and for no more', () =>
  expect([...KIND_NAMES.keys()].toSorted()).toEqual([...EVENT_KINDS].toSorted()));

it('there are words for all that an event can change', () =>
  expect(EVENT_PROPERTIES.filter((property) => PROPERTY_NAMES[property] === undefined)).toEqual([]));

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
const names = new Map([['m1', 'Ada Okoro']]);

it.each<[string, unknown, string]>([
  ['stance', 'REFUTES', 'Says the contrary'],
  ['role', 'EDITOR', 'Editor'],
  ['value', 'MOSTLY_TRUE', 'Mostly true'],
  ['value', '380 km', '380 km'],
  ['assigneeId', 'm1', 'Ada Okoro'],
  ['assigneeId', 'm2', 'm2'],
  ['sourceIds', ['m1', 'm2'], 'Ada Okoro, m2'],
  ['checkable', false, 'No'],
  ['number', 1234, '1234'],
  ['length', 1234, '1,234'],
  ['opened', ['f1', 'f2'], '2'],
  ['note', null, ''],
  ['problemCode', 'TIMEOUT', 'the site did not answer in time'],
  ['status', 410, '410'],
  [
    'noticed',
    [{ code: 'RENUMBERED', values: { title: 'Log', from: 8, to: 9 } }],
    '“Log”, to which an editor had given the number 8, has the number 9 now.',
  ],
  ['ofStandings', ['WEAK', 'MISSING'], 'Weak, No evidence'],
  ['byStanding', { WEAK: 2, CITED: 0, MISSING: 1 }, 'Weak: 2, No evidence: 1'],
  ['changes', { GONE: 1, KEPT: 0, REWORDED: 3 }, 'Gone: 1, Reads otherwise: 3'],
  ['thresholds', { days: 90 }, 'days: 90'],
  [
    'standings',
    [
      { claimId: 'c1', from: 'WEAK', to: 'CITED' },
      { claimId: 'c2', from: 'WEAK', to: 'CITED' },
      { claimId: 'c3', from: null, to: 'WAIVED' },
    ],
    'Weak → Cited (2), – → Waived',
  ],
  ['csl.issued', { 'date-parts': [[2031, 4]] }, '2031-04'],
  ['csl.author', [{ family: 'Okoro', given: 'Ada' }, { literal: 'Port office' }], 'Ada Okoro, Port office'],
])('%s %j is “%s”', (property, value, expected) => expect(said(i18n, property, value, names)).toBe(expected));

it('a moment is told as people write it', () =>
  expect(said(i18n, 'expiresAt', '2031-04-02T10:00:00.000Z', names)).toMatch(/^Apr 2, 2031, /));

it('ids are known by their property', () => {
  expect(idsIn('sourceIds', ['a', 'b'])).toEqual(['a', 'b']);
  expect(idsIn('assigneeId', null)).toEqual([]);
  expect(idsIn('quote', 'a')).toEqual([]);
});
