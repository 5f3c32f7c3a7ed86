import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '../api/graphql.js';

/** Roles as people call them. */
export const ROLE_NAMES: Readonly<Record<Role, MessageDescriptor>> = {
  READER: msg`Reader`,
  CHECKER: msg`Checker`,
  EDITOR: msg`Editor`,
  ADMIN: msg`Administrator`,
};
