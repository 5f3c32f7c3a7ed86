import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Reliability, Role, Severity, WebhookDisabledCause } from '../../api/graphql.js';

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

/** Why a webhook stopped by itself, and what to do. */
export const CAUSES: Readonly<Record<WebhookDisabledCause, MessageDescriptor>> = {
  GONE: msg`Stopped by itself: the receiver said that it wants no more messages.`,
  FAILING: msg`Stopped by itself: nothing came through for three days.`,
  SECRET_LOST: msg`Stopped by itself: its secret cannot be read, because the key of the server is another one. Give it another secret, or set the former key back.`,
};
