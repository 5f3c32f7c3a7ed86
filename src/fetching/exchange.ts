import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { AddressGuard } from './address-guard.js';
import { connectionError, FetchError } from './fetch-error.js';
import { MAX_HEADER_BYTES } from './limits.js';

/** One request to one host. */
export interface HopRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Uint8Array;
  /** How long the other side may be silent, in milliseconds. */
  readonly idleMs: number;
}

/** The packings that `readBody` can undo, for Accept-Encoding. */
export const ENCODINGS = 'gzip, br';

/**
 * Sends one request and waits for the head of its response. Redirects are not followed. Who calls reads the body or destroys
 * the response.
 *
 * @param signal ends the request, its body too
 * @throws FetchError INVALID_URL, REFUSED_ADDRESS, UNREACHABLE, TIMEOUT, BAD_RESPONSE; the signal's reason
 */
export async function exchange(hop: HopRequest, guard: AddressGuard, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, url, headers, body, idleMs } = hop;
  guard.checkUrl(url);
  signal.throwIfAborted();
  try {
    return await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const request = send(url, {
        method,
        headers: body ? { ...headers, 'content-length': body.byteLength } : headers,
        // A connection of its own: none that was opened for another name, none through a proxy that would look names up itself.
        agent: false,
        lookup: guard.lookupFor(signal),
        maxHeaderSize: MAX_HEADER_BYTES,
        insecureHTTPParser: false,
        timeout: idleMs,
        signal,
      });
      let answering: IncomingMessage | null = null;
      request.on('response', (response) => {
        answering = response;
        resolve(response);
      });
      request.on('error', reject);
      request.on('upgrade', (_, socket) => {
        socket.destroy();
        reject(new FetchError('BAD_RESPONSE', `${url.host} switches to another protocol; check the address`));
      });
      // Once there is a response, its reader is the one to be told.
      request.on('timeout', () => (answering ?? request).destroy(silent(url, idleMs)));
      request.end(body);
    });
  } catch (error) {
    signal.throwIfAborted();
    throw connectionError(error, url);
  }
}

const silent = ({ host }: URL, idleMs: number): FetchError =>
  new FetchError('TIMEOUT', `${host} was silent for ${idleMs / 1000} s; try again later`);

/** How much of a body is read. */
export interface BodyLimit {
  readonly maxBytes: number;
  /** What is done with more: it is left unread, or the whole is refused. */
  readonly more: 'leave' | 'refuse';
}

/**
 * The body of a response, unpacked.
 *
 * @throws FetchError TOO_LARGE, TIMEOUT, BAD_RESPONSE, UNREACHABLE; the signal's reason
 */
export async function readBody(
  response: IncomingMessage,
  url: URL,
  { maxBytes, more }: BodyLimit,
  signal: AbortSignal,
): Promise<Buffer> {
  const tooLarge = new FetchError(
    'TOO_LARGE',
    `${url.host} sends more than the limit of ${sizeOf(maxBytes)}; give a part of it as a text`,
  );
  const unpack = unpackerOf(response, url);
  const chunks: Buffer[] = [];
  try {
    if (more === 'refuse' && Number(response.headers['content-length']) > maxBytes) throw tooLarge;
    const packed = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      let bytes = 0;
      for await (const chunk of source) {
        bytes += chunk.byteLength;
        // What is packed may be endless and unpack to nothing.
        if (bytes > maxBytes + PACKING_BYTES) throw tooLarge;
        yield chunk;
      }
    };
    const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
      let bytes = 0;
      for await (const chunk of source) {
        bytes += chunk.byteLength;
        chunks.push(chunk);
        if (bytes > maxBytes) throw tooLarge;
      }
    };
    await (unpack ? pipeline(response, packed, unpack, collect, { signal }) : pipeline(response, collect, { signal }));
  } catch (error) {
    response.destroy();
    signal.throwIfAborted();
    if (error !== tooLarge) throw bodyError(error, url);
    if (more === 'refuse') throw tooLarge;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

/** What packing may add to what cannot be packed: some bytes for each block, and a head. */
const PACKING_BYTES = 64 * 1024;

/** Null for a body that is not packed. A packing in another packing is nobody's need, and multiplies what a bomb can do. */
function unpackerOf(response: IncomingMessage, { host }: URL) {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return null;
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  response.destroy();
  throw new FetchError(
    'BAD_RESPONSE',
    `${host} packs its answer as "${encoding.slice(0, 50)}", which was not asked for`,
  );
}

function bodyError(error: unknown, url: URL): FetchError {
  const { code } = error as NodeJS.ErrnoException;
  if (/^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test(code ?? '')) {
    return new FetchError('BAD_RESPONSE', `the answer of ${url.host} cannot be unpacked (${code}); try again later`, {
      cause: error,
    });
  }
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    const message = `${url.host} ended its answer before it was complete; try again later`;
    return new FetchError('UNREACHABLE', message, { cause: error });
  }
  return connectionError(error, url);
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
