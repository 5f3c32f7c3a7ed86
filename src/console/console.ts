import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from '../auth/token.js';
import {
  endedCookies,
  fitsCookie,
  isOwnPage,
  sessionCookie,
  speaksHttps,
  type Receiver,
} from '../auth/session-cookie.js';
import { SESSION_PATH } from '../graphql/http-hooks.js';
import { compressAnswers } from './compress-answers.js';
import { findConsole, type BuiltConsole, type ConsoleFile, type ConsoleScreen } from './console-files.js';

const HTML = 'text/html; charset=utf-8';
/** 128 bits: what was not sent with this very page cannot name it. */
const NONCE_BYTES = 16;
const YEAR_S = 31_536_000;

/** Serves the console at "/", and signs browsers in and out of it. @param built null: it was not built */
export function addConsole(server: FastifyInstance, built: BuiltConsole | null = findConsole()): void {
  addSession(server);
  compressAnswers(server);
  if (!built) {
    server.get('/', (_request, reply) => reply.status(503).type(HTML).send(NOT_BUILT));
    return;
  }
  for (const file of built.files) addFile(server, file);
  for (const screen of built.screens) server.get(screen.path, (_request, reply) => sendPage(reply, screen));
}

/**
 * The page is sent anew each time, for its nonce is of one answer. Styles of the page's own files and those that bear the
 * nonce; requests to this server alone, its sockets included; and no text becomes a script by whatever way.
 */
function sendPage(reply: FastifyReply, { page }: ConsoleScreen): FastifyReply {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return reply
    .headers({
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .type(HTML)
    .send(page(nonce));
}

function addFile(server: FastifyInstance, file: ConsoleFile): void {
  server.get(file.path, (request, reply) => {
    const { bytes, encoding, tag } = file.read(String(request.headers['accept-encoding'] ?? ''));
    void reply.headers({
      'cache-control': file.isImmutable ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
      vary: 'accept-encoding',
      etag: tag,
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    });
    if (request.headers['if-none-match']?.split(',').some((each) => each.trim() === tag))
      return reply.status(304).send();
    return reply.type(file.type).send(bytes);
  });
}

/** POST takes the token of `Authorization`, which was looked up before this; DELETE forgets it in this browser. */
function addSession(server: FastifyInstance): void {
  server.post(SESSION_PATH, (request, reply) => {
    const { headers } = request;
    // Else the cookie would be given, and not be taken from the next request.
    if (!isOwnPage(headers)) return refuse(reply, otherPage(headers.origin, headers.host));
    const token = bearerToken(headers.authorization);
    if (token === null || !fitsCookie(token)) {
      return refuse(
        reply,
        'this token is too long for a cookie; send it with each request, as Authorization: Bearer …',
      );
    }
    const cookie = sessionCookie(token, receiverOf(request), request.viewer?.until, new Date());
    return reply.header('set-cookie', cookie).status(204).send();
  });
  server.delete(SESSION_PATH, (request, reply) =>
    reply
      .headers({ 'cache-control': 'no-store', 'set-cookie': endedCookies(request.headers.host) })
      .status(204)
      .send(),
  );
}

const refuse = (reply: FastifyReply, message: string): FastifyReply =>
  reply.status(400).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });

const otherPage = (origin: string | undefined, host: string | undefined): string =>
  `a page of ${origin ?? 'another site'} cannot sign in at ${host ?? 'a host without a name'}; ` +
  'where both are this server, let the proxy before it hand on the header Host as it came';

const receiverOf = ({ headers, protocol }: FastifyRequest): Receiver => ({
  host: headers.host,
  isSecure: protocol === 'https' || speaksHttps(headers),
});

const NOT_BUILT = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Obelus</title>
  <h1>The console is not built</h1>
  <p>This server answers at <code>/graphql</code>, but its pages are missing. <code>npm start</code> builds them, and so
  does <code>npm run build</code>; then start the server again.</p>
</html>
`;
