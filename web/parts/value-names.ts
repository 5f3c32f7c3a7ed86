import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { BlockKind, Directness, Priority, Severity } from '../api/graphql.js';

type Names<Value extends string> = Readonly<Record<Value, MessageDescriptor>>;

/** What claims are read out of. */
export const BLOCK_NAMES: Names<BlockKind> = {
  PARAGRAPH: msg`Running text`,
  LIST_ITEM: msg`Item of a list`,
  ANSWER: msg`Answer`,
  DEFINITION: msg`Definition`,
  FIELD: msg`Field`,
  CELL: msg`Cell of a table`,
  EVIDENCE_ROW: msg`Row with evidence`,
  HEADING: msg`Heading`,
  QUESTION: msg`Question`,
  BOILERPLATE: msg`No part of the article`,
};

/** How a source bears on a claim. */
export const DIRECTNESS_NAMES: Names<Directness> = {
  UNKNOWN: msg`Nobody has looked yet`,
  DIRECT: msg`States it directly`,
  INDIRECT: msg`Only bears on it`,
};

export const PRIORITY_NAMES: Names<Priority> = { HIGH: msg`High`, NORMAL: msg`Normal`, LOW: msg`Low` };

export const SEVERITY_NAMES: Names<Severity> = { ERROR: msg`Error`, WARNING: msg`Warning`, NOTE: msg`Note` };
