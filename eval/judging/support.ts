import { dirname } from 'node:path';
import type { Model } from '../../src/judging/support/model.js';
import { indexSource } from '../../src/judging/support/source-index.js';
import type { FoundLabel } from '../../src/judging/comparison.js';
import { supportOf, type Support } from '../../src/judging/support/support.js';
import { PAIR_SETS, readPairs, type Pair, type PairSet } from '../../train/pairs.js';
import type { Evaluation } from '../evaluation.js';
import { balancedAccuracy, bootstrap, confusionOf, proportion } from '../measures.js';
import { count, share, text, type Cell, type Table } from '../support/tables.js';
import { EXPECTED } from './expected.js';
import { FOLDS, heldBackOf } from './held-back.js';
import { auroc, calibrationError, macroF1, reliability } from './measures.js';

/** A pair with what Obelus says of it. */
interface Answered {
  readonly pair: Pair;
  readonly support: Support;
}

/** Figures of others on the test part of a set, as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  wice: 'Published on test (LLM-AggreFact, balanced accuracy, none trained on it): T5-NLI 11B 0.553, DAE 0.585, SummaC-ZS 0.628, AlignScore 0.4B 0.660, MiniCheck 0.676–0.722, HHEM-2.1 0.1B 0.759, GPT-4o 0.785, Bespoke 7B 0.830.',
  attributionbench:
    'Published on test (macro-F1): GPT-3.5 trained on it about 0.80; of its ExpertQA part nobody is above 0.61.',
  factcheckbench_stance: 'No published table of stances was found.',
  citation_integrity:
    'Published on test (macro-F1 of three classes): MultiVerS with five sentences 0.44, DeBERTa 0.47, MultiVerS with twenty sentences 0.52.',
};

/** How well claims are compared with sources, for each set of judged pairs. */
export const supportEvaluations: readonly Evaluation[] = PAIR_SETS.map((set) => ({
  name: `support-${set.name.replaceAll('_', '-')}`,
  about: `What is found of a claim in its source, against what people judged (${set.name}).`,
  needs: { data: set.name },
  run: (folder) => partsOf(set, folder).flatMap(({ what, answered }) => tablesOf(set, what, answered)),
}));

/**
 * A set that the weights are trained on is measured by cross-validation of the whole training; its test part, where it is
 * there, and sets that nothing is trained on, with the committed weights.
 */
function partsOf(set: PairSet, folder: string): { readonly what: string; readonly answered: Answered[] }[] {
  const known = readPairs(folder, set, ['train', 'dev']);
  const test = readPairs(folder, set, ['test']);
  return [
    ...(set.licence === null
      ? [{ what: 'train and dev parts, committed weights', answered: answer(known) }]
      : [
          {
            what: `train and dev parts, ${FOLDS}-fold cross-validation`,
            answered: crossValidated(set, dirname(folder)),
          },
        ]),
    ...(test.length > 0 ? [{ what: 'test part, committed weights', answered: answer(test) }] : []),
  ];
}

function answer(pairs: readonly Pair[], model?: Model): Answered[] {
  return pairs.map((pair) => ({ pair, support: supportOf(pair.claim, indexSource(pair.source), model) }));
}

/** The pairs of each set that were held back, with what the weights fitted without them say. */
const crossValidated = (set: PairSet, data: string): Answered[] =>
  heldBackOf(set, data).flatMap(({ pairs, model }) => answer(pairs, model));

function tablesOf(set: PairSet, what: string, answered: readonly Answered[]): Table[] {
  const origins = [...new Set(answered.flatMap(({ pair }) => pair.origin ?? []))].sort();
  const bins = reliability(
    answered.map(({ pair, support }) => ({
      confidence: support.confidence,
      isRight: EXPECTED[pair.judgement] === support.label,
    })),
  );
  return [
    {
      title: `${set.name}: ${what}`,
      columns: [
        text('pairs'),
        count('number'),
        share('AUROC (95 %)'),
        share('balanced accuracy (95 %)'),
        share('macro-F1, found or not (95 %)'),
        share('macro-F1 of the labels'),
      ],
      rows: [
        rowOf('all', answered),
        ...origins.map((origin) =>
          rowOf(
            origin,
            answered.filter(({ pair }) => pair.origin === origin),
          ),
        ),
      ],
      notes: [
        PUBLISHED[set.name]!,
        'Intervals are of a bootstrap over groups: pairs of one article, document or question stay together.',
      ],
    },
    flagsOf(answered),
    lengthsOf(answered),
    {
      title: `Confidence, and how often the label is right; calibration error ${calibrationError(bins)?.toFixed(3) ?? '–'}`,
      columns: [text('confidence'), count('answers'), share('mean confidence'), share('right')],
      rows: bins.map((bin) => [`${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`, bin.count, bin.confidence, bin.right]),
    },
  ];
}

function rowOf(name: string, answered: readonly Answered[]): Cell[] {
  const groups = [...Map.groupBy(answered, ({ pair }) => pair.group).values()];
  const found = ({ pair, support }: Answered) => ({ expected: isFound(pair), found: support.label === 'FOUND' });
  const named = ({ pair, support }: Answered) => ({
    expected: isFound(pair) ? 'found' : 'not',
    found: support.label === 'FOUND' ? 'found' : 'not',
  });
  const of = (figure: (sample: readonly Answered[]) => number | null) =>
    bootstrap(groups, (sample) => figure(sample.flat()), { resamples: 400 });
  return [
    name,
    answered.length,
    of((sample) => auroc(sample.map(({ pair, support }) => ({ isSo: isFound(pair), score: support.score })))),
    of((sample) => balancedAccuracy(confusionOf(sample.map(found)))),
    of((sample) => macroF1(sample.map(named))),
    macroF1(answered.map(({ pair, support }) => ({ expected: EXPECTED[pair.judgement], found: support.label }))),
  ];
}

const isFound = ({ judgement }: Pair): boolean => judgement === 'supported';

/** How often each thing that Obelus shows is right. */
function flagsOf(answered: readonly Answered[]): Table {
  const not = ({ pair }: Answered): boolean => !isFound(pair);
  const lowest = [...answered]
    .sort((a, b) => a.support.score - b.support.score)
    .slice(0, Math.ceil(answered.length / 5));
  const highest = [...answered]
    .sort((a, b) => b.support.score - a.support.score)
    .slice(0, Math.ceil(answered.length / 5));
  const hasFigure = ({ support: { missingByKind: m } }: Answered): boolean =>
    [m.years, m.dates, m.percentages, m.amounts, m.numbers].some((each) => each.length > 0);
  const labelled = (label: FoundLabel) => ({
    own: answered.filter(({ support }) => support.label === label),
    isRight: ({ pair }: Answered) => EXPECTED[pair.judgement] === label,
  });
  const flags: readonly [string, { own: readonly Answered[]; isRight: (each: Answered) => boolean }][] = [
    ['FOUND is “supported”', labelled('FOUND')],
    ['PARTLY_FOUND is “partially supported”', labelled('PARTLY_FOUND')],
    ['NOT_FOUND is neither', labelled('NOT_FOUND')],
    ['CONTRADICTED is “contradicted”', labelled('CONTRADICTED')],
    ['CONTRADICTED is not “supported”', { own: labelled('CONTRADICTED').own, isRight: not }],
    ['a figure is missing: not “supported”', { own: answered.filter(hasFigure), isRight: not }],
    [
      'a name is missing: not “supported”',
      { own: answered.filter(({ support }) => support.missingByKind.names.length > 0), isRight: not },
    ],
    ['the lowest fifth of the scores: not “supported”', { own: lowest, isRight: not }],
    ['the highest fifth of the scores: “supported”', { own: highest, isRight: (each) => !not(each) }],
    ['all: not “supported”', { own: answered, isRight: not }],
  ];
  return {
    title: 'What is shown, and how often it is right',
    columns: [text('what'), count('pairs'), share('right (95 %)')],
    rows: flags.map(([name, { own, isRight }]) => [
      name,
      own.length,
      proportion(own.filter(isRight).length, own.length),
    ]),
  };
}

/** Whether long claims, or those with long sources, fare worse: each half beside the other. */
function lengthsOf(answered: readonly Answered[]): Table {
  const lengthOf = ({ source }: Pair): number =>
    'text' in source ? source.text.length : source.sentences.reduce((sum, each) => sum + each.length, 0);
  const halves = (name: string, length: (pair: Pair) => number): Cell[][] => {
    const sorted = [...answered].sort((a, b) => length(a.pair) - length(b.pair));
    const middle = Math.ceil(sorted.length / 2);
    return [
      [`shorter ${name}`, sorted.slice(0, middle)] as const,
      [`longer ${name}`, sorted.slice(middle)] as const,
    ].map(([half, own]) => [
      half,
      own.length,
      own.filter(({ pair }) => isFound(pair)).length / Math.max(1, own.length),
      own.filter(({ support }) => support.label === 'FOUND').length / Math.max(1, own.length),
      auroc(own.map(({ pair, support }) => ({ isSo: isFound(pair), score: support.score }))),
    ]);
  };
  return {
    title: 'By length',
    columns: [text('half'), count('pairs'), share('“supported”'), share('called FOUND'), share('AUROC')],
    rows: [...halves('claims', ({ claim }) => claim.length), ...halves('sources', lengthOf)],
  };
}
