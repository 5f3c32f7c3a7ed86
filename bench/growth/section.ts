import type { Section } from '../report/section.js';
import { shown } from '../report/shown.js';
import { GROUPS, type Group } from './operation.js';
import type { Cost } from './costs.js';

/** What grows. */
export interface Axis {
  /** Of sections, as a part of their names. */
  readonly id: 'claims' | 'workspaces';
  readonly about: string;
  /** How much there is of it, from the smallest set to the largest. */
  readonly steps: readonly number[];
  /** An operation's cost on the largest set may be so many times that on the smallest. */
  readonly most: number;
  /** Why so many, in a sentence. */
  readonly why: string;
}

/** A section for each sort of operations that there is. @param costs by set, each with the same operations */
export function growthSections(axis: Axis, costs: readonly (readonly Cost[])[]): Section[] {
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => ({
    group,
    own: costs.map((each) => each.filter((cost) => cost.group === group)),
  }));
  return groups.flatMap(({ group, own }) => (own[0]!.length > 0 ? [sectionOf(axis, group, own)] : []));
}

function sectionOf({ id, about, steps, most, why }: Axis, group: Group, costs: readonly (readonly Cost[])[]): Section {
  const names = costs[0]!.map(({ name }) => name);
  const ofOne = (i: number): number[] => costs.map((each) => each[i]!.ms);
  const growth = names.map((name, i) => ({ name, ratio: ofOne(i).at(-1)! / ofOne(i)[0]! }));
  const [first, last] = [steps[0]!, steps.at(-1)!].map((step) => step.toLocaleString('en'));
  const worst = growth.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const isBulk = group === 'bulk';
  return {
    id: `growth-by-${id}-${group}`,
    title: `Growth with ${id}: ${GROUPS[group]}`,
    about: `${about} Milliseconds in the middle, for one who asks alone. ${isBulk ? 'Such work costs by the number of articles that it goes through, so it is told for each of them.' : why}`,
    columns: ['operation', ...steps.map((step) => `${step.toLocaleString('en')}, ms`), 'last / first'],
    rows: names.map((name, i) => [name, ...ofOne(i).map(shown), shown(growth[i]!.ratio)]),
    comparisons: [
      {
        what: `what grew most, ${last} / ${first} ${id}: ${worst.name}`,
        ratio: { value: worst.ratio, low: worst.ratio, high: worst.ratio },
        target: isBulk ? null : { at: 'most', value: most },
      },
    ],
    limits: [],
    chart: {
      kind: 'lines',
      title: `Milliseconds: ${GROUPS[group]}`,
      along: steps,
      alongTitle: id,
      series: names.map((name, i) => ({ name, values: ofOne(i) })),
    },
    notes: growth
      .filter(({ ratio }) => !isBulk && ratio > most)
      .map(({ name, ratio }) => `${name} grew ${shown(ratio)} times, more than the ${shown(most)} that were allowed.`),
  };
}
