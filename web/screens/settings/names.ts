import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Reliability, Role, Severity } from '../../api/graphql.js';

export const SEVERITIES = ['ERROR', 'WARNING', 'NOTE'] as const satisfies readonly Severity[];
export const SEVERITY_NAMES: Readonly<Record<Severity, MessageDescriptor>> = {
  ERROR: msg`Error: to be mended before publishing`,
  WARNING: msg`Warning: to be looked at`,
  NOTE: msg`Note: good to know`,
};

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const satisfies readonly Reliability[];
export const RELIABILITY_NAMES: Readonly<Record<Reliability, MessageDescriptor>> = {
  A: msg`A: completely reliable`,
  B: msg`B: usually reliable`,
  C: msg`C: fairly reliable`,
  D: msg`D: not usually reliable`,
  E: msg`E: unreliable`,
  F: msg`F: cannot be judged`,
};

export const ROLES = ['READER', 'CHECKER', 'EDITOR', 'ADMIN'] as const satisfies readonly Role[];
/** What each role may do. */
export const ROLE_TASKS: Readonly<Record<Role, MessageDescriptor>> = {
  READER: msg`Reader: reads`,
  CHECKER: msg`Checker: looks at evidence`,
  EDITOR: msg`Editor: changes articles`,
  ADMIN: msg`Administrator: sets up the workspace`,
};
