import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Basis, ReviewState, SnapshotExtent, Stance } from '../../api/graphql.js';
import { VERDICT_NAMES } from '../edits/verdict-names.js';
import { LINK_PROBLEM_NAMES } from '../link-problem.js';
import { ROLE_NAMES } from '../role-names.js';
import { STANDING_NAMES } from '../standing.js';
import { BLOCK_NAMES, DIRECTNESS_NAMES, PRIORITY_NAMES, SEVERITY_NAMES } from '../value-names.js';
import { BECAME } from './became.js';

type Names<Value extends string> = Readonly<Record<Value, MessageDescriptor>>;

const stance: Names<Stance> = {
  SUPPORTS: msg`Supports it`,
  REFUTES: msg`Says the contrary`,
  NEUTRAL: msg`Says neither`,
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
const extent: Names<SnapshotExtent> = {
  FULL: msg`Whole`,
  PARTIAL: msg`A part`,
  SHORT: msg`Short`,
  EMPTY: msg`No words`,
};
/** Properties of events whose values are among a few, in words. */
export const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>> = {
  stance,
  directness: DIRECTNESS_NAMES,
  basis,
  state,
  priority: PRIORITY_NAMES,
  severity: { ...SEVERITY_NAMES, OFF: msg`Off` },
  extent,
  block: BLOCK_NAMES,
  role: ROLE_NAMES,
  value: VERDICT_NAMES,
  standings: STANDING_NAMES,
  ofStandings: STANDING_NAMES,
  byStanding: STANDING_NAMES,
  changes: BECAME,
  problemCode: LINK_PROBLEM_NAMES,
};
