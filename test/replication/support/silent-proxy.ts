import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server on which connections can fall silent: they stay, and nothing comes through any more. */
export class SilentProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private readonly silent = new Set<Socket>();
  private words: string | null = null;
  private all = false;

  private constructor(
    private readonly server: Server,
    to: number,
  ) {
    server.on('connection', (client) => this.join(client, connect(to, '127.0.0.1')));
  }

  static async to(port: number): Promise<SilentProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SilentProxy(server, port);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on nothing comes through, over any connection. */
  silence(): void {
    this.all = true;
  }

  /** The connection over which these words go is silent from then on. */
  silenceAfter(words: string): void {
    this.words = words;
  }

  /** What comes from now on comes through, over new connections. */
  speak(): void {
    this.all = false;
    this.words = null;
  }

  async close(): Promise<void> {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, server: Socket): void {
    this.pairs.add([client, server]);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.on('data', (bytes) => {
        const lost = this.all || this.silent.has(client);
        if (this.words !== null && bytes.includes(this.words)) this.silent.add(client);
        if (lost) this.silent.add(client);
        else to.write(bytes);
      });
    }
  }
}
