import { FetchError } from '../../src/fetching/fetch-error.js';
import { CROSSINGS, openCaptures, uuidOf, type CapturingRoom } from './support/captures.js';

const URL = 'https://example.org/crossings';
const nobody = { get: () => Promise.reject(new FetchError('UNREACHABLE', 'nobody is there')) };

let room: CapturingRoom;
let articleId: string;
let sourceId: string;

beforeAll(async () => {
  room = await openCaptures(nobody);
  articleId = await room.import('ferry');
  sourceId = await room.source(URL);
});
afterAll(() => room.close());

describe('a text that is given', () => {
  it('is kept, and the claims that cite the source are compared with it', async () => {
    const before = await room.findings(articleId);
    const claim = await room.claim('crossed the sound 412');
    const [{ id: citation }] = (await room.ask<any>('query ($id: ID!) { node(id: $id) { ... on Claim { citations { id } } } }', { id: claim.id })).node.citations;
    await room.change('updateCitation', { citationId: citation, quote: 'crossed the sound 412 times in 2031' }, 'userErrors { message }');
    const { snapshot, isNew, job, userErrors } = await room.capture(sourceId, { content: CROSSINGS });
    expect(userErrors).toEqual([]);
    expect([isNew, snapshot]).toMatchObject([true, { extent: 'FULL', mediaType: 'text/plain', complete: true }]);
    expect(snapshot!.text).toBe(CROSSINGS);
    expect((await room.done(job)).state).toBe('DONE');
    console.log(before, await room.findings(articleId), await room.rows('SELECT * FROM citation_comparison'));
    const [row] = await room.rows<{ basis: number }>('SELECT basis FROM citation WHERE id = $1', [uuidOf('Citation', citation)]);
    expect(row!.basis).toBe(2);
    expect(await room.drift(articleId)).toEqual([]);
  });
});
