import fc from 'fast-check';
import { readArticle } from '../reading/read-article.js';
import { convertFile } from './convert.js';
import { isEditorJson } from './editor-json.js';
import { convertDocument } from './testing/editor-document.js';
import { UnconvertibleFileError } from './unconvertible-file.js';

const convert = (source: string | Uint8Array) => convertFile(Buffer.from(source), 'JSON');
const refusal = (reason: string, says: string) => ({
  name: 'UnconvertibleFileError',
  reason,
  message: expect.stringContaining(says) as string,
});

describe('JSON that is no document', () => {
  it.each([
    [
      'of another kind',
      '{"name": "a", "version": 1}',
      'UNKNOWN',
      'an object with "name", "version"; known are ProseMirror',
    ],
    [
      'a document beside its title',
      '{"title": "Trams", "body": {"ops": []}}',
      'UNKNOWN',
      'which holds "body" of Quill: give that alone',
    ],
    ['a list of other things', '[{"id": 1}]', 'UNKNOWN', 'a list that begins with an object with "id"'],
    ['an empty list', '[]', 'UNKNOWN', 'it is an empty list'],
    ['an empty object', '{}', 'UNKNOWN', 'it is an empty object'],
    ['a number', '12', 'UNKNOWN', 'it is a number'],
    ['nothing', 'null', 'UNKNOWN', 'it is null'],
    [
      'with a prototype for a key',
      '{"__proto__": {"type": "doc"}, "constructor": 1}',
      'UNKNOWN',
      '"__proto__", "constructor"',
    ],
    ['with a mistake', '{"type": "doc",}', 'DAMAGED', 'at character 16'],
    ['cut off', '{"type": "doc"', 'DAMAGED', 'is no valid JSON'],
    ['without text', '{"type": "doc", "content": []}', 'NO_TEXT', 'without text'],
    ['empty', ' ', 'NO_TEXT', 'nothing to read'],
    ['too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'TOO_LARGE', '500 levels'],
    ['too deep in a document', `${'{"type":"doc","content":['.repeat(100_000)}`, 'TOO_LARGE', '500 levels'],
  ])('%s: is told so', async (_, source, reason, says) => {
    await expect(convert(source)).rejects.toMatchObject(refusal(reason, says));
    expect(isEditorJson(Buffer.from(source))).toBe(reason === 'NO_TEXT' && source !== ' ');
  });

  it('is told when it is no UTF-8', async () => {
    await expect(convert(Uint8Array.of(0x7b, 0xff))).rejects.toMatchObject(refusal('DAMAGED', 'not UTF-8 at byte 1'));
  });

  it('is told when it becomes too much', async () => {
    const note = `https://a.example/${'a'.repeat(1900)}`;
    const text = { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: note } }] };
    // Each is a link of its own: few bytes in, many out.
    const map = { 0: { type: 'LINK', data: { url: note } } };
    const entityRanges = Array.from({ length: 20_000 }, (_, i) => ({ offset: 2 * i, length: 1, key: 0 }));
    const draft = { blocks: [{ type: 'unstyled', text: 'ab'.repeat(20_000), entityRanges }], entityMap: map };
    await expect(convertDocument(draft)).rejects.toMatchObject(refusal('TOO_LARGE', '20 MiB'));
    expect((await convertDocument({ type: 'doc', content: [text, text] })).content).toContain('>aa</a>');
  });
});

describe('a document', () => {
  it('may be as deep as the limit', async () => {
    const [open, close] = ['{"type":"blockquote","content":[', ']}'];
    const source = `{"type":"doc","content":[${open.repeat(248)}{"type":"text","text":"Deep."}${close.repeat(248)}]}`;
    const { content } = await convert(source);
    expect(readArticle(content, { format: 'HTML' }).claims).toHaveLength(1);
  });

  it('may begin with a byte order mark', async () => {
    const source = '\uFEFF{"type": "doc", "content": [{"type": "text", "text": "Trams run."}]}';
    expect((await convert(source)).content).toBe('Trams run.');
  });
});

const word = fc.constantFrom(
  ...['doc', 'text', 'type', 'content', 'children', 'root', 'blocks', 'block', '_type', 'nodeType', 'document', 'ops'],
  ...[
    'insert',
    'attributes',
    'attrs',
    'marks',
    'data',
    'entityMap',
    'paragraph',
    'heading',
    'list',
    'listItem',
    'level',
  ],
  ...['items', 'listitem', 'table', 'tableRow', 'tableCell', 'header', 'tunes', 'footnotes', 'footnote', 'href', 'url'],
  ...[
    'link',
    'markDefs',
    '_key',
    'span',
    'style',
    'entityRanges',
    'key',
    'offset',
    'length',
    'depth',
    'indent',
    'image',
  ],
  ...['caption', 'atomic', 'code-block', '__proto__', 'constructor', 'toString', '<b>a</b> <sup data-a="">1</sup>'],
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    word,
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom(null, true, -1, 1e9, 'https://a.example/', '#a', '\uD800'),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(word, tie('any'), { maxKeys: 6 }),
  ),
})).any;
/** Any JSON in the frame of each editor. */
const FRAMES: readonly ((inner: unknown) => unknown)[] = [
  (inner: unknown) => ({ type: 'doc', content: [inner] }),
  (inner: unknown) => ({ nodeType: 'document', content: [inner] }),
  (inner: unknown) => ({ root: { children: [inner] } }),
  (inner: unknown) => ({ ops: [inner, { insert: 'a\n', attributes: inner }] }),
  (inner: unknown) => ({ blocks: [inner, { type: 'atomic', text: 'a', entityRanges: [inner] }], entityMap: inner }),
  (inner: unknown) => ({
    blocks: [inner, { type: 'list', data: inner }, { type: 'paragraph', data: { text: inner } }],
  }),
  (inner: unknown) => [{ _type: 'block', children: [inner], markDefs: [inner] }],
  (inner: unknown) => [{ type: inner, children: [inner] }],
];
const framed = fc.oneof(value, ...FRAMES.map((frame) => value.map(frame)));

describe('any JSON', () => {
  it('is converted or refused, never worse', async () => {
    await fc.assert(
      fc.asyncProperty(framed, async (document) => {
        try {
          const { content } = await convertDocument(document);
          // Nothing of the document is a tag: those that stand there are ours.
          expect(content).not.toMatch(/<(?:script|img|iframe)|javascript:|<\w+ on/);
          readArticle(content, { format: 'HTML' });
        } catch (error) {
          if (!(error instanceof UnconvertibleFileError)) throw error;
        }
      }),
      { numRuns: 600 },
    );
  });
});
