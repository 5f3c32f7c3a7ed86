import { changesOf } from './changes.js';

it('tells what changed, and leaves out what stayed', () => {
  expect(
    changesOf({ role: 'READER', name: 'Ada', program: null }, { role: 'EDITOR', name: 'Ada', domains: ['a', 'b'] }),
  ).toEqual([
    { name: 'role', before: 'READER', after: 'EDITOR' },
    { name: 'domains', before: undefined, after: ['a', 'b'] },
  ]);
});

it('leaves out what says nothing to people, and what is empty', () =>
  expect(changesOf(null, { citationId: 'x', fingerprint: 'f', opened: [], note: '', quote: 'So.' })).toEqual([
    { name: 'quote', before: undefined, after: 'So.' },
  ]));

it('tells of a record field by field', () =>
  expect(changesOf({ csl: { title: 'A', type: 'book' } }, { csl: { title: 'B', type: 'book' } })).toEqual([
    { name: 'csl.title', before: 'A', after: 'B' },
  ]));

it('leaves out the words of the server where a code says the same', () => {
  const [code, words] = [{ code: 'OUTDATED', values: { reviews: 1 } }, 'to be looked at again'];
  expect(changesOf({ revision: 1 }, { notices: [words], noticed: [code], revision: 2 })).toEqual([
    { name: 'revision', before: 1, after: 2 },
    { name: 'noticed', before: undefined, after: [code] },
  ]);
  expect(changesOf(null, { notices: [words] })).toEqual([{ name: 'notices', before: undefined, after: [words] }]);
  // What was noted before there were codes is told beside them.
  const links = changesOf({ problem: 'a answers 500' }, { problem: 'a answers 410', problemCode: 'HTTP_STATUS' });
  expect(links.map(({ name }) => name)).toEqual(['problem', 'problemCode']);
});

it.each([
  [null, null, []],
  [null, { checkable: false }, [{ name: 'checkable', before: undefined, after: false }]],
  ['x', 5, [{ name: 'value', before: 'x', after: 5 }]],
])('%j to %j', (before, after, changes) => expect(changesOf(before, after)).toEqual(changes));
