import type { BlockKind } from '../../api/graphql.js';

/** What a sentence can be, and what a field or cell can be: the server makes none of the other. */
const SENTENCES: readonly BlockKind[] = ['PARAGRAPH', 'LIST_ITEM', 'ANSWER', 'DEFINITION'];
const OF_TABLES: readonly BlockKind[] = ['FIELD', 'CELL', 'EVIDENCE_ROW'];

/** What a claim can be made that the reader took for this. */
export const blocksLike = (block: BlockKind): readonly BlockKind[] =>
  [SENTENCES, OF_TABLES].find((sort) => sort.includes(block)) ?? [block];

/** Only sentences are cut and joined. */
export const isSentence = (block: BlockKind): boolean => SENTENCES.includes(block);
