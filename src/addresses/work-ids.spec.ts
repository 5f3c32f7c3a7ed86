import { arxivOfDoi, doiIn, trimAddress } from './work-ids.js';

it.each<[string, string | null]>([
  ['10.5555/ABC.1', '10.5555/abc.1'],
  ['doi: 10.5555/abc.1.', '10.5555/abc.1'],
  ['(doi:10.5555/abc.1)', '10.5555/abc.1'],
  ['https://doi.org/10.5555/abc.1', '10.5555/abc.1'],
  ['https://dx.doi.org/10.5555/abc.1?nosfx=y', '10.5555/abc.1'],
  ['https://doi.org/10.5555%2FABC.1', '10.5555/abc.1'],
  ['https://doi.org/10.5555/full', '10.5555/full'],
  ['https://link.press.example/article/10.5555/abc.1#Sec2', '10.5555/abc.1'],
  ['https://press.example/doi/full/10.5555/abc.1', '10.5555/abc.1'],
  ['https://press.example/articles/10.5555/abc.1/full', '10.5555/abc.1'],
  ['https://press.example/doi/pdf/10.5555/abc.1.pdf', '10.5555/abc.1'],
  ['https://preprints.example/content/10.5555/2031.04.02.123456v2.full', '10.5555/2031.04.02.123456'],
  ['https://preprints.example/content/10.5555/2031.04.02.123456v2.full.pdf', '10.5555/2031.04.02.123456'],
  ['https://press.example/article?id=10.5555/abc.1&type=x', '10.5555/abc.1'],
  ['https://press.example/10', null],
  ['', null],
])('the DOI in %j is %j', (text, doi) => expect(doiIn(text)).toBe(doi));

it('knows the DOIs of preprints', () => {
  expect(arxivOfDoi('10.48550/arXiv.2101.00001v2')).toBe('2101.00001');
  expect(arxivOfDoi('10.5555/abc.1')).toBeNull();
});

it.each([
  ['https://quay.example/a).', 'https://quay.example/a'],
  ['https://quay.example/a_(b)', 'https://quay.example/a_(b)'],
  ['…', ''],
])('%s ends as %s', (printed, address) => expect(trimAddress(printed)).toBe(address));
