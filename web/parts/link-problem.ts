import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LinkProblem } from '../api/graphql.js';

/** Why an address counts as failing: for programs, and in the server's own words, which are English. */
export interface FailingLink {
  readonly problem: string | null;
  readonly problemCode: LinkProblem | null;
  readonly status: number | null;
}

/** What is wrong with an address, in words. */
export const LINK_PROBLEM_NAMES: Readonly<Record<LinkProblem, MessageDescriptor>> = {
  HTTP_STATUS: msg`the site does not give it`,
  SAYS_GONE: msg`the page says that it is gone`,
  UNKNOWN_NAME: msg`the name of the site is not known`,
  UNREACHABLE: msg`the site cannot be reached`,
  UNTRUSTED: msg`the certificate of the site cannot be trusted`,
  TIMEOUT: msg`the site did not answer in time`,
  TOO_MANY_REDIRECTS: msg`it leads on in a circle, or too often`,
  BAD_RESPONSE: msg`what answers is no page that can be read`,
};

/** Why an address counts as failing, in the reader's language; what was noted before there were codes, as the server says it. */
export function linkProblemWords(i18n: I18n, { problem, problemCode, status }: FailingLink): string {
  if (problemCode === null) return problem ?? (status === null ? '' : String(status));
  if (problemCode === 'HTTP_STATUS' && status !== null) return i18n._(msg`the site answers ${status}`);
  return i18n._(LINK_PROBLEM_NAMES[problemCode]);
}
