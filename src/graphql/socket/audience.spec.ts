import { setTimeout as sleep } from 'node:timers/promises';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import { DatabaseUnavailableError } from '../../database/errors.js';
import { batched, type RequestContext } from '../request-context.js';
import { Audiences, type Answer, type Audience } from './audience.js';
import { SubscribedDocuments } from './subscribed-document.js';

interface Change {
  readonly id: string;
}

const rules = { parseOptions: {}, validateOptions: { maxErrors: 5, hideSuggestions: true }, validationRules: [] };

/** A server that counts what it is asked. */
class World {
  /** The keys of each statement. */
  readonly reads: (readonly string[])[] = [];
  away = false;
  failing = false;
  readonly faults: unknown[] = [];
  readonly audiences = new Audiences();
  readonly documents = new SubscribedDocuments(rules);
  private readonly schema: GraphQLSchema = buildSchema(`
    type Change { id: ID! text(language: String): String mine: String note: String }
    type Query { a: Int }
    type Subscription { changed(after: String): Change! }
  `);

  constructor() {
    const fields = this.schema.getType('Change') as ReturnType<GraphQLSchema['getQueryType']>;
    fields!.getFields()['text']!.resolve = ({ id }: Change, { language }, context: RequestContext) =>
      batched<string, string>(context, 'text', (keys) => this.read(keys)).load(`${id} ${language ?? ''}`);
    fields!.getFields()['mine']!.resolve = (_change, _arguments, { viewer }: RequestContext) =>
      `${viewer.memberId} ${viewer.role}`;
    // Asks for the viewer where there is something to hide only.
    fields!.getFields()['note']!.resolve = ({ id }: Change, _arguments, { viewer }: RequestContext) =>
      id !== 'secret' || viewer.role === 'ADMIN' ? 'open' : null;
  }

  join(
    query: string,
    more: { variables?: Record<string, unknown>; workspaceId?: string; baseUrl?: string; atOnce?: number } = {},
  ): { audience: Audience; leave: () => void } {
    const { variables = {}, workspaceId = 'w', baseUrl = 'http://here', atOnce = 100 } = more;
    const subscribed = this.documents.read(this.schema, { query, operationName: null, variables, extensions: {} });
    const log = (_id: string, error: unknown): void => void this.faults.push(error);
    return this.audiences.join(workspaceId, { schema: this.schema, subscribed, variables, baseUrl, atOnce, log });
  }

  private async read(keys: readonly string[]): Promise<string[]> {
    this.reads.push(keys);
    await sleep(5);
    if (this.away) throw new DatabaseUnavailableError('away');
    if (this.failing) throw new Error('broken');
    return keys.map((key) => `text of ${key}`);
  }
}

const viewer = (memberId: string, role: Viewer['role'] = 'READER'): Viewer => ({
  ...{ workspaceId: 'w', memberId, tokenId: `token of ${memberId}`, role },
});
const [ADA, EVE] = [viewer('ada', 'ADMIN'), viewer('eve')];
const [ONE, TWO]: [Change, Change] = [{ id: '1' }, { id: '2' }];
const TEXT = 'subscription { changed { id text } }';
const textsOf = (answers: readonly Answer[]): string[] => answers.map(({ text }) => text);

describe('who is told the same', () => {
  it('has one answer, read once, whoever asks at one time', async () => {
    const world = new World();
    const { audience } = world.join(TEXT);
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, i) => audience.answers(i % 2 ? [ONE, TWO] : [TWO], viewer(`m${i}`), 0)),
    );
    expect(world.reads).toEqual([['2 ', '1 ']]);
    expect(new Set(all.map((answers) => answers.at(-1)))).toEqual(new Set([all[0]![0]]));
    expect(textsOf(all[1]!)).toEqual([
      '{"data":{"changed":{"id":"1","text":"text of 1 "}}}',
      '{"data":{"changed":{"id":"2","text":"text of 2 "}}}',
    ]);
  });

  it('is told by it who comes a little later, and anew who comes late', async () => {
    const world = new World();
    const { audience } = world.join(TEXT);
    const [first] = await audience.answers([ONE], ADA, 0);
    expect((await audience.answers([ONE], EVE, 0))[0]).toBe(first);
    await sleep(400);
    expect((await audience.answers([ONE], EVE, 0))[0]).not.toBe(first);
    expect(world.reads).toHaveLength(2);
  });

  it('is told nothing that was read before what they know', async () => {
    const world = new World();
    const { audience } = world.join(TEXT);
    const [first] = await audience.answers([ONE], ADA, 0);
    await sleep(2);
    const since = performance.now();
    const [again] = await audience.answers([ONE], EVE, since);
    expect(again!.begunAt).toBeGreaterThanOrEqual(since);
    expect(again).not.toBe(first);
    // Who may still have the former one is given the newer one.
    expect((await audience.answers([ONE], ADA, first!.begunAt))[0]).toBe(again);
  });

  it('is told as much at once as one operation may bring back', async () => {
    const world = new World();
    const { audience } = world.join(TEXT, { atOnce: 2 });
    const changes = [1, 2, 3, 4, 5].map((n) => ({ id: `${n}` }));
    const answers = await audience.answers(changes, ADA, 0);
    expect(world.reads.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(textsOf(answers).map((text) => /text of (\d)/.exec(text)![1])).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is one workspace, and whoever asks for the same fields with the same values at the same address', () => {
    const world = new World();
    const query = 'subscription ($after: String, $l: String) { changed(after: $after) { text(language: $l) } }';
    const { audience, leave } = world.join(query, { variables: { after: 'a', l: 'en' } });
    const same = world.join(query, { variables: { l: 'en', after: 'b' } });
    expect(same.audience).toBe(audience);
    const alike = 'subscription Mine($l: String) { changed(after: "c") { text(language: $l) } }';
    const other = world.join(alike, { variables: { l: 'en' } });
    expect(other.audience).toBe(audience);
    other.leave();
    const others = [
      world.join(query, { variables: { l: 'fr' } }),
      world.join(query, { variables: {} }),
      world.join(query, { variables: { l: 'en' }, workspaceId: 'x' }),
      world.join(query, { variables: { l: 'en' }, baseUrl: 'http://there' }),
      world.join(query.replace('text', 'other: text'), { variables: { l: 'en' } }),
    ];
    expect(new Set([audience, ...others.map((each) => each.audience)]).size).toBe(6);
    expect(world.audiences.size).toBe(6);
    for (const each of [{ leave }, ...others]) each.leave();
    expect(world.audiences.size).toBe(1);
    same.leave();
    expect(world.audiences.size).toBe(0);
  });
});

describe('an answer that depends on who is told', () => {
  it('is given to nobody else', async () => {
    const world = new World();
    const { audience } = world.join('subscription { changed { mine } }');
    const told = await Promise.all(
      [ADA, EVE, ADA, { ...ADA, role: 'READER' as const }].map((each) => audience.answers([ONE], each, 0)),
    );
    expect(told.flatMap(textsOf).map((text) => /ada \w+|eve \w+/.exec(text)![0])).toEqual([
      'ada ADMIN',
      'eve READER',
      'ada ADMIN',
      'ada READER',
    ]);
    expect(told[2]![0]).toBe(told[0]![0]);
    // It is known by now.
    const [next] = await audience.answers([TWO], EVE, 0);
    expect(next!.text).toContain('eve READER');
  });

  it('is one also where it does so of some things only', async () => {
    const world = new World();
    const { audience } = world.join('subscription { changed { id note } }');
    const both = async (change: Change): Promise<unknown[]> =>
      (await Promise.all([ADA, EVE].map((each) => audience.answers([change], each, 0)))).map(
        ([answer]) => (JSON.parse(answer!.text) as { data: { changed: { note: unknown } } }).data.changed.note,
      );
    expect(await both(ONE)).toEqual(['open', 'open']);
    expect(await both({ id: 'secret' })).toEqual(['open', null]);
    expect(await both(TWO)).toEqual(['open', 'open']);
  });
});

describe('what goes wrong', () => {
  it('while the database is away is told to nobody, and tried again by whoever asks again', async () => {
    const world = new World();
    const { audience } = world.join(TEXT);
    world.away = true;
    const refused = await Promise.allSettled([ADA, EVE].map((each) => audience.answers([ONE], each, 0)));
    expect(refused.map((each) => (each as PromiseRejectedResult).reason as unknown)).toEqual([
      expect.objectContaining({ originalError: expect.any(DatabaseUnavailableError) as unknown }),
      expect.objectContaining({ originalError: expect.any(DatabaseUnavailableError) as unknown }),
    ]);
    expect(world.reads).toHaveLength(1);
    world.away = false;
    expect(textsOf(await audience.answers([ONE], EVE, 0))).toEqual([
      '{"data":{"changed":{"id":"1","text":"text of 1 "}}}',
    ]);
  });

  it('inside is masked and logged once', async () => {
    const world = new World();
    const { audience } = world.join(TEXT);
    world.failing = true;
    const told = await Promise.all([ADA, EVE].map((each) => audience.answers([ONE], each, 0)));
    const [ada, eve] = told.flat();
    expect(eve).toBe(ada);
    const { data, errors } = JSON.parse(ada!.text) as { data: unknown; errors: { extensions: { code: string } }[] };
    expect(data).toEqual({ changed: { id: '1', text: null } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(ada!.text).not.toContain('broken');
    expect(world.faults).toHaveLength(1);
  });
});
