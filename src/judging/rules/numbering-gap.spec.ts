import { testRule } from '../rule-tester.js';
import { article, reference } from '../testing/builders.js';
import { numberingGap } from './numbering-gap.js';

testRule(numberingGap, {
  fires: [
    {
      name: 'numbers are left out: one finding that names them all',
      article: article([{ cites: [2, 3, 6, 9] }]),
      findings: [{ claim: null, severity: 'NOTE', bearing: null, message: /up to 9, and 1, 4–5 and 7–8 are neither/ }],
    },
    {
      name: 'one number is left out between cited and listed ones',
      article: article([{ cites: [1, 3] }], {
        references: [reference(1), reference(3), reference(4, { text: 'A map' })],
      }),
      findings: [{ message: /and 2 is neither/ }],
    },
    {
      name: 'a number is absurdly high: it costs no more than another',
      article: article([{ cites: [1, 2_000_000_000] }]),
      findings: [{ message: /2–1999999999/ }],
    },
  ],
  quiet: [
    {
      name: 'a listed number fills the gap',
      article: article([{ cites: [1, 3] }], { references: [1, 2, 3].map((n) => reference(n)) }),
    },
    {
      name: 'notes have names, which have no order',
      article: article([{}], { references: [reference(4, { label: 'okoro' })] }),
    },
    {
      name: 'notes with letters and words stand beside the numbers',
      article: article([{ cites: [1, 2] }], {
        references: [
          ...[1, 2].map((n) => reference(n)),
          ...['a', 'note 1', 'Okoro 2031'].map((label, i) => reference(21 + i, { label })),
        ],
      }),
    },
    { name: 'nothing is cited or listed', article: article([{}]) },
  ],
});
