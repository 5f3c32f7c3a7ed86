import { FILE_TYPES, fileKindOf, isFileKind, sniffedKind, type FileKind } from '../converting/file-kind.js';
import { UNKNOWN_TYPES } from '../fetching/content-type.js';
import { FetchError, type FetchErrorCode } from '../fetching/fetch-error.js';
import type { Fetched, Fetcher } from '../fetching/fetcher.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import type { ArticleFormat } from '../judging/evidence.js';
import type { Notice } from '../reading/notice.js';
import { formatOf } from '../reading/read-article.js';
import { decodePage } from './decode-page.js';
import { withConverted, type ReadableImport } from './file-content.js';
import type { ImportArticleData } from './import-input.js';
import type { ReadingPool } from './reading-pool.js';

/** What is read of each media type: a kind of file, or a format of text; null: the text itself shows. */
const TYPES: Readonly<Record<string, FileKind | ArticleFormat | null>> = {
  'text/html': 'HTML',
  'application/xhtml+xml': 'HTML',
  'text/plain': null,
  'text/markdown': 'MARKDOWN',
  'text/x-markdown': 'MARKDOWN',
  'text/x-wiki': 'WIKITEXT',
  [FILE_TYPES.PDF]: 'PDF',
  [FILE_TYPES.DOCX]: 'DOCX',
  [FILE_TYPES.JSON]: 'JSON',
};

const DAMAGED: Notice = {
  code: 'DAMAGED_BYTES',
  values: {},
  message: 'The page has bytes that belong to no character; each is read as "\uFFFD".',
};

const ACCEPT = `${Object.keys(TYPES).join(', ')}, */*;q=0.1`;
const WANTED = 'a page (HTML), plain text, Markdown, a PDF, a Word document (.docx) or the JSON of an editor';

const CODES: Readonly<Record<FetchErrorCode, UserErrorCode>> = {
  INVALID_URL: 'INVALID_INPUT',
  REFUSED_ADDRESS: 'REFUSED_ADDRESS',
  REFUSED_BY_ROBOTS: 'REFUSED_BY_ROBOTS',
  UNREACHABLE: 'UNREACHABLE',
  TIMEOUT: 'TIMEOUT',
  TOO_LARGE: 'TOO_LARGE',
  TOO_MANY_REDIRECTS: 'UNREACHABLE',
  BAD_RESPONSE: 'UNREACHABLE',
  HTTP_STATUS: 'UNREACHABLE',
  UNSUPPORTED_TYPE: 'UNSUPPORTED_TYPE',
};

/**
 * An import that has an address and no content, with what the address leads to as its content, and where that is in the end
 * as its address.
 *
 * @returns the import, or what stood in the way
 */
export async function withFetchedContent(
  data: ImportArticleData,
  fetcher: Pick<Fetcher, 'get'>,
  pool: Pick<ReadingPool, 'convert'>,
): Promise<ReadableImport | UserErrorData> {
  let fetched: Fetched;
  try {
    fetched = await fetcher.get((data.url ?? '').trim(), { accept: ACCEPT, takes, wanted: WANTED });
  } catch (error) {
    if (error instanceof FetchError) return wrong(error.message, CODES[error.code]);
    throw error;
  }
  const what = kindOf(fetched);
  if (what === null && UNKNOWN_TYPES.has(fetched.mediaType ?? '')) {
    const message = `leads to a file that nothing says the kind of (${fetched.mediaType}); it must be ${WANTED}`;
    return wrong(message, 'UNSUPPORTED_TYPE');
  }
  const found = { ...data, url: fetched.url };
  if (!isFileKind(what)) return withText(found, fetched, what);
  if ((data.format ?? null) !== null) {
    return wrong(
      `leave it out: the address leads to a file (${what}), which says itself what it is`,
      'NOT_POSSIBLE',
      'format',
    );
  }
  return withConverted(found, { bytes: fetched.bytes, kind: what }, pool, 'url');
}

const takes = (type: string | null): boolean =>
  type === null || Object.hasOwn(TYPES, type) || UNKNOWN_TYPES.has(type) || isJson(type);

/** RFC 6839, section 3.1. */
const isJson = (type: string): boolean => type.startsWith('application/') && type.endsWith('+json');

/** What it is by its type; where that says nothing, by its first bytes, and then by its name. */
function kindOf({ mediaType, bytes, url }: Fetched): FileKind | ArticleFormat | null {
  const { pathname } = new URL(url);
  if (mediaType === null || UNKNOWN_TYPES.has(mediaType))
    return sniffedKind(bytes) ?? fileKindOf(pathname) ?? formatOf(pathname);
  if (isJson(mediaType)) return 'JSON';
  return TYPES[mediaType] ?? formatOf(pathname);
}

function withText(data: ImportArticleData, { bytes, charset }: Fetched, format: ArticleFormat | null): ReadableImport {
  const { text: content, isDamaged } = decodePage(bytes, charset);
  return { data: { ...data, content, format: data.format ?? format }, notices: isDamaged ? [DAMAGED] : [] };
}

const wrong = (message: string, code: UserErrorCode, field = 'url'): UserErrorData => ({
  code,
  message,
  field: [field],
});
