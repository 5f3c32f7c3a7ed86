import { join } from 'node:path';
import type { Evaluation } from '../evaluation.js';
import { bootstrap, confusionOf, f1, precision, recall, type Judged } from '../measures.js';
import { listOf, readLines, stringOf } from '../support/lines.js';
import { count, share, text, type Table } from '../support/tables.js';
import { coveredBy } from './coverage.js';

/** A paragraph, one marker in it, and which of its sentences people say that the marker covers. */
export interface Paragraph {
  readonly id: string;
  readonly sentences: readonly string[];
  readonly covered: readonly boolean[];
}

const TAGGED = '<CITATION_MARKER>';

/** Which sentences of a paragraph a marker covers: as Obelus reads it, and the marker's own sentence alone. */
export const citationContext: Evaluation = {
  name: 'citation-context',
  about: 'Which sentences of a paragraph a marker covers, against what people marked in biomedical papers.',
  needs: { data: 'citation_context' },
  run(folder) {
    const all = readLines(join(folder, 'dev.jsonl'), paragraphOf);
    const paragraphs = all.filter(({ sentences }) => sentences.some((sentence) => sentence.includes(TAGGED)));
    return [tableOf(paragraphs, all.length - paragraphs.length)];
  },
};

function tableOf(paragraphs: readonly Paragraph[], untagged: number): Table {
  const ways = {
    'as Obelus reads it': (paragraph: Paragraph) => coveredBy(paragraph.sentences),
    "the marker's sentence only": ({ sentences }: Paragraph) => sentences.map((each) => each.includes(TAGGED)),
  };
  const rows = Object.entries(ways).map(([name, way]) => {
    const judged = paragraphs.map((paragraph) => compared(paragraph, way(paragraph)));
    const confusion = confusionOf(judged.flat());
    const { truePositives, falsePositives, falseNegatives } = confusion;
    const figures = [precision, recall].map((measure) => measure(confusion));
    const overall = bootstrap(judged, (sample) => f1(confusionOf(sample.flat())));
    return [name, truePositives, falsePositives, falseNegatives, ...figures, overall];
  });
  return {
    title: 'Sentences that the marker covers',
    columns: [
      text('way'),
      count('both'),
      count('only the way'),
      count('only people'),
      share('precision'),
      share('recall'),
      share('F1 (95 %)'),
    ],
    rows,
    notes: [
      `${paragraphs.length} paragraphs with a marker; ${untagged} left out, for theirs is not marked.`,
      'The interval is of a bootstrap over paragraphs.',
    ],
  };
}

const compared = ({ covered }: Paragraph, found: readonly boolean[]): Judged[] =>
  covered.map((expected, i) => ({ expected, found: found[i]! }));

function paragraphOf(object: Readonly<Record<string, unknown>>): Paragraph {
  const sentences = listOf(object, 'sentences', (item) => typeof item === 'string');
  const labels = listOf(object, 'labels', (item) => item === 0 || item === 1);
  if (sentences.length !== labels.length) throw new Error('"labels" has not one for each of "sentences"');
  return { id: stringOf(object, 'id'), sentences, covered: labels.map((label) => label === 1) };
}
