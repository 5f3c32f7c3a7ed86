/** What an event changed of one property, in words. */
export interface Change {
  readonly name: string;
  /** Empty: it was not there. */
  readonly before: string;
  /** Empty: it is not there any more. */
  readonly after: string;
}

/** What an event says before and after, property by property; what stayed is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [propertiesOf(before), propertiesOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((name) => ({ name, before: shown(was[name]), after: shown(is[name]) }))
    .filter((change) => change.before !== change.after);
}

function propertiesOf(data: unknown): Readonly<Record<string, unknown>> {
  if (data === null || data === undefined) return {};
  return typeof data === 'object' && !Array.isArray(data) ? (data as Record<string, unknown>) : { value: data };
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
