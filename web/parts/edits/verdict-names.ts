import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { VerdictValue } from '../../api/graphql.js';

/** What people conclude, in words. */
export const VERDICT_NAMES: Readonly<Record<VerdictValue, MessageDescriptor>> = {
  TRUE: msg`True`,
  MOSTLY_TRUE: msg`Mostly true`,
  MIXED: msg`Mixed`,
  MOSTLY_FALSE: msg`Mostly false`,
  FALSE: msg`False`,
  UNPROVEN: msg`Unproven`,
};
