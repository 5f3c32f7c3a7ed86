import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { STATUS_CODES } from 'node:http';
import { isOwnHost } from '../../auth/session-cookie.js';
import { STATUS, type RequestErrorCode } from '../request-error.js';

/**
 * Whether a page may open a socket here. Browsers name the page's site on each, and ask nobody else; other programs name
 * none. As over HTTP, only pages of this server may.
 */
export function isOwnOrigin({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || isOwnHost(origin, host);
}

/** Answers a request for a socket that is not opened, as errors are answered over HTTP. */
export function refuseUpgrade(socket: Duplex, code: RequestErrorCode, message: string, status = STATUS[code]): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'cache-control: no-store',
    'content-type: application/json; charset=utf-8',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.once('error', () => undefined);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
