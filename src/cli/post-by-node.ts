import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Fetch } from '../client/index.js';

/** Answers that send the caller elsewhere. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * What `fetch` does, by Node's own HTTP client. `fetch` holds each request, and so the text of each article, in a circle
 * that only a collection of the whole heap undoes: an import would hold as much as it has sent since the last one.
 *
 * @throws the error of the connection; the reason of the signal
 */
export const postByNode: Fetch = async (address, sent) => {
  const answer = await answerTo(address, sent);
  const { statusCode: status = 0, headers } = answer;
  if (REDIRECTS.has(status)) {
    answer.resume();
    // Seldom, and once an import at most where people read what they are told: `fetch` knows when to go on, and with what.
    return await fetch(address, sent);
  }
  const body = await text(answer);
  return {
    status,
    headers: { get: (name) => valueOf(headers[name.toLowerCase()]) },
    text: () => Promise.resolve(body),
  };
};

function answerTo(address: URL, { method, headers, body, signal }: Parameters<Fetch>[1]): Promise<IncomingMessage> {
  const request = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    request(address, { method, headers: { ...headers, ...length }, signal }, resolve)
      .on('error', reject)
      .end(body);
  });
}

const valueOf = (header: string | string[] | undefined): string | null =>
  Array.isArray(header) ? header.join(', ') : (header ?? null);
