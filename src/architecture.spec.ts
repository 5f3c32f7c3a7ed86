import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A later feature may import an earlier one. */
const FEATURES = ['workspaces', 'events', 'articles', 'sources', 'claims', 'findings', 'reviews'];
const GROUND = ['config', 'database', 'graphql', 'jobs', 'auth'];
/** Where features meet; each may import those before it, and nothing below imports them. */
const ABOVE = ['querying', 'editing', 'revising', 'importing', 'capturing', 'consulting', 'exporting', 'webhooks'];
/** What packages for the web, the database and threads may not be used by: files are converted in memory. */
const NO_SERVER =
  /^(?:node:(?:fs|net|https?|child_process|worker_threads)|@nestjs\/|typeorm|pg$|fastify|graphql|piscina)/;
/** All that the typed client needs of others, where it runs. */
const CLIENT_PACKAGES = ['gql.tada', '@0no-co/graphql.web', 'graphql-ws/client'];
const ENTRIES = ['main.ts', 'worker.ts', 'recount.ts', 'workspace.ts', 'distribute.ts', 'cli.ts', 'app.module.ts'];
/** Plain functions: no framework, no database, no network, no files, no clock. */
const PURE = ['judging', 'reading', 'languages', 'addresses'];
/** What measures and traces: called from everywhere but the cores, knows nothing of what it measures. */
const TELEMETRY = 'telemetry';
/** Below the cores: what both go by. */
const BELOW = ['languages', 'addresses'];
const IMPURE_PACKAGE =
  /^(?:node:(?!crypto|assert|util)|@nestjs\/|@mercuriusjs\/|typeorm|pg$|fastify|mercurius|graphql|class-|rxjs|piscina|ws$|prom-client|@opentelemetry\/)/;

interface Import {
  /** A path relative to src/, or the name of a package. */
  readonly to: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** Why one file of src/ may not import another; null when it may. Paths are relative to src/. */
function breach(from: string, { to, typeOnly }: Import): string | null {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (isTest(from)) return null;
  if (PURE.includes(room) && IMPURE_PACKAGE.test(to)) return `${room} is plain functions, without ${to}`;
  if (ENTRIES.includes(to)) return ENTRIES.includes(from) ? null : 'nothing imports an entry point';
  if (other === 'public' && room !== 'public') return 'public is for packages outside; import what it exports';
  if (room === other || (PURE.includes(other) && !PURE.includes(room))) return null;
  if (BELOW.includes(room)) return isOurs(to) ? `${room} imports only itself` : null;
  if (BELOW.includes(other) && PURE.includes(room)) return null;
  if (room === 'judging') return isOurs(to) ? 'judging imports only itself, languages and addresses' : null;
  if (room === 'reading') {
    if (!isOurs(to) || (to === 'judging/evidence.ts' && typeOnly)) return null;
    return 'reading imports only itself, languages, addresses and types of judging/evidence.ts';
  }
  if (room === 'converting') {
    if (NO_SERVER.test(to)) return `converting takes bytes and gives text, without ${to}`;
    return isOurs(to) ? 'converting imports only itself and reading' : null;
  }
  if (room === 'plugins') return isOurs(to) ? 'plugins imports only itself and judging' : null;
  if (room === TELEMETRY) return isOurs(to) && other !== 'config' ? 'telemetry imports only itself and config' : null;
  if (room === 'cluster') return isOurs(to) && other !== TELEMETRY ? 'cluster imports only itself and telemetry' : null;
  if (other === 'cluster') return ENTRIES.includes(from) ? null : 'only entry points make and join processes';
  if (room === 'reporting') return isOurs(to) ? 'reporting imports only itself and judging' : null;
  if (room === 'writing') {
    if (NO_SERVER.test(to)) return `writing takes an article and gives text, without ${to}`;
    return isOurs(to) ? 'writing imports only itself and reading' : null;
  }
  if (room === 'collections') {
    if (NO_SERVER.test(to)) return `collections take bytes and give articles, without ${to}`;
    if (!isOurs(to) || other === 'converting' || other === 'writing') return null;
    return 'collections imports only itself, reading, converting and writing';
  }
  if (other === 'client' && room !== 'cli') return 'only cli imports client; the server does not call itself';
  if (room === 'client') {
    if (isOurs(to)) return 'client imports only itself';
    return CLIENT_PACKAGES.includes(to) ? null : `client runs in browsers, without ${to}`;
  }
  if (room === 'public') return isOurs(to) ? 'public exports only reading and judging' : null;
  if (
    room === 'cli' &&
    isOurs(to) &&
    !['client', 'collections', 'converting', 'plugins', 'reporting'].includes(other)
  ) {
    return 'cli imports only reading, judging, client, collections, converting, plugins and reporting: it runs without the server';
  }
  if (room === 'fetching') {
    return isOurs(to) && other !== 'config' ? 'fetching imports only itself and config: it knows no article' : null;
  }
  if (room === 'config' && other === TELEMETRY) return 'config imports nothing of telemetry';
  if (GROUND.includes(room) && [...FEATURES, ...ABOVE].includes(other)) return `${room} imports no feature`;
  if (FEATURES.includes(room) && ABOVE.includes(other))
    return 'no feature imports querying, editing, revising, importing, capturing, consulting, exporting or webhooks';
  if (room === 'events' && FEATURES.includes(other) && other !== 'workspaces') return 'events imports only workspaces';
  if (FEATURES.includes(room) && FEATURES.indexOf(other) > FEATURES.indexOf(room)) {
    return `features import only earlier ones: ${FEATURES.join(', ')}`;
  }
  if (ABOVE.includes(room) && ABOVE.indexOf(other) > ABOVE.indexOf(room)) return `${room} does not import ${other}`;
  return null;
}

/** What may not stand in a file, and where it may all the same. */
const FORBIDDEN: readonly { readonly what: RegExp; readonly where: RegExp; readonly why: string }[] = [
  { what: /process\.env/, where: /^(?!config\/)/, why: 'the environment is read in config only' },
  {
    what: /\bfetch\(|import (?!type)[^;]*from 'node:(?:https?|http2|tls|dns)(?:\/promises)?'/,
    // What a program of its user asks, the provider that its operator names, and what answers requests.
    where: /^(?!fetching\/|cli\/|client\/|auth\/oidc\.ts$|graphql\/socket\/|telemetry\/metrics-server\.ts$)/,
    why: 'the way out to the web is fetching, which knows what must not be reached',
  },
  { what: /forwardRef\(|Scope\.REQUEST/, where: /./, why: 'no knots and no request-scoped providers' },
  {
    what: /Date\.now\(|new Date\(\)/,
    where: /^(?:languages|judging|reading|addresses)\//,
    why: 'the time is an argument, never the clock',
  },
  { what: /@Entity\([^]*@ObjectType\(|@ObjectType\([^]*@Entity\(/, where: /./, why: 'an entity is no GraphQL type' },
];

function breachesOf(path: string, source: string): string[] {
  const imports = importsOf(path, source).flatMap((each) => {
    const why = breach(path, each);
    return why === null ? [] : [`${path} imports ${each.to}: ${why}`];
  });
  const forbidden = FORBIDDEN.filter(({ what, where }) => where.test(path) && what.test(source));
  return [...imports, ...(isTest(path) ? [] : forbidden.map(({ why }) => `${path}: ${why}`))];
}

/** Every import, export from, `import()` and `import('…').Type` of a file. */
function importsOf(path: string, source: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ to: resolved(path, specifier.text), typeOnly });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((each) => each.isTypeOnly);
}

const resolved = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') : specifier;

const isTest = (path: string): boolean => path.endsWith('.spec.ts') || path.includes('/testing/');
const isOurs = (to: string): boolean => to.endsWith('.ts');
const roomOf = (path: string): string => (isOurs(path) && !path.startsWith('..') ? path.split('/')[0]! : '');

/** Files that import one another in a circle when the program runs, as one line; null when there are none. */
function circle(files: ReadonlyMap<string, readonly string[]>): string | null {
  const done = new Set<string>();
  for (const start of files.keys()) {
    const way: { readonly path: string; next: number }[] = [{ path: start, next: 0 }];
    while (way.length > 0) {
      const here = way.at(-1)!;
      const to = done.has(here.path) ? undefined : files.get(here.path)?.[here.next++];
      if (to === undefined) {
        done.add(here.path);
        way.pop();
        continue;
      }
      const met = way.findIndex(({ path }) => path === to);
      if (met >= 0) return [...way.slice(met).map(({ path }) => path), to].join(' → ');
      way.push({ path: to, next: 0 });
    }
  }
  return null;
}

const valueImports = (path: string, source: string): string[] =>
  importsOf(path, source).flatMap(({ to, typeOnly }) => (typeOnly || !isOurs(to) ? [] : [to]));

describe('the sources', () => {
  const root = dirname(fileURLToPath(import.meta.url));
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name): [string, string] => [name.replaceAll('\\', '/'), readFileSync(join(root, name), 'utf8')]);

  it('keep to who may import whom', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(([path, source]) => breachesOf(path, source))).toEqual([]);
  });

  // Classes and decorators are run while files are loaded, and see `undefined` in a circle. Plain functions do not.
  it('import no classes in a circle', () => {
    const loaded = sources.filter(([path]) => !PURE.includes(roomOf(path)));
    expect(circle(new Map(loaded.map(([path, source]) => [path, valueImports(path, source)])))).toBeNull();
  });
});

describe('a breach is seen', () => {
  it.each([
    ['judging/a.ts', "import { a } from '../reading/words.js';", 'judging imports only itself'],
    ['judging/a.ts', "const a = import('../claims/a.js');", 'judging imports only itself'],
    ['judging/a.ts', "import { readFileSync } from 'node:fs';", 'plain functions, without node:fs'],
    ['judging/a.ts', 'const now = Date.now();', 'never the clock'],
    ['reading/a.ts', "import { isUsable } from '../judging/evidence.js';", 'reading imports only itself'],
    ['addresses/a.ts', "import { a } from '../reading/a.js';", 'addresses imports only itself'],
    ['reading/a.ts', "import type { Rule } from '../judging/rule.js';", 'reading imports only itself'],
    ['reading/a.ts', "import { Injectable } from '@nestjs/common';", 'plain functions, without @nestjs/common'],
    ['database/a.ts', "import { a } from '../claims/a.js';", 'database imports no feature'],
    ['graphql/a.ts', "export { a } from '../editing/a.js';", 'graphql imports no feature'],
    ['events/a.ts', "import { a } from '../articles/a.js';", 'events imports only workspaces'],
    ['sources/a.ts', "import { a } from '../claims/a.js';", 'features import only earlier ones'],
    ['sources/a.ts', "type A = import('../claims/a.js').A;", 'features import only earlier ones'],
    ['claims/a.ts', "import { a } from '../editing/a.js';", 'no feature imports'],
    ['querying/a.ts', "import { a } from '../editing/a.js';", 'querying does not import editing'],
    ['editing/a.ts', "import { a } from '../importing/a.js';", 'editing does not import importing'],
    ['editing/a.ts', "import { a } from '../revising/a.js';", 'editing does not import revising'],
    ['claims/a.ts', "import { a } from '../main.js';", 'nothing imports an entry point'],
    ['querying/a.ts', "import { a } from '../exporting/a.js';", 'querying does not import exporting'],
    ['importing/a.ts', "import { a } from '../exporting/a.js';", 'importing does not import exporting'],
    ['importing/a.ts', "import { a } from '../capturing/a.js';", 'importing does not import capturing'],
    ['capturing/a.ts', "import { a } from '../consulting/a.js';", 'capturing does not import consulting'],
    ['editing/a.ts', "import { a } from '../consulting/a.js';", 'editing does not import consulting'],
    ['writing/a.ts', "import { a } from '../claims/a.js';", 'writing imports only itself and reading'],
    ['reporting/a.ts', "import { a } from '../claims/a.js';", 'reporting imports only itself and judging'],
    ['cli/a.ts', "import { a } from '../config/a.js';", 'cli imports only reading, judging, client, collections'],
    ['collections/a.ts', "import { a } from '../importing/a.js';", 'collections imports only itself'],
    ['collections/a.ts', "import { readFileSync } from 'node:fs';", 'without node:fs'],
    ['client/a.ts', "import { a } from '../graphql/a.js';", 'client imports only itself'],
    ['client/a.ts', "import { once } from 'node:events';", 'client runs in browsers, without node:events'],
    ['querying/a.ts', "import { a } from '../client/a.js';", 'only cli imports client'],
    ['telemetry/a.ts', "import { a } from '../jobs/a.js';", 'telemetry imports only itself and config'],
    ['cluster/a.ts', "import { a } from '../database/a.js';", 'cluster imports only itself and telemetry'],
    ['jobs/a.ts', "import { a } from '../cluster/a.js';", 'only entry points make and join processes'],
    ['judging/a.ts', "import { a } from '../telemetry/a.js';", 'judging imports only itself'],
    ['reading/a.ts', "import { a } from 'prom-client';", 'plain functions, without prom-client'],
    ['config/a.ts', "import { a } from '../telemetry/a.js';", 'config imports nothing of telemetry'],
    ['converting/a.ts', "import { a } from '../cli/a.js';", 'converting imports only itself'],
    ['converting/a.ts', "import { readFileSync } from 'node:fs';", 'without node:fs'],
    ['fetching/a.ts', "import { a } from '../sources/a.js';", 'fetching imports only itself and config'],
    ['importing/a.ts', "const page = await fetch('https://a.example/');", 'the way out to the web is fetching'],
    ['sources/a.ts', "import { request } from 'node:https';", 'the way out to the web is fetching'],
    ['claims/a.ts', 'const port = process.env.PORT;', 'config only'],
    ['claims/a.ts', 'forwardRef(() => A);', 'no knots'],
    ['claims/a.ts', '@Injectable({ scope: Scope.REQUEST }) class A {}', 'request-scoped'],
    ['claims/a.ts', '@Entity() @ObjectType() class A {}', 'an entity is no GraphQL type'],
  ])('in %s: %s', (path, source, why) => {
    const found = breachesOf(path, source);
    expect(found).toEqual([expect.stringContaining(why)]);
    expect(found[0]).toContain(path);
  });

  it('when files import one another in a circle', () => {
    const files = new Map([
      ['a.ts', ['b.ts', 'c.ts']],
      ['b.ts', []],
      ['c.ts', ['d.ts']],
      ['d.ts', ['b.ts', 'c.ts']],
    ]);
    expect(circle(files)).toBe('c.ts → d.ts → c.ts');
  });
});

describe('what is allowed stays quiet', () => {
  it.each([
    ['judging/a.ts', "import { stemmer } from 'stemmer';"],
    ['reading/a.ts', "import type { Span } from '../judging/evidence.js';"],
    ['reading/a.ts', "import { a } from '../addresses/a.js';"],
    ['judging/a.ts', "import { a } from '../addresses/a.js';"],
    ['reading/a.ts', "import { type Span } from '../judging/evidence.js';"],
    ['claims/a.ts', "import { a } from '../articles/a.js';"],
    ['claims/a.ts', "import { UNSUPPORTED } from '../judging/evidence.js';"],
    ['editing/a.ts', "import { a } from '../claims/a.js';"],
    ['importing/a.ts', "import { a } from '../editing/a.js';"],
    ['main.ts', "import { AppModule } from './app.module.js';"],
    ['cli/a.ts', "import { a } from '../converting/a.js';"],
    ['cli/a.ts', "import { a } from '../client/index.js';"],
    ['client/a.ts', "import { createClient } from 'graphql-ws/client';"],
    ['converting/a.ts', "import { a } from '../reading/a.js';"],
    ['fetching/a.ts', "import { request } from 'node:https';"],
    ['importing/a.ts', "import { Fetcher } from '../fetching/fetcher.js';"],
    ['collections/a.ts', "import { a } from '../converting/a.js';"],
    ['cli/a.ts', "import { a } from '../collections/a.js';"],
    ['importing/a.ts', "import { a } from '../collections/a.js';"],
    ['config/a.ts', 'const port = process.env.PORT;'],
    ['telemetry/a.ts', "import { Config } from '../config/config.js';"],
    ['claims/a.ts', "import { a } from '../telemetry/a.js';"],
    ['querying/a.ts', 'const now = new Date();'],
  ])('%s: %s', (path, source) => expect(breachesOf(path, source)).toEqual([]));

  it('types may name each other', () => {
    expect(valueImports('a.ts', "import type { B } from './b.js'; import { c } from './c.js';")).toEqual(['c.ts']);
  });
});
