import type { I18n } from '@lingui/core';

/** 0.29 is a little less than that in binary numbers. */
const LEAST = 1e-11;

/** A share as per cent, rounded down, so that only all is 100 %: "55%" of 0.558. @param share from 0 to 1 */
export const percent = (i18n: Pick<I18n, 'number'>, share: number): string =>
  i18n.number(share + LEAST, { style: 'percent', maximumFractionDigits: 0, roundingMode: 'floor' });
