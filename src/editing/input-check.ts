import { uuidOf, type NodeType } from '../graphql/global-id.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { UserFault } from './user-fault.js';

const MAX_URL = 2_000;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Checks an input field by field, and tells all that is wrong with it at once. */
export class InputCheck {
  private readonly errors: UserErrorData[] = [];

  constructor(private readonly path: readonly string[] = []) {}

  wrong(field: string, message: string, code: UserErrorCode = 'INVALID_INPUT'): void {
    this.errors.push({ code, message, field: [...this.path, field] });
  }

  /** @throws UserFault when anything was wrong */
  done(): void {
    const [first, ...more] = this.errors;
    if (first) throw new UserFault(first, ...more);
  }

  /** The errors so far; for those who answer with them. */
  get found(): readonly UserErrorData[] {
    return this.errors;
  }

  /** The UUID that an id of the API stands for; '' when it is none, which was told. */
  id(type: NodeType, value: string, field: string): string {
    const uuid = uuidOf(type, value);
    if (uuid === null) this.wrong(field, `is not the id of a ${type}; take ids from answers of this API`);
    return uuid ?? '';
  }

  /** A name in one line; null when it is absent or blank. */
  line(value: string | null | undefined, field: string, limit: number): string | null {
    const text = value?.replace(/\s+/g, ' ').trim();
    if (text === undefined || text === '') return null;
    if (text.length > limit) this.wrong(field, `has ${text.length} characters, at most ${limit} are allowed`);
    else if (/[\p{Cc}\p{Surrogate}]/u.test(text))
      this.wrong(field, 'has control characters or half of a surrogate pair; remove them');
    return text;
  }

  /** The same, and nothing is no answer. */
  neededLine(value: string | null | undefined, field: string, limit: number, what: string): string {
    const line = this.line(value, field, limit);
    if (line === null) this.wrong(field, `is empty; ${what}`, 'EMPTY');
    return line ?? '';
  }

  /** Text of several lines; null when it is absent or blank. */
  text(value: string | null | undefined, field: string, limit: number): string | null {
    const text = value?.trim();
    if (text === undefined || text === '') return null;
    if (text.length > limit) this.wrong(field, `has ${text.length} characters, at most ${limit} are allowed`);
    else if (/[\0\p{Surrogate}]/u.test(text))
      this.wrong(field, 'has a NUL character or half of a surrogate pair; remove it');
    return text;
  }

  /** The same, and nothing is no answer. */
  needed(value: string | null | undefined, field: string, limit: number, what: string): string {
    const text = this.text(value, field, limit);
    if (text === null) this.wrong(field, `is empty; ${what}`, 'EMPTY');
    return text ?? '';
  }

  /**
   * The bytes that base64 stands for (RFC 4648, section 4), at most `MAX_INPUT_BYTES`; null when it is none, which was told.
   *
   * @param tooLarge what to do with more
   */
  bytes(base64: string, field: string, tooLarge: string): Buffer | null {
    // Four characters are three bytes.
    if (base64.length > (MAX_INPUT_BYTES / 3 + 1) * 4) {
      this.wrong(field, `is larger than the limit of 20 MiB${tooLarge}`, 'TOO_LARGE');
    } else if (base64 === '') this.wrong(field, 'is empty; give the bytes of a file', 'EMPTY');
    else if (base64.length % 4 !== 0 || !BASE64.test(base64)) {
      this.wrong(field, 'is not base64 (RFC 4648, section 4: without line breaks, filled up with "=")');
    } else return Buffer.from(base64, 'base64');
    return null;
  }

  /** An address of the web, in its normal form. */
  url(value: string | null | undefined, field: string): string | null {
    const text = value?.trim();
    if (text === undefined || text === '') return null;
    const fits = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
    if (!fits) this.wrong(field, 'give an address that begins with http:// or https://');
    else if (text.length > MAX_URL) this.wrong(field, `has ${text.length} characters, at most ${MAX_URL} are allowed`);
    else return new URL(text).href;
    return null;
  }

  /** A moment or a day. */
  date(value: Date | string | null | undefined, field: string): Date | null {
    if (value === null || value === undefined || value === '') return null;
    const date = typeof value === 'string' ? new Date(/^\d{4}-\d{2}-\d{2}/.test(value) ? value : Number.NaN) : value;
    const year = date.getUTCFullYear();
    if (year >= 1000 && year <= 9999) return date;
    this.wrong(field, 'give a date as ISO 8601, with a year from 1000 to 9999: "2031-04-02T09:00:00Z"');
    return null;
  }
}
