import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Config } from '../config/config.js';
import { refusal } from './metrics-access.js';
import { REGISTRY, scrape } from './registry.js';

export const METRICS_PATH = '/metrics';

/** The address for metrics cannot be had. The message is one line for people. */
export class MetricsListenError extends Error {
  override readonly name = 'MetricsListenError';
}

export type MetricsSettings = Pick<Config, 'metricsHost' | 'metricsPort' | 'metricsToken'>;

/** An answer over HTTP. */
export interface MetricsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is answered to who asks for metrics. */
export async function answerMetrics(request: IncomingMessage, token: string | null): Promise<MetricsAnswer> {
  const refused = refusal({ address: request.socket.remoteAddress, headers: request.headers }, token);
  if (!refused) return { status: 200, headers: headersOf(REGISTRY.contentType), body: await scrape() };
  const headers = headersOf('text/plain; charset=utf-8');
  if (refused.status === 401) headers['www-authenticate'] = 'Bearer realm="obelus metrics"';
  return { status: refused.status, headers, body: `${refused.message}\n` };
}

const headersOf = (type: string): Record<string, string> => ({
  'content-type': type,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

/**
 * Answers metrics on a port of their own, and nothing else there.
 *
 * @throws MetricsListenError
 */
export async function listenForMetrics({ metricsHost, metricsPort, metricsToken }: MetricsSettings): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    answer(request, response, metricsToken).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${metricsHost}, port ${metricsPort}`;
      const advice = 'end what uses it, or set OBELUS_METRICS_PORT and OBELUS_METRICS_HOST';
      reject(
        new MetricsListenError(`cannot listen for metrics on ${where} (${error.code ?? error.message}); ${advice}`),
      );
    });
    server.listen(metricsPort ?? 0, metricsHost, resolve);
  });
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, token: string | null): Promise<void> {
  const isAsked = request.url?.split('?')[0] === METRICS_PATH && request.method === 'GET';
  if (!isAsked) {
    response.writeHead(404, headersOf('text/plain; charset=utf-8')).end(`only GET ${METRICS_PATH} is answered here\n`);
    return;
  }
  const { status, headers, body } = await answerMetrics(request, token);
  response.writeHead(status, headers).end(body);
}
