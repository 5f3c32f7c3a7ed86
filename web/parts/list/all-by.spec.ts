import { areAllBy, MOST, type Done } from './all-by.js';

const by = (id: string | null, position: number | null, kind = 'source.updated'): Done => ({
  kind,
  position,
  actor: id === null ? null : { id },
});

it.each<[string, readonly Done[], boolean]>([
  ['one oneself', [by('other', 10), by('me', 11), by('me', 12)], true],
  ['somebody else', [by('me', 11), by('other', 12)], false],
  ['nobody', [by('me', 11), by(null, 12)], false],
  ['nothing between', [by('me', 9), by('me', 10)], false],
  ['others did something of another kind', [by('other', 11, 'sourcery.done'), by('me', 12)], true],
  ['others did it since, which is told later', [by('me', 11), by('me', 12), by('other', 13), by('other', null)], true],
  ['none', [], false],
])('%s', (_, events, expected) =>
  expect(areAllBy('me', events, { from: 10, to: 12, kinds: ['source'] })).toBe(expected),
);

it('nobody knows who did what is too long ago to be among the newest', () => {
  const events = Array.from({ length: MOST }, (_, i) => by('me', 100 + i));
  expect(areAllBy('me', events, { from: 98, to: 149, kinds: null })).toBe(false);
  expect(areAllBy('me', events, { from: 99, to: 149, kinds: null })).toBe(true);
  expect(areAllBy('me', events.slice(1), { from: 98, to: 149, kinds: null })).toBe(true);
});
