import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { missingQuote } from './missing-quote.js';

const a = citation(1, { source: source('a') });
const quoting = citation(2, { source: source('b'), quote: 'It runs daily.' });

testRule(missingQuote, {
  fires: [
    {
      name: 'a claim of high priority has evidence and no quote',
      article: article([{ text: 'Trams run at night.', priority: 'HIGH', citations: [a] }]),
      findings: [
        { claim: 1, bearing: null, severity: 'NOTE', message: /^“Trams run at night.” has no quote from \[1\]$/ },
      ],
    },
    {
      name: 'the quote is on a citation that was rejected',
      article: article([{ priority: 'HIGH', citations: [a, { ...quoting, state: 'REJECTED' }] }]),
      findings: [{ message: /from \[1\]$/ }],
    },
  ],
  quiet: [
    { name: 'one of its sources is quoted', article: article([{ priority: 'HIGH', citations: [a, quoting] }]) },
    {
      name: 'the note beside it quotes',
      article: article([{ priority: 'HIGH', evidenceNote: 'It says “a tram runs daily”.', citations: [a] }]),
    },
    { name: 'the claim is like any other', article: article([{ citations: [a] }]) },
    { name: 'nothing usable is cited', article: article([{ priority: 'HIGH', cites: [1] }]) },
    { name: 'its value is missing', article: article([{ priority: 'HIGH', valueState: 'BLANK', citations: [a] }]) },
  ],
});
