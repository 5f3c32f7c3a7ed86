import { withoutLeadIn } from './lead-ins.js';

describe('a claim without its lead-in', () => {
  it.each([
    ['However, the ferry runs.', 'the ferry runs.'],
    ['In addition, it is important to note that the ferry runs.', 'the ferry runs.'],
    ["It's also worth noting that the ferry runs.", 'the ferry runs.'],
    ['4. Turn the valve.', 'Turn the valve.'],
    ['• **Harrow Quay**: ten berths', 'Harrow Quay: ten berths'],
    ['- (b) Trams are free.', 'Trams are free.'],
    ['## The `ferry` runs', 'The ferry runs'],
  ])('%s', (claim, left) => {
    expect(withoutLeadIn(claim)).toBe(left);
  });

  it.each([
    '4.5 million people live there.',
    '1984 was a cold year.',
    'The ferry, however, runs.',
    'According to the harbour master, the ferry runs.',
    'Thus spoke the harbour master.',
    '-5 degrees were measured.',
    'It is important that the ferry runs.',
    'snake_case__name',
    '**',
    '',
  ])('leaves %j as it is', (claim) => {
    expect(withoutLeadIn(claim)).toBe(claim);
  });
});
