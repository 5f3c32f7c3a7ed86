import type { Compared } from '../comparison.js';
import type { Citation } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { comparedCitation, placed, quoteMatch } from '../testing/comparisons.js';
import { quoteNotFound } from './quote-not-found.js';

const QUOTE = 'It will open in May';
const near = quoteMatch(QUOTE, {
  result: 'NEAR',
  place: placed('It would open in May'),
  differences: [{ quote: 'will', source: 'would' }],
});
const absent = quoteMatch(QUOTE, { result: 'NOT_FOUND' });
const elsewhere = quoteMatch(QUOTE, {
  result: 'NOT_FOUND',
  elsewhere: [{ source: 's2', label: '2', place: placed(QUOTE) }],
});
const cited = (number: number, comparison: Partial<Omit<Compared, 'state'>>, parts: Partial<Citation> = {}): Citation =>
  comparedCitation(number, comparison, { quote: QUOTE, ...parts });
const claiming = (...citations: Citation[]) => article([{ text: 'The tram is late.', citations }]);

const SAID = 'We never saw the plans';
const said = (result: 'VERBATIM' | 'NEAR' | 'NOT_FOUND') => ({
  quotes: [
    quoteMatch(SAID, { of: 'CLAIM', result, place: result === 'NOT_FOUND' ? null : placed('We never saw a plan') }),
  ],
});
const saying = (...citations: Citation[]) => article([{ text: `“${SAID},” the mayor said.`, citations }]);

testRule(quoteNotFound, {
  fires: [
    {
      name: 'a quote is nowhere in its source',
      article: claiming(cited(1, { quotes: [absent] })),
      findings: [
        {
          claim: 1,
          severity: 'ERROR',
          bearing: 'WEAK',
          message: /“It will open in May” on “The tram is late.” is not found in \[1\]/,
        },
      ],
    },
    {
      name: 'a word is another one there: a warning that shows both',
      article: claiming(cited(1, { quotes: [near] })),
      findings: [
        {
          severity: 'WARNING',
          message: /\[1\], which has “would” in place of “will”/,
          remedy: /“It would open in May”/,
        },
      ],
    },
    {
      name: 'words are left out there, or put in',
      article: claiming(
        cited(1, {
          quotes: [
            {
              ...near,
              differences: [
                { quote: 'not', source: '' },
                { quote: '', source: 'perhaps' },
              ],
            },
          ],
        }),
      ),
      findings: [{ message: /has no “not” and “perhaps” besides$/ }],
    },
    {
      name: 'a part of the source nearly has it',
      article: claiming(cited(1, { extent: 'PARTIAL', quotes: [near] })),
      findings: [{ severity: 'WARNING' }],
    },
    {
      name: 'a person accepted the citation: the quote is wrong all the same',
      article: claiming(cited(1, { quotes: [absent] }, { state: 'ACCEPTED', basis: 'REVIEWED' })),
      findings: [{ bearing: 'WEAK' }],
    },
    {
      name: 'two citations have quotes that are not found: one each',
      article: claiming(cited(1, { quotes: [absent] }), cited(2, { quotes: [absent] })),
      findings: [{ message: /in \[1\]/ }, { message: /in \[2\]/ }],
    },
    {
      name: 'no cited source has a quotation of the claim: a warning',
      article: saying(comparedCitation(1, said('NOT_FOUND')), comparedCitation(2, said('NOT_FOUND'))),
      findings: [{ severity: 'WARNING', message: /The quotation “We never saw the plans” is not found in \[1, 2\]/ }],
    },
    {
      name: 'a cited source nearly has a quotation of the claim, whatever the others are',
      article: saying(comparedCitation(1, { state: 'PENDING' }), comparedCitation(2, said('NEAR'))),
      findings: [{ severity: 'WARNING', message: /not word for word in \[2\]/ }],
    },
  ],
  quiet: [
    { name: 'the source has it', article: claiming(cited(1, { quotes: [quoteMatch(QUOTE)] })) },
    { name: 'another source has it, which another rule tells', article: claiming(cited(1, { quotes: [elsewhere] })) },
    { name: 'there is no quote', article: claiming(comparedCitation(1, {})) },
    { name: 'the citation was rejected', article: claiming(cited(1, { quotes: [absent] }, { state: 'REJECTED' })) },
    { name: 'nobody keeps snapshots', article: claiming(citation(1, { source: source('a'), quote: QUOTE })) },
    { name: 'the number dangles', article: claiming(citation(1, { quote: QUOTE })) },
    {
      name: 'one of the cited sources has a quotation of the claim',
      article: saying(comparedCitation(1, said('NOT_FOUND')), comparedCitation(2, said('VERBATIM'))),
    },
  ],
  notAssessed: [
    {
      name: 'a part of the source lacks it',
      article: claiming(cited(1, { extent: 'PARTIAL', quotes: [absent] })),
      reason: /only a part of \[1\]/,
    },
    {
      name: 'it was not compared yet',
      article: claiming(comparedCitation(1, { state: 'PENDING' }, { quote: QUOTE })),
      reason: /yet/,
    },
    {
      name: 'one of several sources that may have the quotation has no snapshot',
      article: saying(comparedCitation(1, said('NOT_FOUND')), comparedCitation(2, { state: 'NO_SNAPSHOT' })),
      reason: /no snapshot of \[2\]/,
    },
  ],
});
