import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { titleAsQuote } from './title-as-quote.js';

const quoting = (quote: string | null, title: string | null, state: 'PROPOSED' | 'REJECTED' = 'PROPOSED') =>
  article([{ citations: [citation(1, { quote, state, source: source('a', { title }) })] }]);

testRule(titleAsQuote, {
  fires: [
    {
      name: 'the quote is the title, in other quotation marks and case',
      article: quoting('“CITY to buy 40 “quiet” trams”', 'City to buy 40 "quiet" trams'),
      findings: [{ claim: 1, bearing: 'WEAK', severity: 'WARNING', message: /on \[1\] is the title of its source/ }],
    },
    {
      name: 'the title ends with the name of the paper',
      article: quoting('City to buy forty quiet harbour trams', 'City to buy forty quiet harbour trams – Courier'),
      findings: [{}],
    },
    {
      name: 'the quote adds the name of the paper to the title',
      article: quoting('City to buy forty quiet harbour trams | Courier', 'City to buy forty quiet harbour trams'),
      findings: [{}],
    },
  ],
  quiet: [
    { name: 'the quote is a passage', article: quoting('The council voted to buy 40 trams.', 'City to buy 40 trams') },
    {
      name: 'it is a few words of a long title',
      article: quoting('40 trams', 'City to buy 40 trams and to sell its old ones'),
    },
    {
      name: 'a passage holds a short title',
      article: quoting('The harbour tram is late every Monday', 'The harbour tram'),
    },
    { name: 'the citation is rejected', article: quoting('A title', 'A title', 'REJECTED') },
    { name: 'the source has no title', article: quoting('City to buy 40 trams', null) },
    { name: 'there is no quote', article: quoting(null, 'City to buy 40 trams') },
    { name: 'the quote is blank', article: quoting(' “” ', '…') },
  ],
});
