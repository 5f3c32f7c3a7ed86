import { changedPassages, LONGEST_SHOWN, MOST_PASSAGES } from './changed-passages.js';

const words = (before: string, after: string): [string, string][] =>
  changedPassages(before, after).passages.map((each) => [each.before, each.after]);

describe('what changed between two texts', () => {
  it.each<[string, string, string, [string, string][]]>([
    ['nothing', 'One. Two.', 'One. Two.', []],
    ['a sentence', 'One. It rains. Three.', 'One. It snows. Three.', [['It rains.', 'It snows.']]],
    ['an addition', 'One. Three.', 'One. Two. Three.', [['', 'Two.']]],
    ['something taken out', 'One. Two. Three.', 'One. Three.', [['Two.', '']]],
    [
      'two places',
      'A. b. C. d. E.',
      'A. x. C. y. E.',
      [
        ['b.', 'x.'],
        ['d.', 'y.'],
      ],
    ],
    ['all', 'One.', 'Two.', [['One.', 'Two.']]],
    ['from nothing', '', 'Two.', [['', 'Two.']]],
    ['white space alone', 'One.  Two.', 'One.\nTwo.', []],
  ])('%s', (_what, before, after, expected) => expect(words(before, after)).toEqual(expected));

  it('says where', () => {
    const [before, after] = ['One. It rains today. Three.', 'Zero. One. It snows. Three.'];
    for (const each of changedPassages(before, after).passages) {
      expect(before.slice(each.beforeStart, each.beforeEnd).trim()).toBe(each.before);
      expect(after.slice(each.afterStart, each.afterEnd).trim()).toBe(each.after);
    }
  });

  it('tells so many at most, cut, and how many there are', () => {
    const text = (sign: string): string =>
      Array.from({ length: 300 }, (_, i) => `Same ${i}. Here ${sign} ${i}.`).join(' ');
    const { passages, total, isFine } = changedPassages(text('a'), text('b'));
    expect([passages.length, total, isFine]).toEqual([MOST_PASSAGES, 300, true]);
    const [long] = changedPassages('Short.', 'x'.repeat(5_000)).passages;
    expect(long!.after).toHaveLength(LONGEST_SHOWN);
    expect(long!.afterEnd).toBe(5_000);
  });

  it('does not follow two long texts that have nothing in common', () => {
    const text = (sign: string): string => Array.from({ length: 20_000 }, (_, i) => `${sign} says ${i}.`).join(' ');
    expect(changedPassages(text('a'), text('b'))).toMatchObject({ total: 1, isFine: false });
  });
});
