import { labelsBefore, registeredDomain } from './domains.js';

it.each<[string, string | null]>([
  ['quay.example', 'quay.example'],
  ['www.News.quay.example.', 'quay.example'],
  ['news.bbc.co.uk', 'bbc.co.uk'],
  ['quay.gov.au', 'quay.gov.au'],
  ['ada.github.io', 'ada.github.io'],
  ['www.ada.github.io', 'ada.github.io'],
  ['quayblog.wordpress.com', 'quayblog.wordpress.com'],
  ['city.quay.k12.ca.us', 'quay.k12.ca.us'],
  ['co.uk', null],
  ['github.io', null],
  ['localhost', null],
  ['192.0.2.1', null],
  ['[2001:db8::1]', null],
  ['', null],
])('the registered domain of %s is %s', (host, domain) => expect(registeredDomain(host)).toBe(domain));

it('tells what stands before it', () => {
  expect(labelsBefore('en.m.wikipedia.org')).toEqual(['en', 'm']);
  expect(labelsBefore('bbc.co.uk')).toEqual([]);
});
