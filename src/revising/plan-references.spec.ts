import type { Reference, Source } from '../judging/evidence.js';
import type { HeldReference, HeldSource } from '../editing/article-state.js';
import { planReferences } from './plan-references.js';

const source = (key: string): Source => ({ key, title: key, locator: null }) as unknown as Source;
const record = ({ key }: Source): HeldSource => ({
  id: `id of ${key}`,
  version: 1,
  snapshotsVersion: 0,
  evidence: source(key),
});

const former = (number: number, key: string | null, more: Partial<HeldReference> = {}): HeldReference => ({
  id: `r${number}`,
  version: 1,
  label: String(number),
  number,
  text: key,
  span: null,
  line: null,
  locator: null,
  source: key === null ? null : record(source(key)),
  defined: false,
  added: false,
  markerCount: 1,
  citationCount: 1,
  rejectedCount: 0,
  ...more,
});
const added = (number: number, key: string): HeldReference =>
  former(number, key, { text: null, markerCount: 0, defined: true, added: true });
const defined = (number: number, key: string): HeldReference => former(number, key, { text: null, defined: true });
const next = (number: number, key: string | null): Reference => ({
  label: String(number),
  number,
  text: key,
  span: null,
  line: null,
  source: key === null ? null : source(key),
  markerCount: 1,
  citationCount: 1,
});

/** "4 r1 key" for each reference there will be. */
function planned(was: HeldReference[], is: Reference[], relied: string[] = []) {
  const plan = planReferences(was, is, record, new Set(relied));
  return {
    all: plan.all.map(({ number, id, source: own }) =>
      [number, /^r\d+$/.test(id) ? id : 'new', own?.evidence.key ?? null].join(' '),
    ),
    gone: plan.gone.map(({ id }) => id),
    renumbered: plan.renumbered.map(({ from, to }) => `${from.number} → ${to.number}`),
    overruled: plan.overruled.map(({ to }) => to.number),
    editors: relied.map((id) => plan.editors.get(id)?.number),
  };
}

describe('planReferences', () => {
  const nothing = { gone: [], renumbered: [], overruled: [], editors: [] };
  it.each<[string, HeldReference[], Reference[], string[], object]>([
    [
      'the same list',
      [former(1, 'a'), former(2, null)],
      [next(1, 'a'), next(2, null)],
      [],
      { all: ['1 r1 a', '2 r2 '] },
    ],
    [
      'swapped numbers',
      [former(1, 'a'), former(2, 'b')],
      [next(1, 'b'), next(2, 'a')],
      [],
      { all: ['1 r2 b', '2 r1 a'] },
    ],
    ['an entry put before', [former(1, 'a')], [next(1, 'b'), next(2, 'a')], [], { all: ['1 new b', '2 r1 a'] }],
    ['an entry corrected', [former(1, 'a')], [next(1, 'b')], [], { all: ['1 r1 b'] }],
    ['an entry dropped', [former(1, 'a'), former(2, 'b')], [next(1, 'a')], [], { all: ['1 r1 a'], gone: ['r2'] }],
    [
      'one that editors rely on dropped',
      [former(1, 'a'), former(2, 'b')],
      [next(1, 'a')],
      ['r2'],
      { all: ['1 r1 a', '2 r2 b'], editors: [2] },
    ],
    [
      'one that editors rely on replaced',
      [former(1, 'a')],
      [next(1, 'b')],
      ['r1'],
      { all: ['1 r1 b', '2 new a'], renumbered: ['1 → 2'], editors: [2] },
    ],
    [
      'what editors rely on listed elsewhere',
      [former(1, 'a'), former(2, 'b')],
      [next(1, 'c'), next(2, 'a'), next(3, 'b')],
      ['r1'],
      { all: ['1 new c', '2 r1 a', '3 r2 b'], editors: [2] },
    ],
    ['a definition, cited still', [defined(7, 'd')], [next(7, null)], [], { all: ['7 r7 d'] }],
    ['a definition, not cited any more', [defined(7, 'd')], [next(1, 'a')], [], { all: ['1 new a', '7 r7 d'] }],
    ['a definition, listed so', [defined(7, 'd')], [next(7, 'd')], [], { all: ['7 r7 d'] }],
    ['a definition, listed otherwise', [defined(7, 'd')], [next(7, 'e')], [], { all: ['7 r7 e'], overruled: [7] }],
    ['an added number, free', [former(1, 'a'), added(2, 'x')], [next(1, 'a')], [], { all: ['1 r1 a', '2 r2 x'] }],
    [
      'an added number, taken by the list',
      [former(1, 'a'), added(2, 'x')],
      [next(1, 'a'), next(2, 'b')],
      ['r2'],
      { all: ['1 r1 a', '2 new b', '3 r2 x'], renumbered: ['2 → 3'], editors: [3] },
    ],
    [
      'an added number, taken by a marker',
      [added(2, 'x')],
      [next(2, null)],
      [],
      { all: ['2 new ', '3 r2 x'], renumbered: ['2 → 3'] },
    ],
    [
      'an added source, listed under another number',
      [added(2, 'x')],
      [next(1, 'x')],
      ['r2'],
      { all: ['1 r2 x'], renumbered: ['2 → 1'], editors: [1] },
    ],
    [
      'two that must move, past one that need not',
      [added(1, 'x'), added(2, 'y'), added(4, 'z')],
      [next(1, 'a'), next(2, 'b')],
      [],
      { all: ['1 new a', '2 new b', '4 r4 z', '5 r1 x', '6 r2 y'], renumbered: ['1 → 5', '2 → 6'] },
    ],
  ])('keeps %s', (_, was, is, relied, expected) => {
    expect(planned(was, is, relied)).toEqual({ ...nothing, ...expected });
  });
});
