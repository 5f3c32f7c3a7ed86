import type { Evaluation } from '../evaluation.js';
import { proportion } from '../measures.js';
import { count, share, text, type Table } from '../support/tables.js';
import { judgePages } from './findings.js';
import { readLabels, readPages, type Label, type LabelledFinding } from './labels.js';

/** What was found again: a labelled finding by its page, rule and fingerprint. */
export type Found = Pick<LabelledFinding, 'page' | 'rule' | 'fingerprint'>;

/** How many of each rule's findings are right, by hand. */
export const rulePrecision: Evaluation = {
  name: 'rule-precision',
  about: 'How many findings of each rule are right, on a sample from real pages that was labelled by hand.',
  needs: 'pages',
  run(folder) {
    const { findings, absent } = judgePages(folder, readPages());
    const found = findings.map(({ page, finding: { rule, fingerprint } }) => ({ page, rule, fingerprint }));
    return [tableOf(readLabels(), found, absent)];
  },
};

/**
 * @param found all findings of the pages that are there
 * @param absent pages that are not: their labels do not count
 */
export function tableOf(labels: readonly LabelledFinding[], found: readonly Found[], absent: readonly string[]): Table {
  const there = labels.filter(({ page, label }) => label !== null && !absent.includes(page));
  const fired = new Set(found.map(keyOf));
  const rules = [...new Set([...there, ...found].map(({ rule }) => rule))].sort();
  const rowOf = (
    name: string,
    labelled: readonly LabelledFinding[],
    all: number,
  ): (string | number | null | object)[] => {
    const still = labelled.filter((each) => fired.has(keyOf(each)));
    const [right, wrong, noise] = (['right', 'wrong', 'noise'] as const).map((label) => counted(still, label));
    const gone = labelled.filter((each) => !fired.has(keyOf(each)));
    const lost = counted(gone, 'right');
    return [name, all, right!, wrong!, noise!, proportion(right!, still.length), gone.length - lost, lost];
  };
  const rows = [
    ...rules.map((rule) =>
      rowOf(
        rule,
        there.filter((each) => each.rule === rule),
        found.filter((each) => each.rule === rule).length,
      ),
    ),
    rowOf('all rules', there, found.length),
  ];
  return {
    title: 'Findings of each rule that are right',
    columns: [
      text('rule'),
      count('fires'),
      count('right'),
      count('wrong'),
      count('noise'),
      share('precision (95 %)'),
      count('mended'),
      count('lost'),
    ],
    rows: rows as Table['rows'],
    notes: [
      '"Fires" counts all findings on the pages, the next three those labelled that still fire. "Mended" were labelled wrong or noise and fire no more; "lost" were right and fire no more.',
      "The interval is Wilson's. The last line is of the sample, in which rare rules weigh as much as common ones.",
      ...(absent.length > 0 ? [`Not there, or there with another text: ${absent.join(', ')}.`] : []),
    ],
  };
}

const keyOf = ({ page, rule, fingerprint }: Found): string => [page, rule, fingerprint].join('\n');

const counted = (labels: readonly LabelledFinding[], wanted: Label): number =>
  labels.filter(({ label }) => label === wanted).length;
