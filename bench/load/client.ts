import { connect, type Socket } from 'node:net';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = '\r\n\r\n';
const CHUNK_END = Buffer.from('0\r\n\r\n');

/** A GraphQL request as it is sent, ready for one address and token. */
export function requestBytes(url: string, token: string, body: string): Buffer {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return bytesOf('POST', url, token, ['content-type: application/json', 'accept: application/json', length], body);
}

/** A request for a file. */
export const getBytes = (url: string, token: string): Buffer => bytesOf('GET', url, token, [], '');

function bytesOf(method: string, url: string, token: string, more: readonly string[], body: string): Buffer {
  const { host, pathname, search } = new URL(url);
  const head = [`${method} ${pathname}${search} HTTP/1.1`, `host: ${host}`, `authorization: Bearer ${token}`, ...more];
  return Buffer.from(`${head.join('\r\n')}${HEAD_END}${body}`);
}

/**
 * One HTTP/1.1 connection that asks and waits, over and over. It reads no more of HTTP than the servers of the bench send,
 * so that it costs little beside them.
 */
export class Connection {
  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Connection(socket);
  }

  /** @throws Error when the connection ends before the answer does */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { socket } = this;
      let got: Buffer = Buffer.alloc(0);
      const settle = (work: () => void): void => {
        socket.removeListener('data', take);
        socket.removeListener('close', ended);
        work();
      };
      const take = (chunk: Buffer): void => {
        got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
        const answer = parse(got);
        if (answer) settle(() => resolve(answer));
      };
      const ended = (): void => settle(() => reject(new Error('the server closed the connection')));
      socket.on('data', take);
      socket.once('close', ended);
      socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }
}

/** The answer when all of it is there; null when more is to come. */
export function parse(bytes: Buffer): Answer | null {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const start = end + HEAD_END.length;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const stop = start + Number(length);
    return bytes.length < stop ? null : { status, body: bytes.subarray(start, stop) };
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, body: Buffer.alloc(0) };
  return bytes.subarray(-CHUNK_END.length).equals(CHUNK_END) ? { status, body: joined(bytes.subarray(start)) } : null;
}

function joined(chunks: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = chunks.indexOf('\r\n', at);
    const size = Number.parseInt(chunks.toString('latin1', at, line), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(chunks.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
