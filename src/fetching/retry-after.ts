/**
 * How long a Retry-After asks to wait: seconds, or a date. RFC 9110, section 10.2.3.
 *
 * @param header as it came; null: there is none
 * @returns milliseconds; 0 where nothing is asked, or nothing that can be read
 */
export function askedWait(header: string | null, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // Of dates, only the form that is to be sent: Date.parse takes much more.
  const date = /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime());
}
