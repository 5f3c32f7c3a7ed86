import { join } from 'node:path';
import { readArticle } from '../../src/reading/read-article.js';
import type { Evaluation } from '../evaluation.js';
import { balancedAccuracy, bootstrap, confusionOf, f1, precision, recall } from '../measures.js';
import { readLines, stringOf } from '../support/lines.js';
import { count, share, text, type Table } from '../support/tables.js';

interface Sentence {
  readonly text: string;
  /** People say that it states a fact that can be checked. */
  readonly checkworthy: boolean;
}

/** Which sentences need a source: what Obelus calls checkable, and all of them. */
export const checkworthy: Evaluation = {
  name: 'checkworthy',
  about: 'Which sentences state a fact that needs a source, against what people say of the answers of a chatbot.',
  needs: { data: 'checkworthy' },
  run: (folder) => [tableOf(readLines(join(folder, 'all.jsonl'), sentenceOf))],
};

function tableOf(sentences: readonly Sentence[]): Table {
  const ways = { 'checkable, as Obelus says': ({ text }: Sentence) => isCheckable(text), all: () => true };
  const rows = Object.entries(ways).map(([name, way]) => {
    const judged = sentences.map((sentence) => ({ expected: sentence.checkworthy, found: way(sentence) }));
    const confusion = confusionOf(judged);
    const { falsePositives, falseNegatives } = confusion;
    const [exact, whole, balanced] = [precision, recall, balancedAccuracy].map((measure) => measure(confusion));
    const overall = bootstrap(judged, (sample) => f1(confusionOf(sample)));
    return [name, falsePositives, falseNegatives, exact!, whole!, overall, balanced!];
  });
  return {
    title: 'Sentences that need a source',
    columns: [
      text('way'),
      count('only the way'),
      count('only people'),
      share('precision'),
      share('recall'),
      share('F1 (95 %)'),
      share('balanced accuracy'),
    ],
    rows,
    notes: [
      `${sentences.length} sentences, of which ${sentences.filter((each) => each.checkworthy).length} need a source.`,
      'Each is read by itself, as an article under a heading. The interval is of a bootstrap over sentences.',
    ],
  };
}

/** Whether a sentence, read as an article of its own, holds a checkable claim. */
export const isCheckable = (sentence: string): boolean =>
  readArticle(`A sentence\n\n${sentence}\n`, { format: 'TEXT' }).claims.some(({ checkable }) => checkable);

const sentenceOf = (object: Readonly<Record<string, unknown>>): Sentence => ({
  text: stringOf(object, 'text'),
  checkworthy: stringOf(object, 'label') === 'yes',
});
