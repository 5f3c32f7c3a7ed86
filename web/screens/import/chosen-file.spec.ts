import { isCollection, readFile, textOf } from './chosen-file.js';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);

it('reads text as UTF-8, as UTF-16 by its mark, and else as Windows wrote it', () => {
  expect(textOf(new TextEncoder().encode('Fähre'))).toBe('Fähre');
  expect(textOf(bytes(0xff, 0xfe, 0x46, 0x00, 0xe4, 0x00))).toBe('Fä');
  expect(textOf(bytes(0x46, 0xe4))).toBe('Fä');
});

it('reads a page as it says of itself, and one that says nonsense all the same', () => {
  const page = (label: string): Uint8Array => bytes(...Buffer.from(`<meta charset="${label}">`), 0xe1);
  expect(textOf(page('iso-8859-2')).at(-1)).toBe('á');
  expect(textOf(page('nonsense')).at(-1)).toBe('á');
});

it('sends words of a text, bytes of a document, and several articles as a collection', async () => {
  expect(await readFile(new File(['# A'], 'a.md'))).toEqual({ as: 'article', content: '# A' });
  expect(await readFile(new File(['%PDF-1.7'], 'unnamed'))).toEqual({ as: 'article', contentBase64: btoa('%PDF-1.7') });
  expect(await readFile(new File(['{}'], 'a.JSON'))).toEqual({ as: 'article', contentBase64: btoa('{}') });
  expect(await readFile(new File(['a,b'], 'a.csv'))).toEqual({
    as: 'collection',
    contentBase64: btoa('a,b'),
    format: 'CSV',
  });
  expect(isCollection('2031.ZIP')).toBe(true);
  expect(isCollection('zip')).toBe(false);
});

it('takes files that are larger than a call has arguments', async () => {
  const large = await readFile(new File([new Uint8Array(200_000)], 'a.pdf'));
  expect('contentBase64' in large && atob(large.contentBase64).length).toBe(200_000);
});
