import type { LabelledFinding } from './labels.js';
import { tableOf } from './precision.js';

const labelled = (fingerprint: string, label: LabelledFinding['label'], page = 'a.md'): LabelledFinding => ({
  page,
  rule: 'blank-value',
  fingerprint,
  excerpt: 'Price',
  label,
  reason: '',
});
const found = (fingerprint: string) => ({ page: 'a.md', rule: 'blank-value', fingerprint });

describe('the precision of rules', () => {
  it('tells apart what still fires, what was mended, what was lost, and what has no label', () => {
    const labels = [
      ...[labelled('1', 'right'), labelled('2', 'right'), labelled('3', 'wrong'), labelled('4', 'noise')],
      ...[labelled('5', 'wrong'), labelled('6', 'right'), labelled('7', null)],
    ];
    const { rows } = tableOf(labels, ['1', '2', '3', '4', '7', '8'].map(found), []);
    const [name, fires, right, wrong, noise, precision, mended, lost] = rows[0]!;
    expect([name, fires, right, wrong, noise, mended, lost]).toEqual(['blank-value', 6, 2, 1, 1, 1, 1]);
    expect(precision).toMatchObject({ value: 0.5 });
  });

  it('leaves out the labels of pages that are not there, and says so', () => {
    const { rows, notes } = tableOf([labelled('1', 'right'), labelled('2', 'wrong', 'b.md')], [found('1')], ['b.md']);
    expect(rows[0]!.slice(1, 5)).toEqual([1, 1, 0, 0]);
    expect(notes!.at(-1)).toContain('b.md');
  });
});
