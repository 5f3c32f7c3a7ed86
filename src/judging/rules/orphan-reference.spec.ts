import { testRule } from '../rule-tester.js';
import { article, reference, source } from '../testing/builders.js';
import { orphanReference } from './orphan-reference.js';

const entry = (number: number, used: { markerCount?: number; citationCount?: number }) =>
  reference(number, { source: source(`s${number}`), line: 20 + number, ...used });

testRule(orphanReference, {
  fires: [
    {
      name: 'nothing cites an entry: a finding on its line',
      article: article([{}], {
        references: [entry(1, { markerCount: 1, citationCount: 1 }), entry(2, {}), entry(3, {})],
      }),
      findings: [
        { claim: null, severity: 'NOTE', bearing: null, line: 22, message: /reference 2, “Report s2.”/ },
        { line: 23, remedy: /\[3\]/ },
      ],
    },
    {
      name: 'the same work is cited under another number: this one is listed for nothing',
      article: article([{}], {
        references: [
          reference(1, { source: source('w'), text: 'Report w. Port Office, 2030.', markerCount: 1 }),
          reference(2, { source: source('w') }),
        ],
      }),
      findings: [{ message: /reference 2/ }],
    },
  ],
  quiet: [
    { name: 'a heading or caption cites it', article: article([{}], { references: [entry(1, { markerCount: 1 })] }) },
    { name: 'an editor attached it', article: article([{}], { references: [entry(1, { citationCount: 1 })] }) },
    {
      name: 'a short note that is cited names it',
      article: article([{}], {
        references: [
          reference(1, { source: source('w'), text: 'Okoro 1998, p. 12.', markerCount: 1, citationCount: 1 }),
          reference(2, { source: source('w') }),
        ],
      }),
    },
    { name: 'the number is cited and not listed', article: article([{ cites: [1] }]) },
  ],
});
