import { publisherNameKey, registeredDomain } from './publishers.js';

it.each<[string, string | null]>([
  ['quay.example', 'quay.example'],
  ['www.News.quay.example.', 'quay.example'],
  ['news.quay.co.uk', 'quay.co.uk'],
  ['quay.gov.au', 'quay.gov.au'],
  ['co.uk', null],
  ['localhost', null],
  ['192.0.2.1', null],
])('the registered domain of %s is %s', (host, domain) => {
  expect(registeredDomain(host)).toBe(domain);
});

it.each([
  ['The Quay Post, Ltd.', 'quay post'],
  ['Quay Holding Co. Inc.', 'quay holding'],
  ['The', 'the'],
  ['AG', 'ag'],
  ['’', ''],
])('%s is known as "%s"', (name, key) => {
  expect(publisherNameKey(name)).toBe(key);
});
