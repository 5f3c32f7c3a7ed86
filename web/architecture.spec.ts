import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Who may import whom in the console, from the ground up: each room itself and those before it. */
const ROOMS = ['preferences', 'language', 'api', 'keys', 'parts', 'screens', 'app'];
/** What no room is: where things begin, and what is run while building and testing. */
const ENTRY = 'main.tsx';
const PATHS = 'paths.ts';
/** All that the console knows of the server: its schema, as types. */
const SCHEMA = /^\.\.\/src\/client\/(?:schema|inputs)\.generated\.ts$/;

/** Why a file of web/ may not import another; null when it may. Paths are relative to web/. */
function breach(from: string, { to, typeOnly }: { readonly to: string; readonly typeOnly: boolean }): string | null {
  if (!/\.[a-z]+$/.test(to) || to === PATHS) return null;
  if (to.startsWith('../'))
    return SCHEMA.test(to) && typeOnly ? null : 'the console knows only the schema, by its types';
  if (to === ENTRY) return 'nothing imports where the page begins';
  const [room, other] = [from, to].map((path) => (path.includes('/') ? path.split('/')[0]! : '')) as [string, string];
  if (room === 'screens' && other === 'screens' && from.split('/')[1] !== to.split('/')[1]) {
    return 'screens do not import each other; what two need is a part';
  }
  if (room === '' || room === 'build' || room === 'testing' || other === 'styles') return null;
  return ROOMS.indexOf(other) <= ROOMS.indexOf(room) ? null : `${room} does not import ${other}`;
}

const isOurs = (name: string): boolean => /\.tsx?$/.test(name) && !/\.spec\.|\.d\.ts$|\.generated\./.test(name);

function breachesOf(path: string, source: string): string[] {
  return importsOf(path, source).flatMap((each) => {
    const why = breach(path, each);
    return why === null ? [] : [`${path} imports ${each.to}: ${why}`];
  });
}

function importsOf(path: string, source: string): { to: string; typeOnly: boolean }[] {
  const found: { to: string; typeOnly: boolean }[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ to: resolved(path, specifier.text), typeOnly });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX));
  return found;
}

/** @returns a path below web/ with its ending; the name of a package as it is */
function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(from), specifier);
  return path.startsWith('../') || !path.endsWith('.js') ? path.replace(/\.js$/, '.ts') : path.replace(/\.js$/, '.tsx');
}

it('the sources keep to who may import whom', () => {
  const root = dirname(fileURLToPath(import.meta.url));
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const sources = names.filter(isOurs);
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.flatMap((name) => breachesOf(name, readFileSync(join(root, name), 'utf8')))).toEqual([]);
});

it('every screen is a folder that says what it is', () => {
  const root = dirname(fileURLToPath(import.meta.url));
  const screens = readdirSync(join(root, 'screens'));
  const router = readFileSync(join(root, 'app/router.tsx'), 'utf8');
  expect(screens.filter((name) => !router.includes(`import('../screens/${name}/index.js')`))).toEqual([]);
});

describe('a breach is seen', () => {
  it.each([
    ['screens/queue/index.tsx', "import { a } from '../reader/a.js';", 'screens do not import each other'],
    ['screens/queue/index.tsx', "import { a } from '../../app/a.js';", 'screens does not import app'],
    ['parts/a.tsx', "import { a } from '../screens/queue/index.js';", 'parts does not import screens'],
    ['api/a.ts', "import { a } from '../parts/a.js';", 'api does not import parts'],
    ['preferences/a.ts', "export { a } from '../language/a.js';", 'preferences does not import language'],
    ['parts/a.tsx', "import { a } from '../../src/client/client.js';", 'knows only the schema'],
    ['parts/a.tsx', "import { a } from '../../src/client/schema.generated.js';", 'by its types'],
    ['app/a.tsx', "import '../main.js';", 'nothing imports where the page begins'],
  ])('in %s: %s', (path, source, why) => expect(breachesOf(path, source)).toEqual([expect.stringContaining(why)]));
});

it.each([
  ['screens/queue/index.tsx', "import { a } from './rows.js'; import { b } from '../../parts/b.js';"],
  ['app/router.tsx', "const a = () => import('../screens/queue/index.js');"],
  ['api/graphql.ts', "import type { Schema } from '../../src/client/schema.generated.js';"],
  ['parts/a.tsx', "import { useQuery } from 'urql'; import '../styles/a.css'; import { PATHS } from '../paths.js';"],
])('what is allowed stays quiet: %s', (path, source) => expect(breachesOf(path, source)).toEqual([]));
