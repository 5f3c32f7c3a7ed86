import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(180_000);

const CHECKOUT = process.cwd();
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'obelus-client-')));
  mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
  // As `npm link` leaves it.
  symlinkSync(CHECKOUT, join(folder, 'node_modules', 'obelus'), 'dir');
  symlinkSync(join(CHECKOUT, 'node_modules', '@types', 'node'), join(folder, 'node_modules', '@types', 'node'), 'dir');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

function compiled(...files: string[]): string {
  const tsc = join(CHECKOUT, 'node_modules', 'typescript', 'bin', 'tsc');
  const options =
    '--strict --noEmit --module nodenext --target es2022 --types node --allowImportingTsExtensions --skipLibCheck';
  return spawnSync(process.execPath, [tsc, ...options.split(' '), ...files], { cwd: folder, encoding: 'utf8' }).stdout;
}

it('has types for what a query selects, its variables, and what a mutation answers', () => {
  writeFileSync(
    join(folder, 'types.ts'),
    `import { createClient, done, graphql, type ClaimFilter, type ResultOf, type Standing, type VariablesOf } from 'obelus/client';
     type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
     const sure = <_ extends true>(): void => undefined;
     const CLAIMS = graphql(\`query ($after: String, $filter: ClaimFilter) {
       claims(first: 5, after: $after, filter: $filter) {
         edges { node { standing value citations { source { url csl publishedAt } } ... on Claim { number: ordinal } } }
         pageInfo { hasNextPage endCursor }
       }
     }\`);
     type Node = ResultOf<typeof CLAIMS>['claims']['edges'][number]['node'];
     sure<Same<Node['standing'], Standing>>();
     sure<Same<Node['value'], string | null>>();
     sure<Same<Node['number'], number>>();
     sure<Same<Node['citations'][number]['source'], { url: string | null; csl: unknown; publishedAt: string | null } | null>>();
     const filter: ClaimFilter = { standings: ['MISSING'], and: [{ checkable: true }] };
     const given: VariablesOf<typeof CLAIMS> = { filter };
     const client = createClient({ server: 'http://127.0.0.1:3000' });
     const { claims } = await client.query(CLAIMS, given);
     // @ts-expect-error not selected
     claims.edges[0]?.node.text;
     // @ts-expect-error a standing that there is not
     const wrong: ClaimFilter = { standings: ['TRUE'] };
     // @ts-expect-error a variable of another type
     await client.query(CLAIMS, { after: 5 });
     for await (const claim of client.each(CLAIMS, {}, (data) => data.claims)) sure<Same<typeof claim, Node>>();
     const NAMED = graphql('query ($id: ID!) { node(id: $id) { __typename ... on Article { slug } } }');
     // @ts-expect-error the id is needed
     await client.query(NAMED);
     // @ts-expect-error without $after there are no pages
     client.each(NAMED, { id: 'a' }, () => null);
     const { node } = await client.query(NAMED, { id: 'a' });
     if (node?.__typename === 'Article') sure<Same<typeof node.slug, string>>();
     const ARCHIVE = graphql(\`mutation ($input: ArchiveArticleInput!) {
       archiveArticle(input: $input) { article { slug } userErrors { code message } }
     }\`);
     const { archiveArticle } = await client.mutate(ARCHIVE, { input: { articleId: 'a' } }, { idempotencyKey: 'k' });
     const { article } = done(archiveArticle);
     sure<Same<typeof article, { slug: string } | null>>();
     // @ts-expect-error an input without its field
     await client.mutate(ARCHIVE, { input: {} });
     const CHANGED = graphql('subscription ($after: String) { claimChanged(after: $after) { cursor } }');
     for await (const { claimChanged } of client.subscribe(CHANGED, {}, { resume: (data) => ({ after: data.claimChanged.cursor }) })) {
       sure<Same<typeof claimChanged.cursor, string>>();
     }
     // @ts-expect-error a field that the API does not have
     (await client.query(graphql('{ viewer { password } }'))).viewer.password.length;
     // @ts-expect-error the rest is ours
     export * from 'obelus/dist/src/client/http.js';\n`,
  );
  expect(compiled('types.ts')).toBe('');
});

describe('the example', () => {
  let room: Newsroom;
  beforeAll(async () => {
    cpSync(join(CHECKOUT, 'examples', 'unsupported-claims'), folder, { recursive: true });
    room = await openNewsroom();
    await room.import('ferry');
    await room.api.app.listen(0, '127.0.0.1');
  });
  afterAll(() => room.close());

  it('has types', () => expect(compiled('main.ts')).toBe(''));

  it('lists claims, and attaches a source to one', async () => {
    expect(await example('ferry')).toContain('WEAK 5: Nobody was hurt.');
    expect(await example('ferry', '5', 'https://coast.example/r', 'No one.')).toContain('WEAK -> CITED');
    expect(await example('trams')).toContain('NOT_FOUND: there is no article trams');
  });

  /** What it says when it is run as its README says; beside this process, which is the server. */
  async function example(...args: string[]): Promise<string> {
    const child = spawn(process.execPath, [join(folder, 'main.ts'), ...args], {
      env: { PATH: process.env['PATH'], OBELUS_URL: await room.api.app.getUrl(), OBELUS_TOKEN: room.token },
    });
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return out + errors;
  }
});

it('docs/client.md has code that compiles', () => {
  const page = readFileSync(join(CHECKOUT, 'docs', 'client.md'), 'utf8');
  const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!);
  expect(blocks.length).toBeGreaterThan(3);
  writeFileSync(join(folder, 'docs.ts'), blocks.join('\n'));
  expect(compiled('docs.ts')).toBe('');
});
