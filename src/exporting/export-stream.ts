import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../graphql/request-error.js';
import { faultLog } from '../graphql/fault-log.js';
import { toldErrors } from '../graphql/error-formatter.js';
import { Quota } from '../graphql/socket/quota.js';
import { exports } from '../telemetry/instruments.js';

/** A text that is written piece by piece. */
export interface ExportedFile {
  /** "claims.csv": what browsers and curl -OJ call it. */
  readonly name: string;
  readonly mediaType: string;
  /** A page each. Nothing is read before it is asked for. */
  readonly pieces: AsyncGenerator<string, void, undefined>;
}

/** Exports of one workspace at a time: each asks the database as fast as it is read. */
const AT_ONCE = 4;

const log = faultLog();

/**
 * Sends files as they are written: what the reader does not take is not read from the database. A reader that goes away
 * ends the work. After an error in the middle the connection is broken off before its end, so that no part is taken
 * for the whole.
 */
export class ExportStreams {
  private readonly quota = new Quota(AT_ONCE, 'exports of a workspace');

  /** @throws what the first piece throws, before anything is sent; RequestError TOO_MANY_REQUESTS */
  async send(reply: FastifyReply, workspaceId: string, { name, mediaType, pieces }: ExportedFile): Promise<void> {
    const release = this.quota.take(workspaceId);
    if (!release) {
      throw new RequestError(
        'TOO_MANY_REQUESTS',
        `${AT_ONCE} exports of the workspace are being read; wait until one of them ends`,
      );
    }
    exports.open.inc();
    const end = (): void => {
      exports.open.dec();
      release();
    };
    let first: IteratorResult<string, void>;
    try {
      first = await pieces.next();
    } catch (error) {
      end();
      throw error;
    }
    const stream = Readable.from(told(first, pieces), { objectMode: false });
    // Whether it ended, failed or was never begun because nobody was there any more.
    stream.once('close', () => {
      end();
      void pieces.return();
    });
    await reply
      .headers({
        'content-type': `${mediaType}; charset=utf-8`,
        'content-disposition': `attachment; filename="${name}"`,
      })
      .send(stream);
  }
}

/** The pieces, each fault in the log. */
async function* told(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void, undefined>,
): AsyncGenerator<string, void, undefined> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } catch (error) {
    toldErrors([error instanceof Error ? error : new Error(String(error))], true, log);
    throw error;
  }
}
