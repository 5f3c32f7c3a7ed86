/** The last moment of a day, where the browser is, as the API takes it. @returns null for what is no day */
export function endOfDay(day: string | null): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date, 23, 59, 59, 999);
  // The 31st of April is the 1st of May to a Date.
  return end.getMonth() === month - 1 && end.getDate() === date ? end.toISOString() : null;
}

/** The day of a moment, where the browser is: "2031-04-30". */
export const dayOf = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
