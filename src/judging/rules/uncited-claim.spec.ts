import { testRule } from '../rule-tester.js';
import { article, citation } from '../testing/builders.js';
import { uncitedClaim } from './uncited-claim.js';

const cited = { text: 'The ferry carries 300 cars a day to Orsa island.', cites: [1] };

testRule(uncitedClaim, {
  fires: [
    {
      name: 'a statement cites nothing',
      article: article(['Nine piers were rebuilt.']),
      findings: [{ claim: 1, bearing: 'MISSING', severity: 'ERROR', message: /“Nine piers were rebuilt.”/ }],
    },
    {
      name: 'a field with a value cites nothing',
      article: article([
        {
          text: 'Builder Okoro Works',
          block: 'FIELD',
          attribute: 'Builder',
          value: 'Okoro Works',
          valueState: 'PRESENT',
        },
      ]),
      findings: [{ bearing: 'MISSING' }],
    },
    {
      name: 'a marked sentence follows in its paragraph: a note',
      article: article([
        { text: 'The harbour was dredged.', blockIndex: 7 },
        { text: 'It took a year.', blockIndex: 7 },
        { text: 'Two ships did it.', blockIndex: 7, cites: [1, 2], line: 3 },
        { text: 'They left.', blockIndex: 7, line: 3 },
      ]),
      findings: [
        { claim: 1, bearing: 'WEAK', severity: 'NOTE', remedy: /\[1, 2\] on line 3/ },
        { claim: 2, bearing: 'WEAK', severity: 'NOTE' },
        { claim: 4, bearing: 'MISSING', severity: 'ERROR' },
      ],
    },
    {
      name: 'another cell of its row has a marker: that covers its own cell only',
      article: article([
        {
          text: 'Opened in spring',
          block: 'CELL',
          blockIndex: 3,
          attribute: 'Pier',
          column: 'North',
          valueState: 'PRESENT',
        },
        {
          text: 'Opened in autumn',
          block: 'CELL',
          blockIndex: 3,
          attribute: 'Pier',
          column: 'South',
          valueState: 'PRESENT',
          cites: [1],
        },
      ]),
      findings: [{ claim: 1, bearing: 'MISSING' }],
    },
    {
      name: 'the lede restates what is cited further down: a note that names the line',
      article: article([
        { text: 'A ferry carries 300 cars a day to Orsa island.', lede: true },
        'Nobody knew.',
        { ...cited, line: 40 },
      ]),
      findings: [
        { claim: 1, bearing: 'WEAK', severity: 'NOTE', remedy: /^Line 40 says the same and cites \[1\]/ },
        { claim: 2, bearing: 'MISSING', severity: 'ERROR' },
      ],
    },
    {
      name: 'the same is cited elsewhere, but it is no lede: an error whose remedy helps',
      article: article([cited, 'The ferry carries 300 cars a day to Orsa island.']),
      findings: [{ claim: 2, bearing: 'MISSING', severity: 'ERROR', remedy: /^Line 2 says the same/ }],
    },
    {
      name: 'the lede says something else than what is cited further down',
      article: article([{ text: 'Orsa island bans all cars in winter.', lede: true }, cited]),
      findings: [{ claim: 1, bearing: 'MISSING' }],
    },
  ],
  quiet: [
    { name: 'something is cited, be it a number that dangles', article: article([{ cites: [9] }]) },
    { name: 'all that is cited was rejected', article: article([{ citations: [citation(1, { state: 'REJECTED' })] }]) },
    { name: 'it is not checkable', article: article([{ checkable: false, notCheckable: 'speculation' }]) },
    {
      name: 'it is a gap, which has a rule of its own',
      article: article([
        { block: 'FIELD', attribute: 'Cost', value: '', valueState: 'BLANK' },
        { block: 'FIELD', attribute: 'Cost', value: 'TBD', valueState: 'UNDISCLOSED' },
        { text: 'It opened on.', valueState: 'ELIDED', holes: [{ span: { start: 0, end: 2 }, word: 'on' }] },
      ]),
    },
  ],
});
