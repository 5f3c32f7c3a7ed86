import { clashes, keysOf, shownKey } from './choices.js';
import { KEY_NAMES, KEYS } from './table.js';

it('no two names of the table share a key', () => {
  expect(clashes({})).toEqual(new Map());
});

it('no key of the table is Backspace, which goes back in some browsers', () => {
  expect(KEY_NAMES.flatMap((name) => KEYS[name].keys).join(' ')).not.toMatch(/backspace/i);
});

it('a sequence does not begin with a key that does something by itself', () => {
  const single = new Set(KEY_NAMES.flatMap((name) => KEYS[name].keys).filter((key) => !key.includes(' ')));
  const first = KEY_NAMES.flatMap((name) => KEYS[name].keys)
    .filter((key) => key.includes(' '))
    .map((key) => key.split(' ')[0]!);
  expect(first.filter((key) => single.has(key))).toEqual([]);
});

it('what a person chose holds, none at all too, and clashes are told', () => {
  const choices = { waive: ['a'], quote: [] };
  expect(keysOf('waive', choices)).toEqual(['a']);
  expect(keysOf('quote', choices)).toEqual([]);
  expect(keysOf('attach', choices)).toEqual(['a']);
  expect([...clashes(choices)]).toEqual([['a', ['attach', 'waive']]]);
});

it.each([
  ['$mod+k', false, ['Ctrl K']],
  ['$mod+k', true, ['⌘ K']],
  ['g q', false, ['g', 'q']],
  ['Shift+ArrowDown', false, ['Shift ↓']],
  ['?', false, ['?']],
])('%s is shown as people read it', (key, isMac, shown) => {
  expect(shownKey(key, isMac)).toEqual(shown);
});
