import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { staleSource } from './stale-source.js';

const cited = (text: string, ...issued: (string | null)[]) =>
  article([{ text, citations: issued.map((at, i) => citation(i + 1, { source: source(`s${i}`, { issued: at }) })) }]);

testRule(staleSource, {
  fires: [
    {
      name: 'the only source is older than the event',
      article: cited('The bridge opened in May 2031.', '2030-11-02'),
      findings: [
        {
          claim: 1,
          bearing: 'WEAK',
          severity: 'WARNING',
          message: /“May 2031”, and “Report s0” \[1\] was issued in 2030-11-02/,
        },
      ],
    },
    {
      name: 'all sources are older than the latest of its events',
      article: cited('It was planned in 2028, and it was opened on 3 May 2031.', '2028', '2030'),
      findings: [{ message: /the sources \[1, 2\] were issued/ }],
    },
  ],
  quiet: [
    {
      name: 'the source is of that year, and no more is known',
      article: cited('The bridge opened in May 2031.', '2031'),
    },
    { name: 'one source is younger', article: cited('The bridge opened in May 2031.', '2030', '2031-06') },
    { name: 'days begin elsewhere earlier', article: cited('The bridge opened on 3 May 2031.', '2031-05-02') },
    { name: 'it is to come', article: cited('The bridge will open in May 2031.', '2030') },
    { name: 'it would come', article: cited('The board said that the bridge would open in May 2031.', '2030') },
    { name: 'the date is a bound', article: cited('The board had time until May 2031.', '2030') },
    {
      name: 'the source is younger, of whatever else there is no date',
      article: cited('It opened in 2031.', '2031', null),
    },
    { name: 'the year is part of a name', article: cited('The city won the 2031 fair.', '2030') },
    { name: 'no date is told', article: cited('The bridge opened.', '2030') },
    { name: 'nothing usable is cited', article: article([{ text: 'It opened in 2031.', cites: [1] }]) },
  ],
  notAssessed: [
    {
      name: 'a source has no date',
      article: cited('It opened in 2031.', '2030', null),
      reason: /date of \[2\] is not known/,
    },
    {
      name: 'the article is in another language',
      article: { ...cited('Se oli auki 2031.', '2030'), language: 'fi' },
      reason: /“fi”/,
    },
  ],
});
