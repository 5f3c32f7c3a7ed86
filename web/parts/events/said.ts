import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { noticedIn, noticeWords } from '../notice-words.js';
import { VALUE_NAMES } from './value-names.js';

/** What things are called, by their ids. */
export type Names = ReadonlyMap<string, string>;

const DATES: ReadonlySet<string> = new Set(['at', 'expiresAt', 'archivedAt']);
/** Of these only the number says something. */
const COUNTED: ReadonlySet<string> = new Set(['opened', 'fixed']);
/** Numbers that are names: nothing is grouped in them. */
const NUMBERS: ReadonlySet<string> = new Set(['number', 'revision', 'status']);
const isId = (property: string): boolean => /Ids?$/.test(property);

/** A value of an event in the reader's language; empty where there is none. */
export function said(i18n: I18n, property: string, value: unknown, names: Names): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return i18n._(value ? msg`Yes` : msg`No`);
  if (typeof value === 'number') return NUMBERS.has(property) ? String(value) : i18n.number(value);
  if (typeof value === 'string') return saidText(i18n, property, value, names);
  if (Array.isArray(value)) return saidList(i18n, property, value, names);
  return saidObject(i18n, property, value as Readonly<Record<string, unknown>>);
}

function saidText(i18n: I18n, property: string, value: string, names: Names): string {
  if (isId(property)) return names.get(value) ?? value;
  if (DATES.has(property) && !Number.isNaN(Date.parse(value)))
    return i18n.date(value, { dateStyle: 'medium', timeStyle: 'short' });
  return nameOf(i18n, property, value);
}

function nameOf(i18n: I18n, property: string, value: string): string {
  const name = VALUE_NAMES[property]?.[value];
  return name ? i18n._(name) : value;
}

function saidList(i18n: I18n, property: string, values: readonly unknown[], names: Names): string {
  if (COUNTED.has(property)) return values.length === 0 ? '' : i18n.number(values.length);
  if (property === 'standings') return saidStandings(i18n, values);
  if (property === 'noticed')
    return noticedIn(values)
      .map((notice) => noticeWords(i18n, notice))
      .join(' ');
  const parts = values.map((value) => said(i18n, property, value, names));
  return parts.join(property === 'texts' || property === 'notices' || property === 'claimIds' ? ' / ' : ', ');
}

/** "Weak → Cited (2)": how many claims went from which standing to which. */
function saidStandings(i18n: I18n, values: readonly unknown[]): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    const { from, to } = (value ?? {}) as { readonly from?: unknown; readonly to?: unknown };
    const [was, is] = [from, to].map((each) => (typeof each === 'string' ? nameOf(i18n, 'standings', each) : '–'));
    const words = `${was} → ${is}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${words} (${i18n.number(count)})`)).join(', ');
}

function saidObject(i18n: I18n, property: string, value: Readonly<Record<string, unknown>>): string {
  const date = dateOf(value);
  if (date !== null) return date;
  const person = personOf(value);
  if (person !== null) return person;
  return Object.entries(value)
    .filter(([, each]) => each !== 0 && each !== null)
    .map(([name, each]) => `${nameOf(i18n, property, name)}: ${said(i18n, '', each, new Map())}`)
    .join(', ');
}

/** A date as CSL has it: `{ "date-parts": [[2031, 4]] }`. */
function dateOf(value: Readonly<Record<string, unknown>>): string | null {
  const parts = value['date-parts'];
  if (!Array.isArray(parts)) return null;
  return parts
    .map((date: unknown) =>
      Array.isArray(date) ? date.map((part: unknown) => String(part).padStart(2, '0')).join('-') : '',
    )
    .join(' – ');
}

/** A name as CSL has it. */
function personOf({ family, given, literal }: Readonly<Record<string, unknown>>): string | null {
  if (typeof literal === 'string') return literal;
  if (typeof family !== 'string') return null;
  return typeof given === 'string' ? `${given} ${family}` : family;
}

/** The ids that a value of an event names things by. */
export function idsIn(property: string, value: unknown): string[] {
  if (!isId(property)) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each): each is string => typeof each === 'string');
}
