import { waivableGroups, type WaivableFinding } from './waivable.js';

const finding = (id: string, rule: string, severity: WaivableFinding['severity']): WaivableFinding => ({
  id,
  message: `${id} says`,
  severity,
  rule: { id: rule, title: `About ${rule}` },
});

it('one claim: each finding by itself, in its own words, the gravest first', () => {
  const claim = {
    findings: [
      finding('a', 'stale-source', 'NOTE'),
      finding('b', 'uncited-claim', 'ERROR'),
      finding('c', 'uncited-claim', 'ERROR'),
    ],
  };
  expect(waivableGroups([claim]).map(({ title, findingIds }) => [title, findingIds])).toEqual([
    ['b says', ['b']],
    ['c says', ['c']],
    ['a says', ['a']],
  ]);
});

it('several claims: all of a rule together', () => {
  const groups = waivableGroups([
    { findings: [finding('a', 'uncited-claim', 'ERROR')] },
    { findings: [] },
    { findings: [finding('b', 'uncited-claim', 'ERROR'), finding('c', 'single-source', 'NOTE')] },
  ]);
  expect(groups.map(({ key, findingIds }) => [key, findingIds])).toEqual([
    ['uncited-claim', ['a', 'b']],
    ['single-source', ['c']],
  ]);
});

it('nothing open is nothing to waive', () => expect(waivableGroups([{ findings: [] }])).toEqual([]));
