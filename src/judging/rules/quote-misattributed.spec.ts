import type { QuoteMatch } from '../comparison.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { comparedCitation, placed, quoteMatch } from '../testing/comparisons.js';
import { quoteMisattributed } from './quote-misattributed.js';

const QUOTE = 'It would open in May';
const elsewhere = (parts: Partial<QuoteMatch> = {}): QuoteMatch =>
  quoteMatch(QUOTE, {
    result: 'NOT_FOUND',
    elsewhere: [{ source: 's3', label: '3', place: placed(QUOTE) }],
    ...parts,
  });
const one = (match: QuoteMatch, parts = {}) =>
  article([
    { text: 'The tram is late.', citations: [comparedCitation(1, { quotes: [match], ...parts }, { quote: QUOTE })] },
  ]);

testRule(quoteMisattributed, {
  fires: [
    {
      name: 'another source has the quote',
      article: one(elsewhere()),
      findings: [
        {
          claim: 1,
          severity: 'ERROR',
          bearing: 'WEAK',
          message: /not word for word in \[1\], and is so in \[3\]/,
          remedy: /^Cite \[3\]/,
        },
      ],
    },
    {
      name: 'this one has it in other words, and another word for word, though a part of this is at hand',
      article: one(elsewhere({ result: 'NEAR', place: placed('It would open by May') }), { extent: 'PARTIAL' }),
      findings: [{ message: /\[3\]/ }],
    },
    {
      name: 'a source that the claim does not cite has its quotation',
      article: article([
        { text: `“${QUOTE},” she said.`, citations: [comparedCitation(1, { quotes: [elsewhere({ of: 'CLAIM' })] })] },
      ]),
      findings: [{ message: /^The quotation “It would open in May”/ }],
    },
  ],
  quiet: [
    { name: 'the source has it, too', article: one(quoteMatch(QUOTE)) },
    { name: 'nobody has it', article: one(quoteMatch(QUOTE, { result: 'NOT_FOUND' })) },
    { name: 'the rest of the source may have it', article: one(elsewhere(), { extent: 'SHORT' }) },
    {
      name: 'nobody keeps snapshots',
      article: article([{ citations: [citation(1, { source: source('a'), quote: QUOTE })] }]),
    },
    {
      name: 'a quotation is in another source that the claim cites',
      article: article([
        {
          text: `“${QUOTE},” she said.`,
          citations: [
            comparedCitation(1, { quotes: [elsewhere({ of: 'CLAIM' })] }),
            comparedCitation(3, { quotes: [quoteMatch(QUOTE, { of: 'CLAIM' })] }),
          ],
        },
      ]),
    },
    {
      name: 'one of the cited sources was not compared yet',
      article: article([
        {
          text: `“${QUOTE},” she said.`,
          citations: [
            comparedCitation(1, { quotes: [elsewhere({ of: 'CLAIM' })] }),
            comparedCitation(2, { state: 'PENDING' }),
          ],
        },
      ]),
    },
  ],
});
