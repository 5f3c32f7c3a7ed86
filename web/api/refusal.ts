import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { UserErrorCode } from './graphql.js';

/** Why the server did not do what it was asked for: the code for programs, and its own words, which are English. */
export interface Refused {
  readonly code?: UserErrorCode;
  readonly message: string;
}

const WORDS: Readonly<Record<UserErrorCode, MessageDescriptor>> = {
  INVALID_INPUT: msg`Something that was given cannot be right.`,
  NOT_FOUND: msg`It is not there, or not any more.`,
  CONFLICT: msg`Somebody changed it meanwhile, or there is another one like it.`,
  TOO_LARGE: msg`That is more than the limit.`,
  EMPTY: msg`Something that is needed is missing.`,
  FORBIDDEN: msg`Your role does not allow it.`,
  NOT_POSSIBLE: msg`That is not possible as things stand.`,
  TIMEOUT: msg`It took too long. Try again in a moment.`,
  REFUSED_ADDRESS: msg`The server does not go to this address.`,
  REFUSED_BY_ROBOTS: msg`The site asks programs not to fetch this page.`,
  UNREACHABLE: msg`What is at the address cannot be had now.`,
  UNSUPPORTED_TYPE: msg`What is at the address is of a kind that cannot be read.`,
};

/** Of these the server's words say no more than the code does. */
const SAID_WHOLE: ReadonlySet<UserErrorCode> = new Set([
  'FORBIDDEN',
  'TIMEOUT',
  'REFUSED_BY_ROBOTS',
  'UNSUPPORTED_TYPE',
]);

/**
 * Why something was not done, in the reader's language. The server's own words, which name what is wrong and what to do,
 * follow where they say more; in English they are all that is needed.
 */
export function refusalWords({ code, message }: Refused): string {
  const known = code === undefined || i18n.locale === 'en' ? undefined : WORDS[code];
  if (code === undefined || known === undefined) return message;
  const words = i18n._(known);
  return SAID_WHOLE.has(code) || message === '' ? words : t`${words} The server says: ${message}`;
}
