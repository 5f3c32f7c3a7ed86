import { MOST_SAVED, withSaved } from './saved-filters.js';

it('a filter is kept by its name, and replaces the one that has it', () => {
  const saved = withSaved(withSaved([], { name: 'Mine', address: 'assignee=me' }), {
    name: 'Law',
    address: 'desk=Law',
  });
  expect(saved.map(({ name }) => name)).toEqual(['Law', 'Mine']);
  expect(withSaved(saved, { name: 'Law', address: 'desk=Court' })[0]).toEqual({ name: 'Law', address: 'desk=Court' });
});

it('there are no more than can be looked through', () => {
  let saved = withSaved([], { name: 'a', address: '' });
  for (let at = 0; at < MOST_SAVED + 5; at++) saved = withSaved(saved, { name: `b${at}`, address: '' });
  expect(saved).toHaveLength(MOST_SAVED);
});
