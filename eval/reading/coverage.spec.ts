import { coveredBy } from './coverage.js';

const TAG = '<CITATION_MARKER>';
const tagged = (marker: string) => `${TAG}${marker}${TAG.replace('<', '</')}`;

describe('which sentences a marker covers, as Obelus reads them', () => {
  it.each([
    [
      'its own',
      ['Ferries run late.', `Nine piers were rebuilt [2, ${tagged('4')}].`, 'Two are shut [5].'],
      [false, true, false],
    ],
    [
      'the one before, when it stands alone',
      ['Nine piers were rebuilt.', `[${tagged('4')}].`, 'Two are shut.'],
      [true, false, false],
    ],
    [
      'its own, when the list of raised numbers around it lost its markup',
      ['Ferries run late.3', `Nine piers were rebuilt.2,${tagged('4')}–7,12`, 'Two are shut.'],
      [false, true, false],
    ],
    [
      'its own, when it lost its brackets',
      ['Ferries run late.', `Nine piers were rebuilt.${tagged('4')}`],
      [false, true],
    ],
    [
      'its own, when it is a name and a year',
      [`Nine piers were rebuilt (${tagged('Okoro, 2031')}).`, 'Two are shut.'],
      [true, false],
    ],
    ['none, when there is none', ['Ferries run late.', 'Two are shut.'], [false, false]],
  ])('%s', (_, sentences, covered) => {
    expect(coveredBy(sentences)).toEqual(covered);
  });
});
