import type { GivenRole } from '../collections/column-roles.js';
import type { CollectionFormat } from '../collections/collected.js';
import { slugOfWords } from '../collections/slugs.js';
import { InputCheck } from '../editing/input-check.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';

/** What a caller gives: the fields of the API's ImportCollectionInput. */
export interface ImportCollectionData {
  readonly format: CollectionFormat;
  readonly content?: string | null;
  readonly contentBase64?: string | null;
  readonly name?: string | null;
  readonly columns?: readonly GivenRole[] | null;
  readonly desk?: string | null;
  readonly slugPrefix?: string | null;
  readonly includeDrafts?: boolean | null;
}

/** A collection that can be read. */
export interface ValidCollection {
  readonly format: CollectionFormat;
  readonly bytes: Buffer;
  readonly name: string;
  readonly columns: readonly GivenRole[];
  readonly desk: string | null;
  readonly slugPrefix: string;
  readonly includeDrafts: boolean;
}

const MAX_NAME = 200;
const MAX_DESK = 200;
const MAX_PREFIX = 50;
const MAX_COLUMNS = 500;
const PREFIX = /^[a-z0-9][a-z0-9.-]*$/;
/** How a ZIP begins; one without files begins with its end. */
const ZIP_START = /^PK(?:\u0003\u0004|\u0005\u0006)/;

/** @returns the collection, or everything that is wrong with it */
export function checkCollection(data: ImportCollectionData): ValidCollection | UserErrorData[] {
  const check = new InputCheck();
  const { format } = data;
  const bytes = checkBytes(data, check);
  if (format === 'ZIP' && bytes.byteLength > 0 && !ZIP_START.test(bytes.subarray(0, 4).toString('latin1'))) {
    check.wrong('contentBase64', 'is no ZIP; say in format what it is');
  }
  const name = check.line(data.name, 'name', MAX_NAME);
  if (format === 'CSV' && slugOfWords(name ?? '') === '') {
    check.wrong('name', 'give the name of the table: it becomes that of its article', 'EMPTY');
  }
  const columns = data.columns ?? [];
  if (columns.length > MAX_COLUMNS) {
    check.wrong('columns', `has ${columns.length} columns, at most ${MAX_COLUMNS} are allowed`, 'TOO_LARGE');
  } else if (columns.length > 0 && format !== 'CSV') {
    check.wrong('columns', 'only a table (CSV) has columns; leave it out', 'NOT_POSSIBLE');
  }
  const desk = check.line(data.desk, 'desk', MAX_DESK);
  const slugPrefix = data.slugPrefix ?? '';
  if (slugPrefix !== '' && (slugPrefix.length > MAX_PREFIX || !PREFIX.test(slugPrefix))) {
    check.wrong('slugPrefix', `use at most ${MAX_PREFIX} lower-case letters, digits, hyphens and dots: "calder-"`);
  }
  if (check.found.length > 0) return [...check.found];
  return { format, bytes, name: name ?? '', columns, desk, slugPrefix, includeDrafts: data.includeDrafts ?? false };
}

function checkBytes({ format, content, contentBase64 }: ImportCollectionData, check: InputCheck): Buffer {
  const nothing = Buffer.alloc(0);
  if (typeof content === 'string' && typeof contentBase64 === 'string') {
    check.wrong('contentBase64', 'give either content or contentBase64, not both', 'NOT_POSSIBLE');
    return nothing;
  }
  if (typeof contentBase64 === 'string') return check.bytes(contentBase64, 'contentBase64', SPLIT) ?? nothing;
  if (format === 'ZIP') {
    check.wrong('contentBase64', 'give the bytes of the ZIP, in base64', 'EMPTY');
    return nothing;
  }
  if (typeof content !== 'string' || content.trim() === '') {
    check.wrong('content', 'give the text of the file, or its bytes as contentBase64', 'EMPTY');
    return nothing;
  }
  const bytes = Buffer.from(content);
  if (bytes.byteLength > MAX_INPUT_BYTES)
    check.wrong('content', `is larger than the limit of 20 MiB${SPLIT}`, 'TOO_LARGE');
  return bytes;
}

const SPLIT = '; split the collection, or send it by "obelus import"';
