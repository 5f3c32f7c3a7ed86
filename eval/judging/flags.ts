import { dirname } from 'node:path';
import { compare } from '../../src/judging/comparing/compare.js';
import { indexSnapshot, type Snapshot } from '../../src/judging/comparing/snapshot.js';
import type { Compared } from '../../src/judging/comparison.js';
import { withComparison, type Article } from '../../src/judging/evidence.js';
import type { Rule } from '../../src/judging/rule.js';
import { judgeBy } from '../../src/judging/rule-tester.js';
import { numberMismatch } from '../../src/judging/rules/number-mismatch.js';
import { unsupportedBySource } from '../../src/judging/rules/unsupported-by-source.js';
import type { RuleConfig } from '../../src/judging/ruleset.js';
import { MOST_EXCERPTS } from '../../src/judging/support/source-index.js';
import type { Model } from '../../src/judging/support/model.js';
import { article, citation, source } from '../../src/judging/testing/builders.js';
import { PAIR_SETS, readPairs, type Pair, type PairSet } from '../../train/pairs.js';
import type { Evaluation } from '../evaluation.js';
import { proportion } from '../measures.js';
import type { Chart } from '../support/chart.js';
import { count, share, text, type Table } from '../support/tables.js';
import { heldBackOf } from './held-back.js';

/** A pair as an article of one claim that cites one source. */
interface Cited {
  readonly pair: Pair;
  readonly comparison: Compared;
  readonly article: Article;
}

/** What fires: a rule, at a threshold. */
const FLAGS: readonly { readonly name: string; readonly rule: Rule; readonly config?: RuleConfig }[] = [
  { name: numberMismatch.meta.id, rule: numberMismatch },
  { name: unsupportedBySource.meta.id, rule: unsupportedBySource },
  ...[0.1, 0.3, 0.5].map((score) => ({
    name: `${unsupportedBySource.meta.id}, score under ${score}`,
    rule: unsupportedBySource,
    config: { thresholds: { score } },
  })),
];

/** How often the rules that compare claims with sources are right, for each set of judged pairs. */
export const flagEvaluations: readonly Evaluation[] = PAIR_SETS.map((set) => ({
  name: `flags-${set.name.replaceAll('_', '-')}`,
  about: `How many findings of the rules that compare claims with sources are on claims that people did not call supported (${set.name}).`,
  needs: { data: set.name },
  run: (folder) => [tableOf(set, 'train and dev parts', known(set, folder)), ...testTables(set, folder)],
  charts: (folder) => chartsOf(set, known(set, folder)),
}));

function testTables(set: PairSet, folder: string): Table[] {
  const test = readPairs(folder, set, ['test']);
  return test.length > 0
    ? [
        tableOf(
          set,
          'test part',
          test.map((pair) => citedOf(pair)),
        ),
      ]
    : [];
}

const read = new Map<string, readonly Cited[]>();

/** Table and chart are of the same pairs, compared once. */
function known(set: PairSet, folder: string): readonly Cited[] {
  const cited = read.get(folder) ?? citedIn(set, folder);
  read.set(folder, cited);
  return cited;
}

/** What the weights are trained on is judged with weights that were fitted without it. */
function citedIn(set: PairSet, folder: string): Cited[] {
  if (set.licence === null) return readPairs(folder, set, ['train', 'dev']).map((pair) => citedOf(pair));
  return heldBackOf(set, dirname(folder)).flatMap(({ pairs, model }) => pairs.map((pair) => citedOf(pair, model)));
}

function citedOf(pair: Pair, model?: Model): Cited {
  const snapshot = indexSnapshot({ name: pair.id, ...textOf(pair), language: null });
  const claim = { block: 'PARAGRAPH', attribute: null, column: null, text: pair.claim } as const;
  const cited = { snapshots: [snapshot], issued: null, others: [] };
  const comparison = compare(claim, { quote: null }, cited, 'en', model);
  if (comparison.state !== 'COMPARED') throw new Error(`${pair.id} was not compared`);
  const citing = withComparison(citation(1, { source: source(pair.id) }), comparison);
  return { pair, comparison, article: article([{ text: pair.claim, citations: [citing] }]) };
}

/** A few sentences that a search brought are a part of the source. */
function textOf({ source: given }: Pair): Pick<Snapshot, 'text' | 'extent'> {
  if ('text' in given) return { text: given.text, extent: 'FULL' };
  return { text: given.sentences.join('\n'), extent: given.sentences.length <= MOST_EXCERPTS ? 'PARTIAL' : 'FULL' };
}

const isRight = ({ pair }: Cited): boolean => pair.judgement !== 'supported';

/** A flag as it fires: which of its findings are right, and which share of what is not supported it finds. */
function firing(all: readonly Cited[], rule: Rule, config?: RuleConfig) {
  const fired = all.filter(({ article: own }) => judgeBy(rule, own, config).findings.length > 0);
  const right = fired.filter(isRight).length;
  return {
    fires: fired.length,
    precision: proportion(right, fired.length),
    found: proportion(right, all.filter(isRight).length),
  };
}

/** The scores under which a claim can be called unsupported, that are drawn. */
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** Nothing is drawn of a set whose sources are no whole texts: the rules are not assessed there. */
function chartsOf({ name }: PairSet, all: readonly Cited[]): Chart[] {
  const mismatch = firing(all, numberMismatch).precision;
  const points = THRESHOLDS.flatMap((at) => {
    const { precision, found } = firing(all, unsupportedBySource, { thresholds: { score: at } });
    return precision && found ? [{ at, precision, found }] : [];
  });
  if (points.length === 0) return [];
  const { id } = unsupportedBySource.meta;
  return [
    {
      name: `flags-${name.replaceAll('_', '-')}`,
      title: `${name}: findings of the rules beside whole sources`,
      description: `Of the findings of ${id}, the share that is right, and of all claims that are not supported, the share that it finds, by the score under which it fires; beside it the share of the findings of ${numberMismatch.meta.id} that is right. With intervals of 95 %.`,
      across: `${id}: fires under this score`,
      lines: [
        {
          name: 'findings that are right',
          points: points.map(({ at, precision }) => ({ at, estimate: precision })),
        },
        {
          name: 'of all that is not supported, what is found',
          points: points.map(({ at, found }) => ({ at, estimate: found })),
        },
      ],
      asides: mismatch ? [{ name: `${numberMismatch.meta.id} right`, estimate: mismatch }] : [],
    },
  ];
}

function tableOf(set: PairSet, what: string, all: readonly Cited[]): Table {
  const wrong = all.filter(isRight);
  const isJudged = all.filter(({ comparison }) => comparison.extent === 'FULL').length;
  return {
    title: `${set.name}: ${what}`,
    columns: [text('flag'), count('fires'), share('right (95 %)'), share('of what is not “supported” (95 %)')],
    rows: FLAGS.map(({ name, rule, config }) => {
      const { fires, precision, found } = firing(all, rule, config);
      return [name, fires, precision, found];
    }),
    notes: [
      `${isJudged} of ${all.length} sources are whole and long enough to be judged; ${wrong.length} of all claims are not called supported. A finding is right on a claim that people called anything else.`,
    ],
  };
}
