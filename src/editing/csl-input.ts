import type { StoredCsl } from '../sources/csl.js';
import type { InputCheck } from './input-check.js';

const MAX_CSL = 20_000;
const TEXTS = 'title publisher container-title URL DOI ISBN PMID number locator archive archive_location'.split(' ');
const DATES = ['issued', 'accessed'];

/** CSL-JSON as an editor gives it, of which nothing is known: a record, or what is wrong with it in `check`. */
export function checkCsl(value: unknown, check: InputCheck): StoredCsl {
  const empty: StoredCsl = { type: 'document' };
  if (value === null || value === undefined) return empty;
  const wrong = faultOf(value);
  if (wrong) {
    check.wrong('csl', wrong.message, wrong.code);
    return empty;
  }
  const given = value as Record<string, unknown>;
  return { ...empty, ...given, custom: ownFields(given.custom) } as StoredCsl;
}

function faultOf(value: unknown): { readonly message: string; readonly code?: 'TOO_LARGE' } | null {
  if (!isObject(value)) return { message: 'must be one object of CSL-JSON' };
  if (JSON.stringify(value).length > MAX_CSL) {
    return { message: `is larger than ${MAX_CSL} characters`, code: 'TOO_LARGE' };
  }
  const noText = TEXTS.find((field) => value[field] !== undefined && typeof value[field] !== 'string');
  if (noText !== undefined) return { message: `"${noText}" must be text` };
  const { author } = value;
  if (author !== undefined && !(Array.isArray(author) && author.every(isObject))) {
    return { message: '"author" must be a list of names' };
  }
  const noDate = DATES.find((field) => value[field] !== undefined && !isDate(value[field]));
  return noDate === undefined ? null : { message: `"${noDate}" must be a date: {"date-parts": [[2031, 4, 2]]}` };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** CSL has more ways to say when; those are not read, and no fault. */
function isDate(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { 'date-parts': parts, literal } = value;
  const isPart = (part: unknown): boolean => typeof part === 'number' || typeof part === 'string';
  const areParts = Array.isArray(parts) && parts.every((date) => Array.isArray(date) && date.every(isPart));
  return (parts === undefined || areParts) && (literal === undefined || typeof literal === 'string');
}

/** What is kept under `custom` here, as far as it is what it should be; others keep there what they like. */
function ownFields(custom: unknown): object {
  if (!isObject(custom)) return {};
  const { arxiv, archiveUrl, archived } = custom;
  return {
    ...(typeof arxiv === 'string' ? { arxiv } : {}),
    ...(typeof archiveUrl === 'string' ? { archiveUrl } : {}),
    ...(isDate(archived) ? { archived } : {}),
  };
}
