import { searchWith } from '../../parts/search-with.js';
import {
  addressOf,
  claimFilter,
  hiddenFilters,
  matches,
  inAddress,
  NO_FILTERS,
  readFilters,
  toggleStanding,
  type FilteredClaim,
  type QueueFilters,
} from './filters.js';

const all: QueueFilters = {
  standings: ['MISSING', 'CITED'],
  rules: ['uncited-claim', 'blank-value'],
  article: 'a1',
  desk: 'Politics & law',
  assignee: 'me',
  priorities: ['HIGH'],
  words: 'forty "new buses"',
};

describe('filters stand in the address', () => {
  it('all of them, there and back', () => {
    expect(readFilters(new URLSearchParams(addressOf(all)))).toEqual(all);
  });

  it('an address that says nothing shows what is unsupported, and is written as nothing', () => {
    expect(readFilters(new URLSearchParams())).toEqual(NO_FILTERS);
    expect(addressOf(NO_FILTERS)).toBe('');
  });

  it('what else is in it stays', () => {
    const changes = inAddress({ ...NO_FILTERS, desk: 'Law' });
    expect(searchWith('claim=c1&rule=old&q=old', changes)).toBe('claim=c1&desk=Law');
  });

  it.each(['standing=VERIFIED', 'standing=', 'standing=,,', 'priority=URGENT', 'rule=,', 'desk=', 'q=%20'])(
    'what it says wrongly is left out: %s',
    (address) => expect(readFilters(new URLSearchParams(address))).toEqual(NO_FILTERS),
  );

  it('standings come in their order, each once', () => {
    expect(readFilters(new URLSearchParams('standing=WEAK,REFUTED,WEAK,nonsense')).standings).toEqual([
      'REFUTED',
      'WEAK',
    ]);
  });
});

describe('what is asked of the API', () => {
  it('nothing that is not filtered by', () => {
    expect(claimFilter(NO_FILTERS, 'ada')).toEqual({ standings: ['REFUTED', 'CONTESTED', 'MISSING', 'WEAK'] });
  });

  it('everything that is', () => {
    expect(claimFilter(all, 'ada')).toEqual({
      standings: ['MISSING', 'CITED'],
      rules: ['uncited-claim', 'blank-value'],
      articleIds: ['a1'],
      desk: 'Politics & law',
      assignee: 'ada',
      priority: ['HIGH'],
      text: 'forty "new buses"',
    });
  });

  it('whose', () => {
    expect(claimFilter({ ...NO_FILTERS, assignee: 'nobody' }, 'ada')).toMatchObject({ unassigned: true });
    expect(claimFilter({ ...NO_FILTERS, assignee: 'bo' }, 'ada')).toMatchObject({ assignee: 'bo' });
  });
});

describe('a claim that changed belongs into the list', () => {
  const claim: FilteredClaim = {
    text: 'Forty buses run on hydrogen.',
    standing: 'MISSING',
    priority: 'HIGH',
    article: { id: 'a1', desk: 'Law' },
    assignee: { id: 'ada' },
    findings: [{ rule: { id: 'uncited-claim' } }],
  };

  it.each<[string, Partial<QueueFilters>, boolean]>([
    ['all unsupported', {}, true],
    ['another standing', { standings: ['WEAK'] }, false],
    ['its rule', { rules: ['blank-value', 'uncited-claim'] }, true],
    ['another rule', { rules: ['blank-value'] }, false],
    ['its article', { article: 'a1' }, true],
    ['another article', { article: 'a2' }, false],
    ['its desk', { desk: 'Law' }, true],
    ['another desk', { desk: 'law' }, false],
    ['mine', { assignee: 'me' }, true],
    ["somebody else's", { assignee: 'bo' }, false],
    ['nobody’s', { assignee: 'nobody' }, false],
    ['another priority', { priorities: ['LOW'] }, false],
    ['its words', { words: 'HYDROGEN forty' }, true],
    ['other words', { words: 'hydrogen trains' }, false],
  ])('%s', (_, filters, expected) => expect(matches(claim, { ...NO_FILTERS, ...filters }, 'ada')).toBe(expected));
});

it('a standing is shown and hidden, but the last one stays', () => {
  const withCited = toggleStanding(NO_FILTERS, 'CITED');
  expect(withCited.standings).toEqual(['REFUTED', 'CONTESTED', 'MISSING', 'WEAK', 'CITED']);
  expect(toggleStanding(withCited, 'CITED')).toEqual(NO_FILTERS);
  const weak = { ...NO_FILTERS, standings: ['WEAK'] as const };
  expect(toggleStanding(weak, 'WEAK')).toEqual(weak);
});

it('counts what the bar does not show', () => {
  expect(hiddenFilters(NO_FILTERS)).toBe(0);
  expect(hiddenFilters(all)).toBe(5);
});
