import type { Compared } from '../comparison.js';
import type { Citation } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { comparedCitation, missing, support } from '../testing/comparisons.js';
import { unsupportedBySource } from './unsupported-by-source.js';

const claiming = (...citations: Citation[]) => article([{ text: 'Trams to Harrow Quay are free.', citations }]);
const low: Partial<Omit<Compared, 'state'>> = { support: support(0.05) };

testRule(unsupportedBySource, {
  fires: [
    {
      name: 'hardly anything of it is found',
      article: claiming(comparedCitation(1, low)),
      findings: [
        {
          claim: 1,
          severity: 'WARNING',
          bearing: 'WEAK',
          message: /is not found in \[1\]: the nearest there is “The depot keeps twelve buses.”$/,
        },
      ],
    },
    {
      name: 'a name is lacking: it is told',
      article: claiming(
        comparedCitation(1, { ...low, figures: { stated: 0, missing: [missing('Harrow Quay', { kind: 'NAME' })] } }),
      ),
      findings: [{ message: /, and “Harrow Quay” nowhere$/ }],
    },
    {
      name: 'the best of several sources has hardly anything',
      article: claiming(comparedCitation(1, low), comparedCitation(2, { support: support(0.1) })),
      findings: [{ message: /not found in \[1, 2\]/ }],
    },
    {
      name: 'the source seems to say otherwise',
      article: claiming(comparedCitation(1, { support: support(0.2, { label: 'CONTRADICTED' }) })),
      findings: [{ message: /\[1\] seems to say otherwise: “The depot/ }],
    },
    {
      name: 'it is found less than is asked for',
      article: claiming(comparedCitation(1, { support: support(0.6) })),
      config: { thresholds: { score: 0.7 } },
      findings: [{ claim: 1 }],
    },
  ],
  quiet: [
    { name: 'it is found', article: claiming(comparedCitation(1, {})) },
    {
      name: 'one of the sources has it, and another has no snapshot',
      article: claiming(comparedCitation(1, {}), comparedCitation(2, { state: 'NO_SNAPSHOT' })),
    },
    { name: 'a short text has it', article: claiming(comparedCitation(1, { extent: 'SHORT' })) },
    {
      name: 'one source says otherwise, and another says it',
      article: claiming(
        comparedCitation(1, { support: support(0.2, { label: 'CONTRADICTED' }) }),
        comparedCitation(2, {}),
      ),
    },
    {
      name: 'the source has another figure, which another rule tells',
      article: claiming(
        comparedCitation(1, {
          support: support(0.2, { label: 'CONTRADICTED' }),
          figures: { stated: 1, missing: [missing('12')] },
        }),
      ),
    },
    { name: 'it is a cell', article: article([{ block: 'CELL', citations: [comparedCitation(1, low)] }]) },
    { name: 'nobody keeps snapshots', article: claiming(citation(1, { source: source('a') })) },
    { name: 'nothing usable is cited', article: claiming(comparedCitation(1, low, { state: 'REJECTED' })) },
  ],
  notAssessed: [
    { name: 'the text is short', article: claiming(comparedCitation(1, { ...low, extent: 'SHORT' })), reason: /short/ },
    {
      name: 'another source may have it',
      article: claiming(comparedCitation(1, low), comparedCitation(2, { state: 'PENDING' })),
      reason: /\[2\]/,
    },
    {
      name: 'it has too few words',
      article: claiming(comparedCitation(1, { support: null })),
      reason: /too few words/,
    },
  ],
});
