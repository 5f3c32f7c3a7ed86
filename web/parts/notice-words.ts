import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { NoticeCode } from '../api/graphql.js';

/** What the server noticed of a text: the code for programs, with its values, and its own words, which are English. */
export interface Noticed {
  readonly code: NoticeCode;
  readonly values: unknown;
  readonly message?: string;
}

type Values = Readonly<Record<string, unknown>>;

const WORDS: Readonly<Record<NoticeCode, (i18n: I18n, values: Values) => string>> = {
  UNCHANGED: (i18n) => i18n._(msg`It was imported with this content before, so nothing was stored.`),
  DAMAGED_BYTES: (i18n) => i18n._(msg`The page has bytes that belong to no character; in their place stands “�”.`),
  UNKNOWN_PARTS: (i18n, values) => {
    const editor = text(values['editor']);
    const parts = partsIn(i18n, values);
    return i18n._(
      msg`Some parts of this document of ${editor} are not known, and only their words were read: ${parts}.`,
    );
  },
  RENUMBERED: (i18n, values) => {
    const [title, from, to] = [text(values['title']), text(values['from']), text(values['to'])];
    return i18n._(msg`“${title}”, to which an editor had given the number ${from}, has the number ${to} now.`);
  },
  OVERRULED: (i18n, values) => {
    const number = text(values['number']);
    const [title, formerTitle] = [text(values['title']), text(values['formerTitle'])];
    return i18n._(
      msg`The article lists “${title}” under the number ${number} now; an editor had said “${formerTitle}”.`,
    );
  },
  OUTDATED: (i18n, values) => {
    const list = outdatedIn(i18n, values);
    return i18n._(msg`To be looked at again, for the text or the source under them says something else: ${list}.`);
  },
};

/** A notice in the reader's language; the server's words where this page does not know its code. */
export function noticeWords(i18n: I18n, { code, values, message }: Noticed): string {
  const words: ((i18n: I18n, values: Values) => string) | undefined = WORDS[code];
  return words?.(i18n, objectOf(values)) ?? message ?? code;
}

/** Notices as events keep them. */
export const noticedIn = (value: unknown): Noticed[] =>
  Array.isArray(value) ? value.filter((each): each is Noticed => typeof objectOf(each)['code'] === 'string') : [];

function partsIn(i18n: I18n, values: Values): string {
  const parts = Array.isArray(values['parts']) ? (values['parts'] as readonly unknown[]) : [];
  const told = parts.map((part) => {
    const { name, count } = objectOf(part);
    return count === 1 ? text(name) : `${text(name)} (${i18n.number(numberOf(count))})`;
  });
  const more = numberOf(values['moreKinds']);
  return listOf(
    i18n,
    more === 0 ? told : [...told, i18n._(msg`${plural(more, { one: '# other kind', other: '# other kinds' })}`)],
  );
}

function outdatedIn(i18n: I18n, values: Values): string {
  const [reviews = 0, verdicts = 0, waivers = 0] = ['reviews', 'verdicts', 'waivers'].map((name) =>
    numberOf(values[name]),
  );
  return listOf(i18n, [
    ...(reviews === 0 ? [] : [i18n._(msg`${plural(reviews, { one: '# review', other: '# reviews' })}`)]),
    ...(verdicts === 0 ? [] : [i18n._(msg`${plural(verdicts, { one: '# verdict', other: '# verdicts' })}`)]),
    ...(waivers === 0 ? [] : [i18n._(msg`${plural(waivers, { one: '# waiver', other: '# waivers' })}`)]),
  ]);
}

const listOf = (i18n: I18n, parts: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(parts);
const objectOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '–';
