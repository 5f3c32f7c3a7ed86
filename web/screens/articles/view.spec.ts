import { viewOf } from './view.js';

const of = (address: string) => viewOf(new URLSearchParams(address));

it('all articles that are not archived, those that changed last first', () => {
  expect(of('')).toEqual({ text: '', desk: null, isArchived: false, order: 'UPDATED', filter: {} });
});

it('an address says which, and how', () => {
  expect(of('text=port&desk=City&archived=&order=title')).toMatchObject({
    order: 'TITLE',
    filter: { title: 'port', desk: 'City', archived: true },
  });
});

it('what an address cannot say is left out', () => {
  expect(of('desk=&order=upwards')).toMatchObject({ order: 'UPDATED', filter: {} });
});
