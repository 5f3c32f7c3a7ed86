import { checkCsl } from './csl-input.js';
import { InputCheck } from './input-check.js';
import { mergedRecord, readSource } from './source-input.js';

const COPY = 'https://web.archive.org/web/20310604093000/https://quay.example/f';

const faults = (csl: unknown): string[] => {
  const check = new InputCheck();
  checkCsl(csl, check);
  return check.found.map(({ message }) => message);
};

it.each<[unknown, string]>([
  [[], 'must be one object'],
  ['text', 'must be one object'],
  [{ title: 'x'.repeat(30_000) }, 'is larger than'],
  [{ title: 5 }, '"title" must be text'],
  [{ archive_location: {} }, '"archive_location" must be text'],
  [{ author: 'Okoro' }, '"author" must be a list'],
  [{ author: [null] }, '"author" must be a list'],
  [{ issued: '2031' }, '"issued" must be a date'],
  [{ accessed: { 'date-parts': [2031] } }, '"accessed" must be a date'],
  [{ issued: { literal: 2031 } }, '"issued" must be a date'],
])('CSL-JSON %j: %s', (csl, message) => expect(faults(csl)).toEqual([expect.stringContaining(message)]));

it.each([
  null,
  {},
  { issued: { raw: '2031' }, accessed: { 'date-parts': [['2031', 4]] } },
  { custom: { archived: 5, archiveUrl: 7, arxiv: [] } },
  { custom: null },
])('CSL-JSON %j is taken', (csl) => expect(faults(csl)).toEqual([]));

describe('the address of a copy', () => {
  it('is a copy of the page, which is what the source is known by', () => {
    const copy = {
      url: 'https://quay.example/f',
      archiveUrl: COPY,
      archivedAt: '2031-06-04',
      key: 'url:quay.example/f',
    };
    expect(readSource({ title: 'Ferries', url: COPY })).toMatchObject(copy);
    const known = readSource({ title: 'Ferries', url: 'https://quay.example/old' });
    expect(mergedRecord(known, { url: COPY })).toMatchObject(copy);
  });

  it('can be all that is known', () => {
    expect(readSource({ title: 'Ferries', url: 'https://perma.cc/AB12-CD34' })).toMatchObject({
      url: 'https://perma.cc/AB12-CD34',
      archiveUrl: 'https://perma.cc/AB12-CD34',
      key: 'url:perma.cc/AB12-CD34',
    });
  });

  it('comes back from CSL-JSON', () => {
    const csl = { archive_location: COPY, accessed: { 'date-parts': [[2031, 5, 3]] }, URL: 'https://quay.example/f' };
    expect(readSource({ csl })).toMatchObject({
      archiveUrl: COPY,
      accessed: '2031-05-03',
      url: 'https://quay.example/f',
    });
  });
});
