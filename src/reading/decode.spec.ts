import { decode, MAX_INPUT_BYTES, UnreadableInputError } from './decode.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((p) => Buffer.from(p as string)));

function reasonOf(input: Uint8Array): string {
  try {
    decode(input);
  } catch (error) {
    if (error instanceof UnreadableInputError) return `${error.reason}: ${error.message}`;
  }
  return 'read';
}

describe('decode', () => {
  it('drops the byte order mark', () => expect(decode(bytes([0xef, 0xbb, 0xbf], 'é'))).toBe('é'));
  it('names the first byte that is no UTF-8', () =>
    expect(reasonOf(bytes('née', [0xff], 'x'))).toMatch(/^NOT_UTF8: .*byte 4/));
  it('names a cut character', () => expect(reasonOf(bytes('ab', [0xe2, 0x82]))).toMatch(/^NOT_UTF8/));
  it('guesses UTF-16', () => expect(reasonOf(bytes([0xff, 0xfe, 0x41, 0]))).toMatch(/UTF-16/));
  it('refuses emptiness', () => expect(reasonOf(bytes(' \n\t'))).toMatch(/^EMPTY/));
  it('refuses NUL', () => expect(reasonOf(bytes('a', [0], 'b'))).toMatch(/^NUL_CHARACTER: .*position 1/));
  it('refuses more than the limit', () => expect(reasonOf(new Uint8Array(MAX_INPUT_BYTES + 1))).toMatch(/^TOO_LARGE/));
});
