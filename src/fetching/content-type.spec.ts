import { contentTypeOf } from './content-type.js';

describe('a header Content-Type', () => {
  it.each<[string | undefined, string | null, string | null]>([
    ['text/html', 'text/html', null],
    ['Text/HTML; Charset="UTF-8"', 'text/html', 'utf-8'],
    [' application/ld+json ; profile=x; charset = iso-8859-1', 'application/ld+json', 'iso-8859-1'],
    ['html', null, null],
    ['text/html, text/plain', null, null],
    ['', null, null],
    [undefined, null, null],
  ])('%j', (header, mediaType, charset) => expect(contentTypeOf(header)).toEqual({ mediaType, charset }));
});
