import type { IncomingMessage } from 'node:http';

/** What is looked at of the request for a socket. */
export type Asked = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Where a client reached this server, without a slash at the end, as Fastify tells it for requests: what a proxy says of
 * it counts where the proxy is trusted, and of several proxies what the nearest says.
 *
 * @param isTrusted whether an address is that of a proxy which is believed
 */
export function baseUrlOfSocket(
  { headers, socket }: Asked,
  isTrusted: (address: string, place: number) => boolean,
): string {
  const believed = socket.remoteAddress !== undefined && isTrusted(socket.remoteAddress, 0);
  const said = (name: string): string | undefined =>
    believed
      ? String(headers[name] ?? '')
          .split(',')
          .at(-1)
          ?.trim() || undefined
      : undefined;
  const protocol = said('x-forwarded-proto') ?? ('encrypted' in socket ? 'https' : 'http');
  return `${protocol}://${said('x-forwarded-host') ?? headers.host ?? ''}`;
}
