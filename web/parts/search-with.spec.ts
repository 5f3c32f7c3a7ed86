import { searchWith } from './search-with.js';

it.each([
  ['', {}, ''],
  ['?claim=c1&rule=old', { rule: null, desk: 'Law & order' }, 'claim=c1&desk=Law+%26+order'],
  ['claim=c1', { claim: 'c2' }, 'claim=c2'],
  ['?open', { open: '' }, 'open='],
  ['?a=1&a=2', { b: null }, 'a=1&a=2'],
])('%s with %j says %s', (search, changes, said) => expect(searchWith(search, changes)).toBe(said));
