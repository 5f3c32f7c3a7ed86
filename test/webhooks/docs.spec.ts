/** What docs/webhooks.md says can be done as it says. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { newKey, signedHeaders, toSecret } from '../../src/webhooks/signature.js';
import { until } from '../support/until.js';
import { openDesk, type Desk } from './support/desk.js';

jest.setTimeout(60_000);

const text = readFileSync('docs/webhooks.md', 'utf8');
const blocksOf = (language: string): string[] =>
  [...text.matchAll(/```(\w+)\n([^]+?)```/g)].flatMap(([, found, block]) => (found === language ? [block!] : []));

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.room.import('ferry');
});
afterAll(() => desk.close());

it('the operations are such as the server takes', () => {
  const schema = buildSchema(readFileSync('src/graphql/schema.graphql', 'utf8'));
  const documents = blocksOf('graphql');
  expect(documents.length).toBeGreaterThan(4);
  for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
});

/** Names and kinds of what a message has. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? 'list' : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
};

it('messages are like the one that is shown, and the receiver takes each once, and no others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'receiver-'));
  const file = join(folder, 'receiver.mjs');
  writeFileSync(file, blocksOf('js')[0]!);
  // Two secrets, as while one is changed for the other.
  const key = newKey();
  const secrets = [toSecret(newKey()), toSecret(key)].join(' ');
  const child = spawn(process.execPath, [file], { env: { ...process.env, WEBHOOK_SECRET: secrets, PORT: '0' } });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  try {
    await until('it listens', () => Promise.resolve(/listening on \d+\n/.test(output)));
    const url = `http://127.0.0.1:${/\d+/.exec(output)![0]}/`;
    const webhook = await desk.webhook('/a');
    desk.deliver();
    const claim = await desk.room.claim('The county owns the ferry');
    const [citation] = await desk.room.rows<{ id: string }>('SELECT id FROM citation WHERE claim_id = $1', [
      claim.uuid,
    ]);
    const citationId = Buffer.from(`06${citation!.id.replaceAll('-', '')}`, 'hex').toString('base64url');
    await desk.change('detachSource', { citationId });
    await desk.told(webhook.id);
    const message = desk.receiver.at('/a').find(({ event }) => event.data.claim.id === claim.id)!;
    expect(shapeOf(message.event)).toEqual(shapeOf(JSON.parse(blocksOf('json')[0]!)));

    const send = async (body: string, headers: Record<string, string>): Promise<number> =>
      (await fetch(url, { method: 'POST', body, headers })).status;
    const signed = (id: string, at = new Date(), keys = [newKey(), key]) => signedHeaders(id, at, message.body, keys);
    expect(await send(message.body, signed('msg_1'))).toBe(204);
    expect(await send(message.body, signed('msg_1'))).toBe(204);
    expect(
      await send('{"type":"ping","data":{}}', signedHeaders('msg_2', new Date(), '{"type":"ping","data":{}}', [key])),
    ).toBe(204);
    expect(await send(message.body, signed('msg_3', new Date(), [newKey()]))).toBe(401);
    expect(await send(message.body, signed('msg_4', new Date(Date.now() - 400_000)))).toBe(401);
    expect(await send(`${message.body} `, signed('msg_5'))).toBe(401);
    expect(await send(message.body, {})).toBe(401);
    const lines = output.split('\n').slice(1, -1);
    expect(lines).toEqual([
      'ferry: CITED -> MISSING: The county owns the ferry.',
      expect.stringMatching(/^ {2}uncited-claim: .+/),
    ]);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
});
