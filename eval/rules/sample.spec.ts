import { drawSample } from './sample.js';

const found = (page: string, rule: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ page, rule, fingerprint: `${page} ${rule} ${i}` }));
const all = [...found('long.md', 'common', 200), ...found('short.md', 'common', 3), ...found('long.md', 'rare', 2)];

describe('a sample of findings', () => {
  it('has as many of each rule as are wanted, or as there are', () => {
    const drawn = drawSample(all, { each: 8, seed: 1 });
    expect(drawn.filter(({ rule }) => rule === 'common')).toHaveLength(8);
    expect(drawn.filter(({ rule }) => rule === 'rare')).toHaveLength(2);
  });

  it('lets pages take turns', () => {
    const pages = drawSample(all, { each: 8, seed: 1 }).flatMap(({ page, rule }) => (rule === 'common' ? page : []));
    expect(pages.filter((page) => page === 'short.md')).toHaveLength(3);
  });

  it('is the same for the same seed, whatever the order, and another for another', () => {
    const drawn = drawSample(all, { each: 8, seed: 1 });
    expect(drawSample(all.toReversed(), { each: 8, seed: 1 })).toEqual(drawn);
    expect(drawSample(all, { each: 8, seed: 2 })).not.toEqual(drawn);
  });

  it('keeps the others when one is no longer found', () => {
    const drawn = drawSample(all, { each: 8, seed: 1 });
    const [gone, ...rest] = drawn;
    const again = drawSample(
      all.filter((each) => each !== gone),
      { each: 8, seed: 1 },
    );
    expect(rest.filter((each) => !again.includes(each))).toEqual([]);
  });
});
