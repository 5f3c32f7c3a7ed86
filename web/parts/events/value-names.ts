import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  Basis,
  BlockKind,
  Directness,
  Priority,
  ReviewState,
  Severity,
  SnapshotExtent,
  Stance,
} from '../../api/graphql.js';
import { VERDICT_NAMES } from '../edits/verdict-names.js';
import { ROLE_NAMES } from '../role-names.js';
import { STANDING_NAMES } from '../standing.js';
import { BECAME } from './became.js';

type Names<Value extends string> = Readonly<Record<Value, MessageDescriptor>>;

const stance: Names<Stance> = {
  SUPPORTS: msg`Supports it`,
  REFUTES: msg`Says the contrary`,
  NEUTRAL: msg`Says neither`,
};
const directness: Names<Directness> = {
  UNKNOWN: msg`Nobody has looked yet`,
  DIRECT: msg`States it directly`,
  INDIRECT: msg`Only bears on it`,
};
const basis: Names<Basis> = {
  ASSERTED: msg`Said by who wrote or attached it`,
  MATCHED: msg`Quote found in the source`,
  REVIEWED: msg`A person looked`,
  SUGGESTED: msg`Suggested by a program`,
};
const state: Names<ReviewState> = {
  PROPOSED: msg`Not looked at`,
  ACCEPTED: msg`Accepted`,
  REJECTED: msg`Rejected`,
};
const priority: Names<Priority> = { HIGH: msg`High`, NORMAL: msg`Normal`, LOW: msg`Low` };
const severity: Names<Severity | 'OFF'> = {
  ERROR: msg`Error`,
  WARNING: msg`Warning`,
  NOTE: msg`Note`,
  OFF: msg`Off`,
};
const extent: Names<SnapshotExtent> = {
  FULL: msg`Whole`,
  PARTIAL: msg`A part`,
  SHORT: msg`Short`,
  EMPTY: msg`No words`,
};
const block: Names<BlockKind> = {
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

/** Properties of events whose values are among a few, in words. */
export const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>> = {
  stance,
  directness,
  basis,
  state,
  priority,
  severity,
  extent,
  block,
  role: ROLE_NAMES,
  value: VERDICT_NAMES,
  standings: STANDING_NAMES,
  ofStandings: STANDING_NAMES,
  byStanding: STANDING_NAMES,
  changes: BECAME,
};
