import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { comparedCitation, placed, quoteMatch } from '../testing/comparisons.js';
import { quoteUnverifiable } from './quote-unverifiable.js';

const QUOTE = 'It would open in May';
const absent = quoteMatch(QUOTE, { result: 'NOT_FOUND' });
const one = (comparison: Parameters<typeof comparedCitation>[1], parts = {}) =>
  article([{ text: 'The tram is late.', citations: [comparedCitation(1, comparison, { quote: QUOTE, ...parts })] }]);

testRule(quoteUnverifiable, {
  fires: [
    {
      name: 'the source has no snapshot',
      article: one({ state: 'NO_SNAPSHOT' }),
      findings: [
        { claim: 1, severity: 'NOTE', bearing: null, message: /cannot be looked up: there is no snapshot of \[1\]/ },
      ],
    },
    {
      name: 'a part of the source lacks it',
      article: one({ extent: 'PARTIAL', quotes: [absent] }),
      findings: [{ message: /only a part of \[1\] is at hand/ }],
    },
    {
      name: 'the snapshot has no words, and another source has the quote',
      article: one({
        extent: 'EMPTY',
        quotes: [{ ...absent, elsewhere: [{ source: 's2', label: '2', place: placed(QUOTE) }] }],
      }),
      findings: [{ message: /has no words; \[2\] has it$/ }],
    },
  ],
  quiet: [
    { name: 'a part of the source has it', article: one({ extent: 'PARTIAL', quotes: [quoteMatch(QUOTE)] }) },
    { name: 'the whole source lacks it', article: one({ quotes: [absent] }) },
    { name: 'there is no quote', article: one({ state: 'NO_SNAPSHOT' }, { quote: null }) },
    { name: 'the quote has no words', article: one({ extent: 'PARTIAL' }, { quote: '…' }) },
    { name: 'the citation was rejected', article: one({ state: 'NO_SNAPSHOT' }, { state: 'REJECTED' }) },
    {
      name: 'nobody keeps snapshots',
      article: article([{ citations: [citation(1, { source: source('a'), quote: QUOTE })] }]),
    },
  ],
  notAssessed: [{ name: 'it was not compared yet', article: one({ state: 'PENDING' }), reason: /not been compared/ }],
});
