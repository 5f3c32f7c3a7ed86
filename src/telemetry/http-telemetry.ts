import type { FastifyInstance, FastifyRequest } from 'fastify';
import { http } from './instruments.js';
import { answerMetrics, METRICS_PATH, type MetricsSettings } from './metrics-server.js';
import { traceRequest, type TracedRequest } from './tracing.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null while nothing is traced. */
    traced: TracedRequest | null;
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const methodOf = ({ method }: FastifyRequest): string => (METHODS.has(method) ? method : 'OTHER');
/** As it was declared, without what stands in its place; one name for all that is not there. */
const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'none';

/**
 * Measures and traces every request, and answers metrics where they have no port of their own. Call it before other
 * hooks are added: what those do belongs to the request, too.
 */
export function addTelemetry(server: FastifyInstance, settings: MetricsSettings): void {
  server.decorateRequest('traced', null);
  server.addHook('onRequest', (request, _reply, done) => {
    request.traced = traceRequest(methodOf(request), routeOf(request), request.headers);
    if (request.traced) request.traced.run(done);
    else done();
  });
  // A body comes in as the socket has it, and what is done then is not known to be the request's.
  server.addHook('preValidation', (request, _reply, done) => {
    if (request.traced) request.traced.run(done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const [method, route] = [methodOf(request), routeOf(request)];
    http.requests.inc({ method, route, status: reply.statusCode });
    http.duration.observe({ method, route }, reply.elapsedTime / 1000);
    request.traced?.end(reply.statusCode);
    done();
  });
  if (settings.metricsPort !== null) return;
  server.get(METRICS_PATH, { exposeHeadRoute: false }, async (request, reply) => {
    const { status, headers, body } = await answerMetrics(request.raw, settings.metricsToken);
    return reply.status(status).headers(headers).send(body);
  });
}
