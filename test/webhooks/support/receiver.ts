import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Site } from '../../fetching/support/site.js';

/** A message as its receiver sees it. */
export interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly event: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: {
      readonly claim: { readonly id: string; readonly text: string };
      readonly article: { readonly id: string; readonly slug: string; readonly title: string };
      readonly previousStanding: string | null;
      readonly standing: string;
      readonly opened: readonly { readonly rule: string; readonly message: string }[];
      readonly fixed: readonly { readonly rule: string; readonly message: string }[];
      readonly cursor: string;
    };
  };
}

export type Reply = (response: ServerResponse, message: Received) => unknown;

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    response.writeHead(code, headers).end('said the receiver');

/** A server that is told, at one address for each path. What was told to a path it takes, unless told to do otherwise. */
export class Receiver {
  readonly received: Received[] = [];
  private readonly replies = new Map<string, Reply>();

  private constructor(readonly site: Site) {}

  static async open(paths: readonly string[]): Promise<Receiver> {
    const site = await Site.open(
      Object.fromEntries(
        paths.map((path) => [
          path,
          async (request, response) => {
            const body = await text(request);
            const headers = request.headers as Record<string, string>;
            const event = JSON.parse(body) as Received['event'];
            const message = { path, id: headers['webhook-id']!, headers, body, event };
            receiver.received.push(message);
            (receiver.replies.get(path) ?? status(204))(response, message);
          },
        ]),
      ),
    );
    const receiver = new Receiver(site);
    return receiver;
  }

  reply(path: string, reply: Reply | null): void {
    if (reply) this.replies.set(path, reply);
    else this.replies.delete(path);
  }

  at(path: string): Received[] {
    return this.received.filter((message) => message.path === path);
  }

  url(path: string): string {
    return `${this.site.origin}${path}`;
  }
}

/** Which of a message's signatures were made with a secret, by their places. After the text of Standard Webhooks 1.0.0. */
export function signaturesBy(secret: string, { headers, body }: Received): number[] {
  expect(secret).toMatch(/^whsec_/);
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const at = Number(headers['webhook-timestamp']);
  expect(Math.abs(Date.now() / 1_000 - at)).toBeLessThan(300);
  const expected = createHmac('sha256', key).update(`${headers['webhook-id']}.${at}.${body}`).digest();
  return headers['webhook-signature']!.split(' ').flatMap((each, place) => {
    const [version, text] = each.split(',');
    const given = Buffer.from(text ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected) ? [place] : [];
  });
}
