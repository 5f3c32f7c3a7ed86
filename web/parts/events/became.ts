import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RevisionChange } from '../../api/graphql.js';

/** What can become of a claim, in the order of the filter. */
export const CHANGES = ['REWORDED', 'ADDED', 'GONE', 'MOVED', 'KEPT'] as const satisfies readonly RevisionChange[];

export const BECAME: Readonly<Record<RevisionChange, MessageDescriptor>> = {
  REWORDED: msg`Reads otherwise`,
  ADDED: msg`New`,
  GONE: msg`Gone`,
  MOVED: msg`Moved`,
  KEPT: msg`Stands otherwise`,
};

/** Told apart without colour; the words beside them say the same. */
export const SIGNS: Readonly<Record<RevisionChange, string>> = {
  REWORDED: '~',
  ADDED: '+',
  GONE: '−',
  MOVED: '↕',
  KEPT: '=',
};
