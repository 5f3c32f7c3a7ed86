import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface AskedBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly response_format?: { readonly type: string };
}

export interface AskedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: AskedBody;
}

export type JudgeReply = (response: ServerResponse, request: AskedRequest) => unknown;

/** An OpenAI-compatible endpoint on this machine, which answers as a test wants. */
export class FakeJudge {
  readonly asked: AskedRequest[] = [];
  /** What the next requests are answered with, each once; then with `always`. */
  readonly next: JudgeReply[] = [];
  always: JudgeReply = says({ label: 'NOT_FOUND', quotes: [], rationale: 'Nothing of it is there.', confidence: 0.8 });
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<FakeJudge> {
    const server = createServer((request, response) => void fake.answer(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const fake = new FakeJudge(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
    server.on('connection', (socket) => fake.sockets.add(socket));
    return fake;
  }

  private async answer(
    request: Parameters<typeof json>[0] & { url?: string; headers: IncomingHttpHeaders },
    response: ServerResponse,
  ) {
    const asked = { path: request.url ?? '', headers: request.headers, body: (await json(request)) as AskedBody };
    this.asked.push(asked);
    await (this.next.shift() ?? this.always)(response, asked);
  }

  reset(): void {
    this.asked.length = 0;
    this.next.length = 0;
  }

  /** What it was told last, all messages in one. */
  get told(): string {
    return this.asked
      .at(-1)!
      .body.messages.map(({ content }) => content)
      .join('\n');
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }
}

export interface Said {
  readonly label?: string;
  readonly quotes?: readonly string[];
  readonly rationale?: string;
  readonly confidence?: number | null;
}

/** A completion with this content. */
export const completes =
  (content: string | null, more: Readonly<Record<string, unknown>> = {}, finish = 'stop'): JudgeReply =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        model: 'judge-1-2031',
        choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
        usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 },
        ...more,
      }),
    );

export const says = (said: Said): JudgeReply =>
  completes(JSON.stringify({ quotes: [], rationale: 'So it says.', label: 'FOUND', confidence: 0.9, ...said }));

/** A status, and what is wrong. */
export const fails =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = '{"error":{"message":"no"}}'): JudgeReply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

export const after =
  (ms: number, reply: JudgeReply): JudgeReply =>
  async (response, request) => {
    await sleep(ms, undefined, { ref: false });
    if (!response.destroyed) reply(response, request);
  };
