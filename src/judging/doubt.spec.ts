import { COMPARISON_VERSION, type Compared, type SupportFound } from './comparison.js';
import { isDoubtful } from './doubt.js';

const comparedWith = (support: Partial<SupportFound> | null): Compared => ({
  state: 'COMPARED',
  version: COMPARISON_VERSION,
  extent: 'FULL',
  quotes: [],
  figures: null,
  support: support && { score: 0.5, label: 'FOUND', confidence: 0.9, passages: [], ...support },
});

describe('doubt', () => {
  it.each(['PARTLY_FOUND', 'NOT_FOUND', 'CONTRADICTED'] as const)('is left by %s, however sure', (label) =>
    expect(isDoubtful(comparedWith({ label, confidence: 0.99 }))).toBe(true),
  );
  it.each([
    [0.64, true],
    [0.65, false],
  ])('is left by FOUND with a confidence of %d: %s', (confidence, doubtful) =>
    expect(isDoubtful(comparedWith({ confidence }))).toBe(doubtful),
  );
  it('is not told where nothing was compared', () => {
    expect(isDoubtful(comparedWith(null))).toBe(false);
    expect(isDoubtful({ state: 'PENDING' })).toBe(false);
    expect(isDoubtful({ state: 'NO_SNAPSHOT' })).toBe(false);
  });
});
