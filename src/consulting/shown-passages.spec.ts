import { shownPassages } from './shown-passages.js';

const WORDS = 'The boat leaves from the old quay whatever the weather is. ';
const long = (length: number): string => WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
const span = (start: number, length = 60) => ({ start, end: start + length });

describe('what of a text is shown', () => {
  it('is all of a short one', () => {
    expect(shownPassages('The ferry.', [])).toEqual({ spans: [{ start: 0, end: 10 }], isWhole: true });
    expect(shownPassages(long(12_000), [span(5)])).toMatchObject({ isWhole: true });
  });

  it('is what stands around the best sentences of a long one, in its order and once', () => {
    const text = long(100_000);
    const shown = shownPassages(text, [span(50_000), span(20_000), span(50_500)])!;
    expect(shown.isWhole).toBe(false);
    expect(shown.spans).toHaveLength(2);
    const [first, second] = shown.spans;
    expect([first!.start < 20_000, first!.end > 20_060, first!.end - first!.start < 2_500]).toEqual([true, true, true]);
    expect([second!.start < 50_000, second!.end > 50_560]).toEqual([true, true]);
    for (const { start, end } of shown.spans) {
      expect(text[start - 1]).toBe(' ');
      expect(text[end]).toBe(' ');
    }
  });

  it('reaches to the ends, and not beyond', () => {
    const text = long(30_000);
    const shown = shownPassages(text, [span(10), span(29_900)])!;
    expect([shown.spans[0]!.start, shown.spans[1]!.end]).toEqual([0, 30_000]);
  });

  it('is bounded, whatever stands there', () => {
    const endless = 'x'.repeat(1_000_000);
    const all = shownPassages(endless, [{ start: 300_000, end: 900_000 }])!;
    expect(all.spans[0]!.end - all.spans[0]!.start).toBeLessThan(4_000);
    const pairs = '😀'.repeat(100_000);
    for (const at of [100_000, 100_001]) {
      const [shown] = shownPassages(pairs, [span(at)])!.spans;
      expect(pairs.slice(shown!.start, shown!.end).isWellFormed()).toBe(true);
    }
  });

  it('is nothing where nobody knows where to look', () => {
    expect(shownPassages(long(20_000), [])).toBeNull();
    expect(shownPassages(long(20_000), [{ start: 30_000, end: 30_010 }])).toBeNull();
  });
});
