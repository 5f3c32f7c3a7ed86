import type { Source } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, reference, source } from '../testing/builders.js';
import { unarchivedSource } from './unarchived-source.js';

const listing = (...sources: Partial<Source>[]) =>
  article([{}], {
    references: sources.map((parts, i) =>
      reference(i + 1, { source: source(parts.key ?? `s${i}`, parts), line: 30 + i, citationCount: 1 }),
    ),
  });

testRule(unarchivedSource, {
  fires: [
    {
      name: 'a page has neither snapshot nor archived copy: on its line',
      article: listing({ snapshots: 1 }, { snapshots: 0, title: 'Minutes' }),
      findings: [{ claim: null, severity: 'NOTE', bearing: null, line: 31, message: /“Minutes” \[2\] has neither/ }],
    },
    {
      name: 'two numbers name it: once',
      article: listing({ key: 'a', snapshots: 0 }, { key: 'a', snapshots: 0 }),
      findings: [{ message: /\[1, 2\]/ }],
    },
  ],
  quiet: [
    { name: 'it has a snapshot', article: listing({ snapshots: 2 }) },
    { name: 'it has an archived copy', article: listing({ snapshots: 0, archiveUrl: 'https://archive.example/1' }) },
    {
      name: 'all have an archived copy, where no snapshots are kept',
      article: listing({ archiveUrl: 'https://archive.example/1' }),
    },
    { name: 'it has no address', article: listing({ snapshots: 0, url: null }) },
    {
      name: 'nothing cites it',
      article: article([{}], { references: [reference(1, { source: source('a', { snapshots: 0 }) })] }),
    },
  ],
  notAssessed: [{ name: 'no snapshots are kept', article: listing({}), reason: /no texts of sources are at hand/ }],
});
