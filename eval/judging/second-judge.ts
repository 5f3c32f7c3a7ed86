import { readConfig } from '../../src/config/config.js';
import type { JudgeSettings } from '../../src/config/judge-settings.js';
import { SecondJudge, type Answer } from '../../src/consulting/second-judge.js';
import { shownPassages } from '../../src/consulting/shown-passages.js';
import type { FoundLabel } from '../../src/judging/comparison.js';
import { indexSource } from '../../src/judging/support/source-index.js';
import { supportOf } from '../../src/judging/support/support.js';
import { PAIR_SETS, readPairs, type Pair, type PairSet } from '../../train/pairs.js';
import { randomOf } from '../../test/support/random.js';
import type { Evaluation } from '../evaluation.js';
import { balancedAccuracy, bootstrap, confusionOf } from '../measures.js';
import { count, share, text, type Cell, type Table } from '../support/tables.js';
import { EXPECTED } from './expected.js';
import { macroF1 } from './measures.js';

/** Pairs of each set that are asked about: each costs a question. */
const DRAWN = 100;
const SEED = 6;
const never = new AbortController().signal;

/** A pair, what the second judge answered, and what the comparison of wording says of the same. */
interface Answered {
  readonly pair: Pair;
  readonly answer: Answer;
  readonly compared: FoundLabel;
}

/** How well the second judge that is set up does, beside the comparison of wording on the very same pairs. */
export const secondJudgeEvaluations: readonly Evaluation[] = PAIR_SETS.map((set) => ({
  name: `second-judge-${set.name.replaceAll('_', '-')}`,
  about: `What the second judge says of ${DRAWN} pairs, drawn by chance, against what people judged (${set.name}).`,
  needs: { data: set.name },
  // Read when it is asked: a wrong setting must keep no other evaluation from running.
  get lacks() {
    return readConfig().judge
      ? undefined
      : 'no second judge is set up: it needs OBELUS_JUDGE_URL and OBELUS_JUDGE_MODEL';
  },
  run: async (folder) => {
    const settings = readConfig().judge!;
    return [tableOf(set, settings, await answersOf(settings, drawn(readPairs(folder, set, ['dev']))))];
  },
}));

/** So many of them, the same each time. */
function drawn(pairs: readonly Pair[]): Pair[] {
  const random = randomOf(SEED);
  return pairs
    .map((pair) => ({ pair, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, DRAWN)
    .map(({ pair }) => pair);
}

async function answersOf(given: JudgeSettings, pairs: readonly Pair[]): Promise<Answered[]> {
  const judge = new SecondJudge(given);
  const waiting = [...pairs];
  const answered: Answered[] = [];
  const lane = async (): Promise<void> => {
    for (let pair = waiting.shift(); pair; pair = waiting.shift()) answered.push(await answerTo(judge, pair));
  };
  await Promise.all(Array.from({ length: given.atOnce }, lane));
  return answered;
}

/** As in a workspace: a short source is shown whole, of a long one what stands around the best sentences. */
async function answerTo(judge: SecondJudge, pair: Pair): Promise<Answered> {
  const content = 'text' in pair.source ? pair.source.text : pair.source.sentences.join('\n');
  const { passages, label } = supportOf(pair.claim, indexSource(pair.source));
  const best = passages.flatMap(({ text: words }) => {
    const start = content.indexOf(words);
    return start < 0 ? [] : [{ start, end: start + words.length }];
  });
  const shown = shownPassages(content, best) ?? shownPassages(content, [{ start: 0, end: 1 }])!;
  const answer = await judge.ask({ title: '', section: null, claim: pair.claim, text: content, ...shown }, never);
  return { pair, answer, compared: label };
}

function tableOf(set: PairSet, { model }: JudgeSettings, answered: readonly Answered[]): Table {
  const used = answered.filter(({ answer }) => answer.opinion !== null);
  const costs = answered.map(({ answer }) => answer.cost);
  const cost = costs.includes(null) ? null : costs.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const tokens = (of: 'inputTokens' | 'outputTokens'): string =>
    answered.reduce((sum, { answer }) => sum + (answer[of] ?? 0), 0).toLocaleString('en');
  return {
    title: `${set.name}: ${DRAWN} pairs of the dev part, ${model}`,
    columns: [
      text('judge'),
      count('answers'),
      share('balanced accuracy (95 %)'),
      share('macro-F1, found or not (95 %)'),
      share('macro-F1 of the labels'),
    ],
    rows: [
      rowOf('second judge', used, ({ answer }) => answer.opinion!.label),
      rowOf('comparison of wording, the same pairs', used, ({ compared }) => compared),
    ],
    notes: [
      `Of ${answered.length} answers ${answered.length - used.length} could not be used. ` +
        `Tokens: ${tokens('inputTokens')} sent, ${tokens('outputTokens')} answered; cost: ${cost === null ? 'not known' : cost.toFixed(4)}.`,
      'The weights of the comparison were fitted to pairs of the dev parts, too, so its line is too good; a model may have seen the sets.',
    ],
  };
}

function rowOf(name: string, used: readonly Answered[], labelOf: (each: Answered) => FoundLabel): Cell[] {
  const groups = [...Map.groupBy(used, ({ pair }) => pair.group).values()];
  const both = (each: Answered) => ({
    expected: EXPECTED[each.pair.judgement] === 'FOUND',
    found: labelOf(each) === 'FOUND',
  });
  const of = (figure: (sample: readonly Answered[]) => number | null) =>
    bootstrap(groups, (sample) => figure(sample.flat()), { resamples: 400 });
  const word = (isFound: boolean): string => (isFound ? 'found' : 'not');
  return [
    name,
    used.length,
    of((sample) => balancedAccuracy(confusionOf(sample.map(both)))),
    of((sample) =>
      macroF1(sample.map(both).map(({ expected, found }) => ({ expected: word(expected), found: word(found) }))),
    ),
    macroF1(used.map((each) => ({ expected: EXPECTED[each.pair.judgement], found: labelOf(each) }))),
  ];
}
