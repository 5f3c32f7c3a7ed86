import type { Revision } from '../articles/article.type.js';
import type { Database } from '../database/database.js';
import type { RequestContext } from '../graphql/request-context.js';
import { RequestError } from '../graphql/request-error.js';
import { ReadingError, type ReadingPool } from './reading-pool.js';
import { RevisionTexts } from './revision-text.loader.js';

it('all who wait for a text that takes too much are told so, and the next is not told what they were', async () => {
  let isSlow = true;
  const database = { readWorkspace: () => Promise.resolve({ content: 'text', format: 'TEXT' }) } as unknown as Database;
  const pool = {
    blocks: () => (isSlow ? Promise.reject(new ReadingError('TIMEOUT', 'it takes too long')) : Promise.resolve([])),
  } as unknown as ReadingPool;
  const texts = new RevisionTexts(database, pool);
  const context = { viewer: { workspaceId: 'desk' } } as RequestContext;
  const revision = { uuid: 'revision', title: 'Title' } as Revision;
  const answers = await Promise.allSettled([texts.blocksOf(context, revision), texts.blocksOf(context, revision)]);
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { extensions: { code: 'UNAVAILABLE' } } });
    expect((answer as PromiseRejectedResult).reason).toBeInstanceOf(RequestError);
  }
  isSlow = false;
  expect(await texts.blocksOf(context, revision)).toEqual([]);
});
