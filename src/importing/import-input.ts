import type { RevisionInput } from '../editing/store-revision.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import { ARTICLE_FORMATS, type ArticleFormat } from '../judging/evidence.js';
import { checkText, UnreadableInputError, type UnreadableReason } from '../reading/decode.js';
import { guessFormat } from './guess-format.js';

/** What a caller gives: the fields of the API's ImportArticleInput. */
export interface ImportArticleData {
  readonly slug: string;
  readonly title?: string | null;
  readonly content?: string | null;
  readonly url?: string | null;
  /** Guessed from the content when left out. */
  readonly format?: string | null;
  readonly desk?: string | null;
  readonly publishedAt?: Date | string | null;
  readonly expectedVersion?: number | null;
}

/** An input that can be read and stored. */
export interface ValidImport extends RevisionInput {
  /** Null: the content's own. */
  readonly title: string | null;
}

const MAX_SLUG = 200;
const MAX_TITLE = 500;
const MAX_DESK = 200;
const MAX_URL = 2_000;
const SLUG = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
/** PostgreSQL's integers. */
const MAX_VERSION = 2_147_483_647;

const UNREADABLE: Readonly<Record<UnreadableReason, UserErrorCode>> = {
  NOT_UTF8: 'INVALID_INPUT',
  NUL_CHARACTER: 'INVALID_INPUT',
  EMPTY: 'EMPTY',
  TOO_LARGE: 'TOO_LARGE',
};

/** @returns the input in its stored form, or everything that is wrong with it */
export function checkImport(data: ImportArticleData): ValidImport | UserErrorData[] {
  const errors: UserErrorData[] = [];
  const wrong = (field: keyof ImportArticleData, message: string, code: UserErrorCode = 'INVALID_INPUT'): void =>
    void errors.push({ code, message, field: [field] });

  if (data.slug.length > MAX_SLUG) wrong('slug', `has ${data.slug.length} characters, at most ${MAX_SLUG} are allowed`);
  else if (!SLUG.test(data.slug)) {
    wrong(
      'slug',
      'use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends: "my-article"',
    );
  }
  const title = line(data.title, 'title', MAX_TITLE, wrong);
  const desk = line(data.desk, 'desk', MAX_DESK, wrong);
  const url = checkUrl(data.url, wrong);
  const publishedAt = checkDate(data.publishedAt, wrong);
  const expectedVersion = data.expectedVersion ?? null;
  if (
    expectedVersion !== null &&
    !(Number.isInteger(expectedVersion) && expectedVersion >= 0 && expectedVersion <= MAX_VERSION)
  ) {
    wrong('expectedVersion', 'give the version of the article that you saw, or 0 for an article that is not there yet');
  }
  const content = checkContent(data.content, wrong);
  const format = checkFormat(data.format, content, wrong);
  if (errors.length > 0) return errors;
  return { slug: data.slug, title, desk, url, publishedAt, expectedVersion, content, format };
}

type Complain = (field: keyof ImportArticleData, message: string, code?: UserErrorCode) => void;

/** A name in one line; null when it is absent or blank. */
function line(
  value: string | null | undefined,
  field: 'title' | 'desk',
  limit: number,
  wrong: Complain,
): string | null {
  const text = value?.replace(/\s+/g, ' ').trim();
  if (text === undefined || text === '') return null;
  if (text.length > limit) wrong(field, `has ${text.length} characters, at most ${limit} are allowed`);
  else if (/[\p{Cc}\p{Surrogate}]/u.test(text))
    wrong(field, 'has control characters or half of a surrogate pair; remove them');
  return text;
}

function checkUrl(value: string | null | undefined, wrong: Complain): string | null {
  const text = value?.trim();
  if (text === undefined || text === '') return null;
  const fits = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!fits) wrong('url', 'give an address that begins with http:// or https://');
  else if (text.length > MAX_URL) wrong('url', `has ${text.length} characters, at most ${MAX_URL} are allowed`);
  else return new URL(text).href;
  return null;
}

function checkDate(value: Date | string | null | undefined, wrong: Complain): Date | null {
  if (value === null || value === undefined || value === '') return null;
  const date = typeof value === 'string' ? new Date(/^\d{4}-\d{2}-\d{2}/.test(value) ? value : Number.NaN) : value;
  const year = date.getUTCFullYear();
  if (year >= 1000 && year <= 9999) return date;
  wrong('publishedAt', 'give a date as ISO 8601, with a year from 1000 to 9999: "2031-04-02T09:00:00Z"');
  return null;
}

function checkContent(content: string | null | undefined, wrong: Complain): string {
  if (content === null || content === undefined) {
    wrong('content', 'give the text of the article; it is not fetched from its address', 'EMPTY');
    return '';
  }
  try {
    checkText(content);
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    wrong('content', error.message, UNREADABLE[error.reason]);
    return '';
  }
  const lone = /\p{Surrogate}/u.exec(content);
  if (lone) wrong('content', `half of a surrogate pair at position ${lone.index}; give the text as UTF-8`);
  return content;
}

function checkFormat(format: string | null | undefined, content: string, wrong: Complain): ArticleFormat {
  if (format === null || format === undefined) return guessFormat(content);
  const known = ARTICLE_FORMATS.find((each) => each === format);
  if (!known) wrong('format', `${format} cannot be read yet; use one of ${ARTICLE_FORMATS.join(', ')}`);
  return known ?? 'TEXT';
}
