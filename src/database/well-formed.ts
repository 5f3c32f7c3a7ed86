/** A text as PostgreSQL takes it: it takes no NUL, and its JSON no half of a surrogate pair. */
export const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');

/** A value as JSON that PostgreSQL takes, all its texts well-formed. */
export const wellFormedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? wellFormed(each) : each));
