import type { I18n } from '@lingui/core';

/** How much of a date is shown, by how many of its parts are known. */
const SHOWN: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { dateStyle: 'medium' },
];

/**
 * When a source was published, no more exactly than it is known.
 *
 * @param issued as the API has it: "2031", "2031-04", "2031-04-02", or in words, which stay as they are
 */
export function issuedIn(i18n: Pick<I18n, 'date'>, issued: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(issued) || Number.isNaN(Date.parse(issued))) return issued;
  return i18n.date(issued, { ...SHOWN[issued.split('-').length - 1], timeZone: 'UTC' });
}
