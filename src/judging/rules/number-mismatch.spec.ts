import type { Compared, MissingWords } from '../comparison.js';
import type { Citation } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { comparedCitation, missing } from '../testing/comparisons.js';
import { numberMismatch } from './number-mismatch.js';

const lacking = (...all: MissingWords[]): Partial<Omit<Compared, 'state'>> => ({
  figures: { stated: 2, missing: all },
});
const claiming = (...citations: Citation[]) =>
  article([{ text: 'The tram cost 12 million crowns in 2032.', citations }]);
const cost = missing('12 million');
const year = missing('2032', { kind: 'YEAR' });

testRule(numberMismatch, {
  fires: [
    {
      name: 'the source has one figure of the claim not',
      article: claiming(comparedCitation(1, lacking(year))),
      findings: [
        {
          claim: 1,
          severity: 'WARNING',
          bearing: 'WEAK',
          message: /^“2032” of “The tram cost 12 million.*” is not in \[1\]$/,
        },
      ],
    },
    {
      name: 'several are lacking, and the passage has others',
      article: claiming(comparedCitation(1, lacking({ ...cost, instead: '11 million' }, year))),
      findings: [{ message: /^“12 million” and “2032” of .* are not in \[1\]; it has “11 million” where/ }],
    },
    {
      name: 'none of several sources has it',
      article: claiming(comparedCitation(1, lacking(cost, year)), comparedCitation(2, lacking(year))),
      findings: [{ message: /^“2032” of .* is not in any of the 2 sources \[1, 2\]$/ }],
    },
  ],
  quiet: [
    { name: 'the source has all of them', article: claiming(comparedCitation(1, lacking())) },
    {
      name: 'a name is lacking',
      article: claiming(comparedCitation(1, lacking(missing('Harrow Quay', { kind: 'NAME' })))),
    },
    {
      name: 'each is in one of the sources',
      article: claiming(comparedCitation(1, lacking(cost)), comparedCitation(2, lacking(year))),
    },
    {
      name: 'one source has all, and another has no snapshot',
      article: claiming(comparedCitation(1, lacking()), comparedCitation(2, { state: 'NO_SNAPSHOT' })),
    },
    {
      name: 'the claim states none',
      article: article([{ citations: [comparedCitation(1, { state: 'NO_SNAPSHOT' })] }]),
    },
    { name: 'nobody keeps snapshots', article: claiming(citation(1, { source: source('a') })) },
    {
      name: 'the source does not support it',
      article: claiming(comparedCitation(1, lacking(year), { stance: 'REFUTES' })),
    },
    {
      name: 'it is not checkable',
      article: article([{ checkable: false, citations: [comparedCitation(1, lacking(year))] }]),
    },
  ],
  notAssessed: [
    {
      name: 'the text is short',
      article: claiming(comparedCitation(1, { ...lacking(year), extent: 'SHORT' })),
      reason: /so short/,
    },
    {
      name: 'only a part is at hand',
      article: claiming(comparedCitation(1, { ...lacking(year), extent: 'PARTIAL' })),
      reason: /only a part/,
    },
    {
      name: 'another source may have it',
      article: claiming(comparedCitation(1, lacking(year)), comparedCitation(2, { state: 'NO_SNAPSHOT' })),
      reason: /no snapshot of \[2\]/,
    },
    { name: 'it was not compared yet', article: claiming(comparedCitation(1, { state: 'PENDING' })), reason: /yet/ },
    { name: 'the language is another', article: claiming(comparedCitation(1, { figures: null })), reason: /English/ },
  ],
});
