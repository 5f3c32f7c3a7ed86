import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** Rooms in the line of features: a later one may import an earlier one. */
const FEATURES = ['workspaces', 'events', 'articles', 'sources', 'claims', 'findings', 'reviews'];
const GROUND = ['config', 'database', 'graphql', 'jobs', 'auth'];
const ABOVE = ['querying', 'editing', 'importing'];
const ENTRIES = ['main.ts', 'worker.ts', 'cli.ts', 'app.module.ts'];

/** Why one file of src/ may not import another; null when it may. Paths are relative to src/. */
function breach(from: string, to: string, typeOnly: boolean): string | null {
  const [room, other] = [from.split('/')[0]!, to.split('/')[0]!];
  if (ENTRIES.includes(to)) return ENTRIES.includes(from) ? null : 'nothing imports an entry point';
  if (room === other) return null;
  if (room === 'judging') return 'judging imports only itself';
  if (room === 'reading') {
    const allowed = to === 'judging/evidence.ts' && typeOnly;
    return allowed || from.endsWith('.spec.ts') ? null : 'reading imports only itself and types of judging/evidence.ts';
  }
  if (GROUND.includes(room) && [...FEATURES, ...ABOVE].includes(other)) return `${room} imports no feature`;
  if (FEATURES.includes(room)) {
    if (ABOVE.includes(other)) return 'no feature imports querying, editing or importing';
    if (room === 'events' && FEATURES.includes(other) && other !== 'workspaces')
      return 'events imports only workspaces';
    if (FEATURES.indexOf(other) > FEATURES.indexOf(room)) return 'features import only earlier ones';
  }
  return null;
}

/** The imports of a file within src/, and whether only types are taken. */
function importsOf(path: string, source: string): { to: string; typeOnly: boolean }[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return [];
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const named = clause?.namedBindings;
    const typeOnly =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (!clause?.name &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every((each) => each.isTypeOnly));
    const to = join(dirname(path), from.text).split(sep).join('/').replace(/\.js$/, '.ts');
    return [{ to, typeOnly }];
  });
}

function breachesOf(path: string, source: string): string[] {
  const imports = importsOf(path, source)
    .filter(({ to }) => !to.startsWith('..'))
    .flatMap(({ to, typeOnly }) => {
      const why = breach(path, to, typeOnly);
      return why === null ? [] : [`${path} imports ${to}: ${why}`];
    });
  const words = [
    [/process\.env/, 'the environment is read in config only', /^config\//],
    [/forwardRef|Scope\.REQUEST/, 'no knots and no request-scoped providers', /^$/],
  ] as const;
  const spoken = words
    .filter(([word, , where]) => word.test(source) && !where.test(path))
    .map(([, why]) => `${path}: ${why}`);
  return [...imports, ...spoken];
}

const root = join(process.cwd(), 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('who may import whom', () => {
  it('holds in every file', () => {
    const found = files
      .map((name) => relative(root, join(root, name)).split(sep).join('/'))
      .filter((path) => path !== 'architecture.spec.ts')
      .flatMap((path) => breachesOf(path, readFileSync(join(root, path), 'utf8')));
    expect(files.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  it.each([
    ['judging/judge.ts', "import { a } from '../reading/words.js';", 'judging imports only itself'],
    ['reading/a.ts', "import { isUsable } from '../judging/evidence.js';", 'reading imports only itself'],
    ['reading/a.ts', "import type { Rule } from '../judging/rule.js';", 'reading imports only itself'],
    ['database/a.ts', "import { a } from '../claims/a.js';", 'database imports no feature'],
    ['events/a.ts', "import { a } from '../articles/a.js';", 'events imports only workspaces'],
    ['sources/a.ts', "import { a } from '../claims/a.js';", 'features import only earlier ones'],
    ['claims/a.ts', "import { a } from '../editing/a.js';", 'no feature imports'],
    ['claims/a.ts', "import { a } from '../main.js';", 'nothing imports an entry point'],
    ['claims/a.ts', 'const port = process.env.PORT;', 'config only'],
    ['claims/a.ts', 'forwardRef(() => A);', 'no knots'],
  ])('sees a breach in %s: %s', (path, source, why) => expect(breachesOf(path, source).join()).toContain(why));

  it.each([
    ['reading/a.ts', "import type { Span } from '../judging/evidence.js';"],
    ['claims/a.ts', "import { a } from '../articles/a.js';"],
    ['editing/a.ts', "import { a } from '../claims/a.js';"],
    ['config/a.ts', 'const port = process.env.PORT;'],
  ])('allows %s: %s', (path, source) => expect(breachesOf(path, source)).toEqual([]));
});
