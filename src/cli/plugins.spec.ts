import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { TestFolder } from './testing/folder.js';
import { run } from './testing/run.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

const META = `title: 'T', description: 'Fires on tests.', remedy: 'Mend it.', version: 1, severity: 'WARNING',
  bearings: [], reads: ['claim'], examples: { fires: ['a'], quiet: ['b'] }`;
const rule = (id: string, judge: string): string =>
  `{ scope: 'claim', meta: { id: '${id}', ${META} }, judge: ${judge} }`;
const FIRES = `() => ({ kind: 'finding', message: 'Wrong', remedy: 'Mend it.', bearing: null })`;
const plugin = (name: string, ...rules: readonly string[]): string =>
  `export default { meta: { name: '${name}', version: '1.0.0' }, rules: [${rules.join(', ')}] };`;
const UNCITED = '# Trams\n\nTrams run daily.\n';

const own = folder.file('own.mjs', plugin('own', rule('always', FIRES)));
const article = folder.file('a.md', UNCITED);
const at = (name: string): string => join(realpathSync(folder.path()), name);

describe('--plugin', () => {
  it.each<[string, string, string, string]>([
    ['no file', 'none.mjs', '', 'no such file: '],
    ['no default export', 'bare.mjs', 'export const rules = [];', 'has no default export; it exports rules. Write'],
    ['a fault when it is loaded', 'throws.mjs', 'throw new Error("no good");', 'cannot be loaded: Error: no good ('],
    ['no plugin', 'seven.mjs', 'export default 7;', 'default export: must be an object such as {'],
    ['a dependency that is not there', 'needs.mjs', 'import "no-such-package-here";', 'cannot be loaded: '],
  ])('with %s says so in one line, and nothing is checked', async (_, name, content, says) => {
    const path = content === '' ? folder.path(name) : folder.file(name, content);
    const { status, out, errors } = await run('check', article, '--plugin', path);
    expect([status, out, errors.length]).toEqual([2, '', 1]);
    expect(errors[0]).toContain(`--plugin ${path}: `);
    expect(errors[0]).toContain(says);
  });

  it('names where a package was looked for, and how to install it', async () => {
    const { status, errors } = await run('check', article, '--plugin', '@desk/obelus-plugin-none/more');
    expect(status).toBe(2);
    expect(errors).toEqual([
      expect.stringContaining(`looked in ${join(process.cwd(), 'node_modules')} and in those of`),
    ]);
    expect(errors[0]).toContain(`Run "npm install --save-dev @desk/obelus-plugin-none" in ${process.cwd()}`);
  });

  it('tells all mistakes of all plugins at once', async () => {
    const bad = folder.file('bad.mjs', plugin('Bad', '{}'));
    const { errors } = await run('check', article, '--plugin', bad, '--plugin', './none.mjs', '--plugin', 'node:fs');
    expect(errors.length).toBeGreaterThan(5);
    for (const says of ['meta.name', 'rules[0].judge', 'no such file', 'node:fs: is no plugin']) {
      expect(errors.join('\n')).toContain(says);
    }
  });

  it('loads a module once, and no two of one name', async () => {
    const twice = await run('check', article, '--plugin', own, '--plugin', own);
    expect([twice.errors, twice.out.match(/own\/always/g)?.length]).toEqual([[], 2]);
    const other = folder.file('other.mjs', plugin('own', rule('never', FIRES)));
    const { status, errors } = await run('check', article, '--plugin', own, '--plugin', other);
    expect([status, errors]).toEqual([
      2,
      [`--plugin: ${at('other.mjs')}: a plugin called "own" comes from ${at('own.mjs')}, too; leave one of them out`],
    ]);
  });

  it('lets the others go on when a rule fails, and fails the command', async () => {
    const path = folder.file(
      'broken.mjs',
      plugin(
        'broken',
        rule('throws', '() => { throw new Error("no good"); }'),
        rule('none', '() => 0'),
        rule('on', FIRES),
      ),
    );
    const { status, out } = await run('check', article, '--plugin', path);
    expect(status).toBe(2);
    expect(out).toContain('The rule broken/throws failed 1 time, please tell who keeps the plugin: no good');
    expect(out).toContain('The rule broken/none failed 1 time');
    expect(out).toContain('broken/on');
    const { errors } = await run('check', article, '--plugin', path, '--format', 'markdown');
    expect(errors).toContain(`${article}: the rule broken/throws failed 1 time: no good`);
  });

  it('makes its rules known to --rule, which knows no others', async () => {
    const off = await run('check', article, '--plugin', own, '--rule', 'own/always=off');
    expect([off.errors, off.out]).toEqual([[], expect.not.stringContaining('own/always')]);
    const slip = await run('check', article, '--plugin', own, '--rule', 'own/alway=off');
    expect(slip.errors).toEqual(['--rule: there is no rule "own/alway"; did you mean "own/always"?']);
    const { errors } = await run('check', article, '--rule', 'own/always=off');
    expect(errors).toEqual([
      expect.stringContaining('no plugin called "own" is loaded; name its module under "plugins"'),
    ]);
  });
});

describe('plugins of a configuration', () => {
  const config = (name: string, plugins: unknown, rules: object = {}): string =>
    folder.file(name, JSON.stringify({ plugins, rules }));
  const below = folder.file('below/a.md', UNCITED);

  it('are paths from the folder of the file, with rules that the file configures', async () => {
    const path = config('below/named.json', ['../own.mjs'], { 'own/always': { severity: 'error' } });
    const { errors, out } = await run('check', below, '--config', path);
    expect(errors).toEqual([]);
    expect(out).toContain('error   Wrong  own/always');
  });

  it('are told with the other mistakes of the file, but not what only they could know', async () => {
    const path = config('mistaken.json', ['./gone.mjs'], { 'gone/a': {}, 'uncited-clam': {} });
    const { status, errors } = await run('check', below, '--config', path);
    expect([status, errors]).toEqual([
      2,
      [
        expect.stringContaining('plugins: ./gone.mjs: no such file: '),
        expect.stringContaining('rules.uncited-clam: there is no rule "uncited-clam"'),
      ],
    ]);
  });

  it('have names that --plugin has not given to another module', async () => {
    const path = config('clash.json', ['./clash.mjs']);
    folder.file('clash.mjs', plugin('own', rule('other', FIRES)));
    const { errors } = await run('check', below, '--config', path, '--plugin', own);
    expect(errors).toEqual([expect.stringContaining(`${at('clash.mjs')}: a plugin called "own" comes from`)]);
  });

  it('are not run when the file was only found, unless it lies in the working folder or --plugin names them', async () => {
    const found = folder.file('found/a.md', UNCITED);
    const mark = 'obelusPluginRan';
    folder.file('found/spy.mjs', `globalThis.${mark} = true;\n${plugin('spy', rule('always', FIRES))}`);
    const path = config('found/obelus.config.json', ['./spy.mjs'], { 'spy/always': { severity: 'note' } });
    const refused = await run('check', found);
    expect([refused.status, refused.errors]).toEqual([
      2,
      [expect.stringContaining(`is not the working folder. If you trust it, give --config ${path}, or run`)],
    ]);
    expect(globalThis).not.toHaveProperty(mark);
    const named = await run('check', found, '--plugin', folder.path('found/spy.mjs'));
    expect([named.errors, named.out]).toEqual([[], expect.stringContaining('note    Wrong  spy/always')]);
    // What the folder in which one works names, may be named below it.
    config('obelus.config.json', ['./found/spy.mjs']);
    const here = process.cwd();
    try {
      process.chdir(folder.path());
      const from = await run('check', 'found/a.md');
      expect([from.errors, from.out]).toEqual([[], expect.stringContaining('note    Wrong  spy/always')]);
      process.chdir(folder.path('found'));
      const { errors, out } = await run('check', 'a.md');
      expect([errors, out]).toEqual([[], expect.stringContaining('note    Wrong  spy/always')]);
    } finally {
      process.chdir(here);
    }
  });
});
