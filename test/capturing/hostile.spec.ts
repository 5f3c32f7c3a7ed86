import { FetchError } from '../../src/fetching/fetch-error.js';
import { CROSSINGS, openCaptures, type CapturingRoom } from './support/captures.js';

const nobody = { get: () => Promise.reject(new FetchError('UNREACHABLE', 'nobody is there')) };

let room: CapturingRoom;
let sourceId: string;

beforeAll(async () => {
  room = await openCaptures(nobody);
  await room.import('ferry');
  sourceId = await room.source('https://example.org/crossings');
});
afterAll(() => room.close());

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);

describe('what is no text of a source is refused', () => {
  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['nothing', { content: ' \n ' }, 'EMPTY', /is empty/],
    ['no words', { content: '*** — ***' }, 'EMPTY', /has no words/],
    ['two texts', { content: 'a', contentBase64: base64('a') }, 'NOT_POSSIBLE', /not both/],
    ['no base64', { contentBase64: 'a b c' }, 'INVALID_INPUT', /is not base64/],
    ['a NUL', { content: 'a\u0000b' }, 'INVALID_INPUT', /NUL/],
    ['a picture', { contentBase64: base64(PNG) }, 'INVALID_INPUT', /is no text/],
    [
      'a picture that is said to be text',
      { contentBase64: base64(PNG), mediaType: 'text/plain' },
      'INVALID_INPUT',
      /is no text/,
    ],
    [
      'words that are said to be a PDF',
      { contentBase64: base64('words'), mediaType: 'application/pdf' },
      'INVALID_INPUT',
      /does not begin/,
    ],
    [
      'a PDF that is said to be a page',
      { contentBase64: base64('%PDF-1.7 x'), mediaType: 'text/html' },
      'INVALID_INPUT',
      /begins as application\/pdf/,
    ],
    ['a damaged PDF', { contentBase64: base64('%PDF-1.7 x') }, 'INVALID_INPUT', /PDF|damaged/],
    ['a type that nobody reads', { content: 'x', mediaType: 'image/png' }, 'UNSUPPORTED_TYPE', /image\/png/],
    ['a PDF as text', { content: 'x', mediaType: 'application/pdf' }, 'NOT_POSSIBLE', /contentBase64/],
    [
      'a page that says that it is gone',
      { content: '<html><title>Page not found</title><h1>404</h1></html>' },
      'UNREACHABLE',
      /Page not found/,
    ],
    ['more than is kept', { content: 'word '.repeat(1_000_001) }, 'TOO_LARGE', /at most 5,000,000/],
    ['an old version', { content: CROSSINGS, expectedVersion: 77 }, 'CONFLICT', /version/],
  ])('%s', async (_what, input, code, message) => {
    const { snapshot, userErrors } = await room.capture(sourceId, input);
    expect([snapshot, userErrors]).toMatchObject([null, [{ code, message: expect.stringMatching(message) }]]);
  });

  it('and nothing is kept of it', async () => {
    expect(await room.rows('SELECT 1 FROM snapshot_text')).toEqual([]);
    const [row] = await room.rows('SELECT keeps_snapshots AS keeps FROM workspace');
    expect(row).toEqual({ keeps: false });
  });

  it('an address that a source does not have', async () => {
    const [row] = await room.rows<{ id: string }>('SELECT id FROM source WHERE url IS NULL');
    const { toGlobalId } = await import('../../src/graphql/global-id.js');
    const { userErrors } = await room.capture(toGlobalId('Source', row!.id), {});
    expect(userErrors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
  });
});

describe('what is kept says how much it holds', () => {
  const page = (more: string): string =>
    `<!doctype html><html><head><title>Crossings</title>${more}</head><body><nav>Home</nav><article>${CROSSINGS.split(
      '\n\n',
    )
      .map((each) => `<p>${each}</p>`)
      .join('')}</article></body></html>`;

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a page', { content: page('') }, { extent: 'FULL', mediaType: 'text/html', title: 'Crossings' }],
    [
      'a page behind a paywall',
      { content: page('<script type="application/ld+json">{"isAccessibleForFree": false}</script>') },
      { extent: 'PARTIAL', complete: false, cautions: [expect.stringContaining('not free')] },
    ],
    [
      'the same, all of which a person has',
      { content: page('<script type="application/ld+json">{"isAccessibleForFree": false}</script>'), complete: true },
      { extent: 'FULL', cautions: [] },
    ],
    ['a few words', { content: 'The ferry sails.' }, { extent: 'SHORT' }],
    [
      'an excerpt',
      { content: 'The ferry sails.', complete: false, title: 'An excerpt' },
      { extent: 'PARTIAL', title: 'An excerpt' },
    ],
    [
      'a file of Latin-1',
      { contentBase64: base64(Buffer.from('Der F\u00e4hrmann f\u00e4hrt t\u00e4glich.', 'latin1')) },
      { text: 'Der F\u00e4hrmann f\u00e4hrt t\u00e4glich.' },
    ],
    ['half of a surrogate pair', { content: 'The ferry \ud83d sails.' }, { text: 'The ferry \ufffd sails.' }],
  ])('%s', async (_what, input, expected) => {
    const { snapshot, userErrors } = await room.capture(sourceId, input);
    expect(userErrors).toEqual([]);
    expect(snapshot).toMatchObject(expected);
  });
});
