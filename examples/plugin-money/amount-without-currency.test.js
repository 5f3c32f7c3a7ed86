import { describe, it } from 'node:test';
import { read, testRule } from 'obelus/rule-tester';
import { amountWithoutCurrency } from './amount-without-currency.js';

/** An article of one paragraph. */
const saying = (sentence) => read(`# The bridge\n\n## Building\n\n${sentence}\n`);

/** An article with a table of facts. */
const fact = (label, value) => read(`# The bridge\n\n| Item | Detail |\n| --- | --- |\n| ${label} | ${value} |\n`);

testRule(
  amountWithoutCurrency,
  {
    fires: [
      {
        name: 'a price is a bare number',
        article: saying('The bridge cost nearly 4 million.'),
        findings: [{ claim: 1, severity: 'WARNING', line: 5, message: /“4 million” is an amount/ }],
      },
      {
        name: 'a sum stands before a time',
        article: saying('The city paid 350,000 in 2031 [1].'),
        findings: [{ message: /“350,000”/, remedy: /Name the currency of 350,000/ }],
      },
      {
        name: 'a field holds a bare number',
        article: fact('Budget', '4 million'),
        findings: [{ message: /“4 million”/ }],
      },
    ],
    quiet: [
      { name: 'a sign stands before it', article: saying('The bridge cost €4 million.') },
      { name: 'a word stands behind it', article: saying('The bridge cost 4 million euros.') },
      { name: 'the currency stands elsewhere in the claim', article: saying('In euros, it cost 4 million in 2031.') },
      { name: 'something else is counted', article: saying('The closure cost 300 jobs.') },
      { name: 'nothing is paid', article: saying('The bridge is 4 million years younger than the rock.') },
      { name: 'the field names it', article: fact('Budget (EUR)', '4 million') },
      { name: 'the field is about something else', article: fact('Length in metres', '400') },
    ],
  },
  { describe, it },
);
