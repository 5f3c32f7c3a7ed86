import { TITLE_START, titleStart } from './title-start.js';

describe('what of a title is ordered by', () => {
  it.each([
    ['nothing', null, ''],
    ['an empty one', '', ''],
    ['all of a short one', 'Who sails to Sandvik', 'Who sails to Sandvik'],
    ['all of the longest', 'x'.repeat(TITLE_START), 'x'.repeat(TITLE_START)],
    ['500 characters of a longer one', `${'x'.repeat(TITLE_START)}y`, 'x'.repeat(TITLE_START)],
    ['whole characters, of two units each', '𝒳'.repeat(TITLE_START + 9), '𝒳'.repeat(TITLE_START)],
    ['whole characters, of one unit and of two', `x${'𝒳'.repeat(TITLE_START)}`, `x${'𝒳'.repeat(TITLE_START - 1)}`],
    ['all of one whose units are more than that', '𝒳'.repeat(TITLE_START), '𝒳'.repeat(TITLE_START)],
  ])('is %s', (_, title, start) => {
    expect(titleStart(title)).toBe(start);
  });
});
