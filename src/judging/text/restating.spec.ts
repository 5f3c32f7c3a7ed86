import type { Claim } from '../evidence.js';
import { article, type ClaimParts } from '../testing/builders.js';
import { restating } from './restating.js';

const claimsOf = (...parts: (ClaimParts | string)[]): Claim[] => [...article(parts).claims];

/** Of claims of other articles, those that restate the first. */
function found(own: ClaimParts | string, others: (ClaimParts | string)[], language: string | null = 'en'): string[] {
  return restating(claimsOf(own)[0]!, claimsOf(...others), language).map(({ text }) => text);
}

const cell = (attribute: string, column: string, text: string): ClaimParts => ({
  block: 'CELL',
  attribute,
  column,
  text,
  value: text,
  valueState: 'PRESENT',
});

describe('restating', () => {
  it('has the most alike first', () => {
    const others = [
      'Pilots board every barge at dawn.',
      'Freight and mail are carried to Orsa by the night ferry.',
      'The night ferry carries freight to Orsa.',
    ];
    expect(found('The night ferry carries freight to Orsa.', others)).toEqual([others[2], others[1]]);
  });

  it.each([
    ['a denial', 'The night ferry does not carry 200 cars to Orsa.'],
    ['another figure', 'The night ferry carries 300 cars to Orsa.'],
    ['another name', 'The night ferry carries 200 cars to Lund.'],
  ])('leaves out %s', (_, other) => {
    expect(found('The night ferry carries 200 cars to Orsa.', [other])).toEqual([]);
  });

  it('finds a claim that joins it to another statement, but not two that only share one', () => {
    const joined = 'While ferries run daily to the northern islands, trams stop at nine.';
    const other = 'While ferries run daily to the northern islands, buses need a second ticket.';
    expect(found('Ferries run daily to the northern islands.', [joined])).toEqual([joined]);
    expect(found(joined, [other])).toEqual([]);
  });

  it('tells cells by their labels, in whatever row of whatever table they stand', () => {
    const own = cell('Opening hours of the museum', 'Winter', 'Nine to four');
    const others = [
      cell('Opening hours of the museum', 'Winter', 'Nine to four'),
      cell('Opening hours of the bath', 'Winter', 'Nine to four'),
    ];
    expect(restating(claimsOf(own)[0]!, claimsOf(...others), 'en').map(({ attribute }) => attribute)).toEqual([
      'Opening hours of the museum',
    ]);
  });

  it('compares in other languages, where no word is known to be rare', () => {
    const own = 'Die Fähre bringt nachts Fracht nach Orsa.';
    expect(found(own, [own, 'Die Fähre bringt morgens Post nach Lund.'], 'de')).toEqual([own]);
  });

  it('finds nothing for a claim that says nothing to compare', () => {
    expect(found({ text: 'Nobody was hurt.', checkable: false }, ['Nobody was hurt.'])).toEqual([]);
    expect(found('The night ferry carries freight.', [])).toEqual([]);
  });
});
