import type { EditorTag, EditorTagKind } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { taggedClaim } from './tagged-claim.js';

const tag = (kind: EditorTagKind, date: string | null = null, start = 20): EditorTag => ({
  kind,
  date,
  span: { start, end: start + 20 },
});
const tagged = (...tags: EditorTag[]) => article([{ text: 'The pier is the oldest on the coast.', tags }]);

testRule(taggedClaim, {
  fires: [
    {
      name: 'an editor asks for a citation, and says since when',
      article: tagged(tag('citation needed', '2031-05')),
      findings: [{ claim: 1, bearing: 'WEAK', severity: 'WARNING', message: /asks for a citation, since 2031-05$/ }],
    },
    {
      name: 'one finding for each kind, with the oldest date',
      article: tagged(tag('dubious', '2032-01'), tag('who says so'), tag('dubious', '2029-11')),
      findings: [
        { claim: 1, bearing: 'WEAK', message: /“dubious”, doubts this, since 2029-11$/ },
        { claim: 1, bearing: 'WEAK', message: /asks whose words these are$/ },
      ],
    },
    {
      name: 'what asks for clearer words or another link bears nothing',
      article: tagged(tag('clarification needed'), tag('dead link', '2030-02')),
      findings: [
        { claim: 1, bearing: null, severity: 'NOTE', message: /does not find this clear$/ },
        { claim: 1, bearing: null, severity: 'NOTE', message: /leads nowhere, since 2030-02$/ },
      ],
    },
  ],
  quiet: [
    { name: 'nobody left a note', article: tagged() },
    {
      name: 'it is no statement of fact',
      article: article([{ text: 'See the map.', checkable: false, tags: [tag('citation needed')] }]),
    },
  ],
});
