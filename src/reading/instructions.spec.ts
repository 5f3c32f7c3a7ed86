import { ENGLISH } from '../languages/en.js';
import { isInstruction, listsInstructions } from './instructions.js';

describe('isInstruction', () => {
  it.each([
    'Back up first.',
    'Export your timetable before you leave.',
    'Step 2: Choose a seat.',
    'Do not open the valve.',
    'Check doors are locked.',
    'Check whether your ticket is valid.',
    'Read the notes.',
    'Find files created by the tool.',
    'Print the form.',
    'File the form with the city.',
    'Point your browser at the page.',
  ])('%s', (text) => expect(isInstruction(text, ENGLISH)).toBe(true));

  it.each([
    'Write throughput is up 38%',
    'Read latency fell 12%',
    'Build times dropped',
    'Check fees are $2',
    'Open interest rose 5%',
    'Export duties of 4% are due.',
    'Use of the pier fell.',
    'File sizes fell 4%',
    'Print runs are $2',
    'Back in 2031 the pier closed.',
  ])('no instruction: %s', (text) => expect(isInstruction(text, ENGLISH)).toBe(false));
});

describe('listsInstructions', () => {
  it.each<[boolean, string[]]>([
    [true, ['Promote the tram', 'Inspire, recruit and train drivers', 'Build more lines']],
    [false, ['Promote the tram', 'Represent the drivers']],
    [false, ['Support for drivers rose', 'Build more lines']],
    [false, ['Build more lines']],
  ])('%s: %j', (expected, items) => expect(listsInstructions(items, ENGLISH)).toBe(expected));
});
