import type { LinkHealth, Source } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, reference, source } from '../testing/builders.js';
import { deadLink } from './dead-link.js';

const health = (parts: Partial<LinkHealth> = {}): LinkHealth => ({
  checkedAt: new Date('2031-05-06T08:00:00Z'),
  status: 404,
  failures: 3,
  failingSince: new Date('2031-05-02T08:00:00Z'),
  problem: '404 Not Found',
  ...parts,
});
const one = (link: LinkHealth | null | undefined, parts: Partial<Source> = {}) =>
  article([{}], {
    references: [
      reference(1, {
        source: source('a', { ...(link === undefined ? {} : { link }), ...parts }),
        line: 30,
        citationCount: 2,
      }),
    ],
  });

testRule(deadLink, {
  fires: [
    {
      name: 'it failed three times in a row, over four days',
      article: one(health()),
      findings: [
        {
          claim: null,
          severity: 'WARNING',
          line: 30,
          message: /“Report a” \[1\] has failed 3 times in a row, since 2031-05-02: 404 Not Found/,
        },
      ],
    },
    {
      name: 'a copy is known: a note',
      article: one(health(), { archiveUrl: 'https://archive.example/1' }),
      findings: [{ severity: 'NOTE', remedy: /archive\.example/ }],
    },
    { name: 'a snapshot is kept: a note', article: one(health(), { snapshots: 1 }), findings: [{ severity: 'NOTE' }] },
    {
      name: 'nobody answered at all',
      article: one(health({ status: null, problem: 'the name cannot be resolved' })),
      findings: [{ message: /the name cannot be resolved/ }],
    },
  ],
  quiet: [
    {
      name: 'it failed often on one day',
      article: one(health({ failures: 9, failingSince: new Date('2031-05-06T01:00:00Z') })),
    },
    { name: 'it failed twice', article: one(health({ failures: 2 })) },
    { name: 'it answers', article: one(health({ status: 200, failures: 0, failingSince: null, problem: null })) },
    { name: 'it has no address', article: one(health(), { url: null }) },
    {
      name: 'fewer failures than are asked for',
      article: one(health()),
      config: { thresholds: { failures: 4 } },
    },
  ],
  notAssessed: [
    { name: 'addresses are not tried', article: one(undefined), reason: /not tried here/ },
    { name: 'it was not tried yet', article: one(null), reason: /no address was tried yet/ },
  ],
});
