import { changesOf } from './details.js';

it('tells what changed, and leaves out what stayed', () => {
  expect(
    changesOf({ role: 'READER', name: 'Ada', email: null }, { role: 'EDITOR', name: 'Ada', opened: ['a', 'b'] }),
  ).toEqual([
    { name: 'role', before: 'READER', after: 'EDITOR' },
    { name: 'opened', before: '', after: 'a, b' },
  ]);
});

it.each([
  [null, null, []],
  [null, { checkable: false }, [{ name: 'checkable', before: '', after: 'false' }]],
  [{ a: { b: 1 } }, null, [{ name: 'a', before: '{"b":1}', after: '' }]],
  ['x', 5, [{ name: 'value', before: 'x', after: '5' }]],
])('%j to %j', (before, after, changes) => expect(changesOf(before, after)).toEqual(changes));
