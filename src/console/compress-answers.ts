import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { accepts } from './accepts.js';

const zip = promisify(gzip);
/** Below this a packet is a packet. */
const SMALLEST_BYTES = 1_024;
const COMPRESSIBLE = /^(?:application\/(?:graphql-response\+)?json|text\/html)\b/;

/**
 * Compresses what pages in a browser are answered: the claims of a long article are a megabyte of JSON, which is a tenth
 * of that compressed, and people are further away than programs. Who sends `Authorization` is a program, mostly beside the
 * server, and answered as ever.
 *
 * That an answer's length tells of its content (CRIME, BREACH) takes somebody who makes the browser ask, again and again,
 * with words of theirs beside a secret: a session counts for requests of our own pages alone, and a secret is told once.
 */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const { headers } = request;
    if (typeof payload !== 'string' || payload.length < SMALLEST_BYTES) return payload;
    if (headers.authorization !== undefined || reply.hasHeader('content-encoding')) return payload;
    if (!COMPRESSIBLE.test(String(reply.getHeader('content-type') ?? ''))) return payload;
    void reply.header('vary', 'accept-encoding');
    if (!accepts(String(headers['accept-encoding'] ?? ''), 'gzip')) return payload;
    // The fastest level: what more would save takes longer than it takes on the way.
    const bytes = await zip(payload, { level: constants.Z_BEST_SPEED });
    void reply.headers({ 'content-encoding': 'gzip', 'content-length': bytes.length });
    return bytes;
  });
}
