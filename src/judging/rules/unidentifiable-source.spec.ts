import type { Source } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, unknownSource } from '../testing/builders.js';
import { unidentifiableSource } from './unidentifiable-source.js';

const citing = (parts: Partial<Source>) =>
  article([{ citations: [citation(1, { source: unknownSource('k', parts) })] }]);

testRule(unidentifiableSource, {
  fires: [
    {
      name: 'there is a title and nothing else',
      article: citing({ title: 'Press release' }),
      findings: [
        {
          claim: 1,
          bearing: 'WEAK',
          severity: 'ERROR',
          message: /\[1\], “Press release”.*author, publisher or container and year/,
          remedy: /URL or DOI/,
        },
      ],
    },
    {
      name: 'the year is missing',
      article: citing({ title: 'Piers', authors: ['A. Okoro'] }),
      findings: [{ message: /and no year$/ }],
    },
    {
      name: 'the title is missing',
      article: citing({ publisher: 'Port Office', issued: '2031' }),
      findings: [{ message: /and no title$/ }],
    },
    {
      name: 'two claims cite it: each has a finding',
      article: article(
        [1, 2].map(() => ({ citations: [citation(4, { source: unknownSource('k', { title: 'Talk' }) })] })),
      ),
      findings: [{ claim: 1 }, { claim: 2 }],
    },
  ],
  quiet: [
    ...(['url', 'archiveUrl', 'doi', 'isbn', 'pmid', 'arxiv', 'docket'] as const).map((field) => ({
      name: `it has its ${field}`,
      article: citing({ [field]: 'x1' }),
    })),
    ...[{ authors: ['A. Okoro'] }, { publisher: 'Port Office' }, { container: 'Pier Review' }].map((maker) => ({
      name: `it has title, year and ${Object.keys(maker)[0]}`,
      article: citing({ title: 'Piers', issued: '2031', ...maker }),
    })),
    { name: 'the number dangles', article: article([{ cites: [1] }]) },
  ],
  notAssessed: [
    {
      name: 'it is a note beside the sources',
      article: article([
        { citations: [{ ...citation(2, { source: unknownSource('k', { title: 'de facto' }) }), label: 'n 2' }] },
      ]),
      reason: /\[n 2\] is a note/,
    },
    { name: 'the entry yields no field at all', article: citing({}), reason: /entry of \[1\] could not be read/ },
  ],
});
