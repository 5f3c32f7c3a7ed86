import { publisherNameKey } from './publishers.js';

it.each([
  ['The Quay Post, Ltd.', 'quay post'],
  ['Quay Holding Co. Inc.', 'quay holding'],
  ['The', 'the'],
  ['AG', 'ag'],
  ['’', ''],
])('%s is known as "%s"', (name, key) => {
  expect(publisherNameKey(name)).toBe(key);
});
