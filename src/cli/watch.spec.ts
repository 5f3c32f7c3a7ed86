import { renameSync } from 'node:fs';
import { TestFolder } from './testing/folder.js';
import { run } from './testing/run.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

const uncited = (title: string): string => `# ${title}\n\nTrams run daily.\n`;
/** Long enough for a slow machine to hear of a change, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A run of `--watch` that can be listened to and ended. */
function watching(...args: readonly string[]) {
  const told: string[] = [];
  let end!: () => void;
  const interrupted = new Promise<void>((resolve) => (end = resolve));
  const tell = (text: string) => void told.push(text);
  const terminal = { out: tell, error: tell, interrupted: () => interrupted };
  const result = run(terminal, 'check', '--watch', ...args);
  return {
    /** Resolves to what was told since the last call, once a text is in it. */
    async until(text: string): Promise<string> {
      for (const start = Date.now(); Date.now() - start < PATIENCE_MS;) {
        const all = told.join('\n');
        if (all.includes(text)) {
          told.length = 0;
          return all;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`“${text}” was not told; told was: ${told.join('\n')}`);
    },
    async end(): Promise<number> {
      end();
      return (await result).status;
    },
  };
}

describe('--watch', () => {
  it(
    'checks again what changes, comes and is put in another’s place, and ends when told to',
    async () => {
      folder.file('one/a.md', uncited('First'));
      folder.file('one/b.md', uncited('Second'));
      const watch = watching(folder.path('one'));
      expect(await watch.until('2 articles')).toContain('First');
      folder.file('one/b.md', uncited('Changed'));
      const again = await watch.until('Changed');
      expect(again).not.toContain('First');
      folder.file('one/new/c.md', uncited('Third'));
      await watch.until('Third');
      renameSync(folder.file('one/d.tmp', uncited('Replaced')), folder.path('one/a.md'));
      await watch.until('Replaced');
      expect(await watch.end()).toBe(0);
    },
    6 * PATIENCE_MS,
  );

  it(
    'checks all again when the configuration changes, and outlives mistakes in it',
    async () => {
      const config = (text: string) => folder.file('two/obelus.config.json', text);
      config('{}');
      const path = folder.file('two/a.md', uncited('First'));
      const watch = watching(path, '--config', folder.path('two/obelus.config.json'));
      await watch.until('error   Nothing is cited');
      config('{');
      await watch.until('no valid JSON');
      config('{"rules": {"uncited-claim": {"severity": "warning"}}}');
      await watch.until('warning Nothing is cited');
      expect(await watch.end()).toBe(0);
    },
    6 * PATIENCE_MS,
  );

  it(
    'tells when a plugin changes, which it cannot load anew',
    async () => {
      const plugin = (id: string) =>
        folder.file(
          'three/own.mjs',
          `export default { meta: { name: 'own', version: '1.0.0' }, rules: [{
             scope: 'claim', judge: () => ({ kind: 'finding', message: 'Wrong', remedy: 'Mend it.', bearing: null }),
             meta: {
               id: '${id}', title: 'T', description: 'Fires on tests.', remedy: 'Mend it.', version: 1, severity: 'NOTE',
               bearings: [], reads: ['claim'], examples: { fires: ['a'], quiet: ['b'] },
             } }] };`,
        );
      const path = folder.file('articles/a.md', uncited('First'));
      const watch = watching(path, '--plugin', plugin('always'));
      expect(await watch.until('own/always')).not.toContain('has changed');
      plugin('never');
      await watch.until('own.mjs: has changed; end this, and start it again to load it');
      folder.file('articles/a.md', uncited('Second'));
      const again = await watch.until('own/always');
      expect([again, again]).toEqual([expect.stringContaining('Second'), expect.not.stringContaining('has changed')]);
      expect(await watch.end()).toBe(0);
    },
    6 * PATIENCE_MS,
  );

  it('does not begin with options that cannot be used', async () => {
    const { status, errors } = await run('check', folder.path(), '--watch', '--config', folder.path('none.json'));
    expect([status, errors]).toEqual([2, [expect.stringContaining('no such file')]]);
  });
});
