import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listOf, readLines, stringOf } from '../eval/support/lines.js';
import type { Source } from '../src/judging/support/source-index.js';

/** What people said of a claim beside a source. */
export const JUDGEMENTS = [
  'supported',
  'partially_supported',
  'not_supported',
  'contradicted',
  'not_accurate',
  'irrelevant',
] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** A claim, a source, and what people said. */
export interface Pair {
  readonly set: string;
  readonly part: 'train' | 'dev' | 'test';
  readonly id: string;
  readonly claim: string;
  readonly source: Source;
  readonly judgement: Judgement;
  /** What must not be parted between training and measuring: one article, document or question. */
  readonly group: string;
  /** Of a set made of several, which. */
  readonly origin: string | null;
}

/** A set of judged pairs: its folder, what its groups are, and what may be done with it. */
export interface PairSet {
  readonly name: string;
  /** The field that names what a pair was drawn from. */
  readonly group: string;
  /** What the weights file says of it; null when it is measured on, and nothing is trained on it. */
  readonly licence: string | null;
}

export const PAIR_SETS: readonly PairSet[] = [
  {
    name: 'wice',
    group: 'article',
    licence:
      'WiCE (Kamoi, Goyal, Diego Rodriguez and Durrett 2023): annotations under ODC-BY 1.0; claims from Wikipedia, CC BY-SA',
  },
  {
    name: 'factcheckbench_stance',
    group: 'doc',
    licence: 'Factcheck-Bench (Wang et al. 2023), claims and evidence with their stance: Apache-2.0',
  },
  {
    name: 'citation_integrity',
    group: 'ref_article',
    licence: 'Citation Integrity (Sarol et al. 2024), with retrieved sentences (Dick 2024): MIT',
  },
  { name: 'attributionbench', group: 'question', licence: null },
];

/** Parts that lie in the folder of a set, of those that are asked for. */
export function readPairs(folder: string, { name, group }: PairSet, parts: readonly Pair['part'][]): Pair[] {
  return parts.flatMap((part) => {
    const path = join(folder, `${part}.jsonl`);
    if (!existsSync(path)) return [];
    return readLines(path, (line): Pair => ({
      set: name,
      part,
      id: stringOf(line, 'id'),
      claim: stringOf(line, 'claim'),
      source: sourceOf(line),
      judgement: judgementOf(stringOf(line, 'label')),
      group: `${name} ${String(line[group])}`,
      origin: typeof line.src === 'string' ? line.src : null,
    }));
  });
}

const sourceOf = (line: Readonly<Record<string, unknown>>): Source =>
  line.source_text === undefined
    ? { sentences: listOf(line, 'source_sentences', (item) => typeof item === 'string') }
    : { text: stringOf(line, 'source_text') };

function judgementOf(label: string): Judgement {
  const known = JUDGEMENTS.find((each) => each === label);
  if (!known) throw new Error(`"label" is none of ${JUDGEMENTS.join(', ')}`);
  return known;
}
