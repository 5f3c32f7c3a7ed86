import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { readAllowList } from '../../../src/config/fetch-settings.js';
import { AddressGuard, type Resolve } from '../../../src/fetching/address-guard.js';
import { Fetcher } from '../../../src/fetching/fetcher.js';
import type { FetchLimits } from '../../../src/fetching/limits.js';

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The name that leads to the site. */
export const HOST = 'site.example';

/** A site on this machine, of which each path does what a test wants. Paths that it does not know are 404. */
export class Site {
  /** What it was asked, in order: "GET /a". */
  readonly asked: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async open(paths: Readonly<Record<string, Answer>>): Promise<Site> {
    const server = createServer({ keepAlive: true }, (request, response) => {
      site.asked.push(`${request.method} ${request.url}`);
      site.headers.push(request.headers);
      const answer = paths[request.url?.split('?')[0] ?? ''];
      if (answer) answer(request, response);
      else response.writeHead(404).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const site = new Site(server, `http://${HOST}:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => site.sockets.add(socket));
    return site;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Connections that are open still. */
  get open(): number {
    return [...this.sockets].filter(({ destroyed }) => !destroyed).length;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Names that lead to this machine. */
export const here: Resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

/** A fetcher that is allowed to reach the site by its name, and nothing else on this machine. */
export function fetcherFor(
  limits: Partial<FetchLimits> = {},
  { allow = HOST, resolve = here, contact = null as string | null } = {},
): Fetcher {
  const allowed = readAllowList(allow)!;
  return new Fetcher({ allowed, contact }, { guard: new AddressGuard(allowed, resolve), limits });
}

/** Takes pages and texts. */
export const PAGES = {
  accept: 'text/html, text/plain',
  takes: (mediaType: string | null) => mediaType === 'text/html' || mediaType === 'text/plain',
  wanted: 'a page or a text',
};

/** An answer that is a page. */
export const page =
  (body: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', ...headers }).end(body);

export const redirect =
  (location: string, status = 302): Answer =>
  (_, response) =>
    response.writeHead(status, { location }).end();
