import { ruleDocumentation, rulePages, rulesIndex } from './documentation.js';
import type { Rule } from './rule.js';
import { CLEAR } from './rule.js';

const rule: Rule = {
  scope: 'article',
  meta: {
    id: 'too-long',
    title: 'The article is too long',
    description: 'Fires on articles of many words.',
    remedy: 'Cut it.',
    version: 3,
    severity: 'NOTE',
    bearings: ['MISSING', 'WEAK'],
    reads: ['totals'],
    thresholds: { words: { default: 900, min: 1, max: 5000, description: 'Fires above | this.' } },
    examples: { fires: ['`many` words'], quiet: ['| few | words |'] },
  },
  judge: () => CLEAR,
};

describe('the documentation of a rule', () => {
  it('holds all of its meta', () => {
    const page = ruleDocumentation(rule);
    for (const part of [
      '# too-long',
      rule.meta.description,
      rule.meta.remedy,
      '| note | missing or weak | the article | totals | 3 |',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('keeps pipes and backticks of examples and thresholds from breaking the page', () => {
    const page = ruleDocumentation(rule);
    expect(page).toContain('- ``\u0060many\u0060 words``');
    expect(page).toContain('- `| few | words |`');
    expect(page).toContain('| `words` | 900 | 1 to 5000 | Fires above \\| this. |');
    expect(page).toContain('"words": 900');
  });

  it('has an index in the order of the ids, and a page for each', () => {
    const other = { ...rule, meta: { ...rule.meta, id: 'a-first', bearings: [] } };
    expect(rulesIndex([rule, other]).indexOf('a-first')).toBeLessThan(rulesIndex([rule, other]).indexOf('too-long'));
    expect([...rulePages([rule, other]).keys()]).toEqual(['README.md', 'too-long.md', 'a-first.md']);
  });
});
