import { LONGEST_SLUG } from '../collections/slugs.js';
import { InputCheck } from '../editing/input-check.js';
import type { RevisionInput } from '../revising/store-revision.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import { ARTICLE_FORMATS, type ArticleFormat } from '../judging/evidence.js';
import { checkText, UnreadableInputError, type UnreadableReason } from '../reading/decode.js';
import { guessFormat } from './guess-format.js';

/** What a caller gives: the fields of the API's ImportArticleInput. */
export interface ImportArticleData {
  readonly slug: string;
  readonly title?: string | null;
  readonly content?: string | null;
  /** A Word document, PDF or JSON in the content's place. */
  readonly contentBase64?: string | null;
  /** Where it is published; fetched when there is no content. */
  readonly url?: string | null;
  /** Guessed from the content when left out. */
  readonly format?: string | null;
  readonly desk?: string | null;
  readonly publishedAt?: Date | string | null;
  readonly expectedVersion?: number | null;
  /** Store nothing when the article was last imported as just this. */
  readonly onlyIfChanged?: boolean | null;
}

/** An input that can be read and stored. */
export interface ValidImport extends RevisionInput {
  /** Null: the content's own. */
  readonly title: string | null;
  readonly onlyIfChanged: boolean;
}

const MAX_TITLE = 500;
const MAX_DESK = 200;
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
  const check = new InputCheck();
  const details = checkDetails(data, check);
  const content = checkContent(data.content, check);
  const format = checkFormat(data.format, content, check);
  if (check.found.length > 0) return [...check.found];
  return { ...details, content, format };
}

/** What is wrong with an input whose content is not there yet; nothing when nothing is. */
export function checkBeforeContent(data: ImportArticleData): UserErrorData[] {
  const check = new InputCheck();
  checkDetails(data, check);
  checkFormat(data.format, '', check);
  return [...check.found];
}

/** All but the content and its format. */
function checkDetails(data: ImportArticleData, check: InputCheck): Omit<ValidImport, 'content' | 'format'> {
  if (data.slug.length > LONGEST_SLUG) {
    check.wrong('slug', `has ${data.slug.length} characters, at most ${LONGEST_SLUG} are allowed`);
  } else if (!SLUG.test(data.slug)) {
    check.wrong(
      'slug',
      'use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends: "my-article"',
    );
  }
  const title = check.line(data.title, 'title', MAX_TITLE);
  const desk = check.line(data.desk, 'desk', MAX_DESK);
  const url = check.url(data.url, 'url');
  const publishedAt = check.date(data.publishedAt, 'publishedAt');
  const expectedVersion = data.expectedVersion ?? null;
  if (
    expectedVersion !== null &&
    !(Number.isInteger(expectedVersion) && expectedVersion >= 0 && expectedVersion <= MAX_VERSION)
  ) {
    check.wrong(
      'expectedVersion',
      'give the version of the article that you saw, or 0 for an article that is not there yet',
    );
  }
  const onlyIfChanged = data.onlyIfChanged ?? false;
  return { slug: data.slug, title, desk, url, publishedAt, expectedVersion, onlyIfChanged };
}

function checkContent(content: string | null | undefined, check: InputCheck): string {
  if (content === null || content === undefined) {
    check.wrong('content', 'give the text of the article, or url alone to have it fetched', 'EMPTY');
    return '';
  }
  try {
    checkText(content);
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    check.wrong('content', error.message, UNREADABLE[error.reason]);
    return '';
  }
  const lone = /\p{Surrogate}/u.exec(content);
  if (lone) check.wrong('content', `half of a surrogate pair at position ${lone.index}; give the text as UTF-8`);
  return content;
}

function checkFormat(format: string | null | undefined, content: string, check: InputCheck): ArticleFormat {
  if (format === null || format === undefined) return guessFormat(content);
  const known = ARTICLE_FORMATS.find((each) => each === format);
  if (!known) check.wrong('format', `${format} cannot be read yet; use one of ${ARTICLE_FORMATS.join(', ')}`);
  return known ?? 'TEXT';
}
