import { readComparison } from './comparison-check.js';
import { COMPARISON_VERSION, type Compared, type SnapshotPlace } from './comparison.js';
import { withComparison } from './evidence.js';
import { citation } from './testing/builders.js';

const place: SnapshotPlace = {
  snapshot: '4.txt',
  position: { type: 'TextPositionSelector', start: 4, end: 22 },
  quote: { type: 'TextQuoteSelector', exact: 'trams run at night', prefix: 'The ', suffix: '.' },
};
const quote = { of: 'CITATION', text: 'trams run at night', short: false, result: 'VERBATIM', place } as const;
const compared: Compared = {
  state: 'COMPARED',
  version: COMPARISON_VERSION,
  extent: 'FULL',
  quotes: [{ ...quote, differences: [], elsewhere: [{ source: 'url:press.example/5', label: '5', place }] }],
  figures: { stated: 1, missing: [{ kind: 'YEAR', text: '2032', span: { start: 8, end: 12 }, instead: null }] },
  support: { score: 0.4, label: 'PARTLY_FOUND', confidence: 0.3, passages: [place] },
};
/** Parts of it that a case breaks. */
interface Copy {
  version: number;
  extent: string;
  quotes?: { result?: string; place: { position: { end: number } } }[];
  figures: { missing: { span: { start: unknown } }[] };
  support: { score: number };
}
const stored = (change: (copy: Copy) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(compared)) as Copy;
  change(copy);
  return copy;
};

describe('a stored comparison', () => {
  it('is read back as it was', () => {
    expect(readComparison(JSON.parse(JSON.stringify(compared)))).toEqual(compared);
    expect(readComparison({ state: 'NO_SNAPSHOT' })).toEqual({ state: 'NO_SNAPSHOT' });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'COMPARED'],
    ['a list', []],
    ['another version', stored((copy) => (copy.version += 1))],
    ['an unknown extent', stored((copy) => (copy.extent = 'WHOLE'))],
    ['no quotes', stored((copy) => delete copy.quotes)],
    ['a quote without a result', stored((copy) => delete copy.quotes![0]!.result)],
    ['a place that ends before it begins', stored((copy) => (copy.quotes![0]!.place.position.end = 1))],
    ['a score over 1', stored((copy) => (copy.support.score = 1.2))],
    ['a span that is no number', stored((copy) => (copy.figures.missing[0]!.span.start = '8'))],
  ])('of %s is pending', (_, value) => {
    expect(readComparison(value)).toEqual({ state: 'PENDING' });
  });
});

describe('a citation with its comparison', () => {
  it('is matched by a quote that stands word for word in a snapshot', () => {
    expect(withComparison(citation(1), compared)).toMatchObject({ basis: 'MATCHED', comparison: compared });
  });

  it.each<[string, Partial<Compared['quotes'][number]>]>([
    ['that is nearly so', { result: 'NEAR' }],
    ['of two words', { short: true }],
    ['in the claim', { of: 'CLAIM' }],
  ])('is not matched by a quote %s', (_, parts) => {
    const other = { ...compared, quotes: [{ ...compared.quotes[0]!, ...parts }] };
    expect(withComparison(citation(1, { basis: 'MATCHED' }), other).basis).toBe('ASSERTED');
  });

  it('is no longer matched when nothing is known, and stays reviewed', () => {
    expect(withComparison(citation(1, { basis: 'MATCHED' }), { state: 'PENDING' }).basis).toBe('ASSERTED');
    expect(withComparison(citation(1, { basis: 'REVIEWED' }), compared).basis).toBe('REVIEWED');
  });
});
