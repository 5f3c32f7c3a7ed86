import { symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { findArticles } from './find-articles.js';
import { Settings } from './settings.js';
import { TestFolder } from './testing/folder.js';

const folder = new TestFolder();
afterAll(() => folder.remove());
for (const name of ['b.md', 'a.txt', 'c.html', 'notes.png', '.hidden.md', 'in/d.md', 'in/deep/e.markdown']) {
  folder.file(name, 'Trams');
}
for (const name of ['node_modules/x/f.md', '.git/g.md', 'in/node_modules/h.md', 'out/j.md', 'out/old/k.md']) {
  folder.file(name, 'Trams');
}
folder.file('odd[1].md', 'Trams');
folder.file('json/article.json', '{"type": "doc", "content": []}');
folder.file('json/package.json', '{"name": "trams"}');
folder.file('json/broken.json', '{"type": "doc"');
folder.file('out/obelus.config.json', '{"ignore": ["old", "j*"]}');
folder.file('empty/notes.png', 'Trams');
symlinkSync(folder.path('b.md'), folder.path('in/link.md'));
symlinkSync(folder.path(), folder.path('in/circle'));
folder.file('loops/z.md', 'Trams');
symlinkSync('round.md', folder.path('loops/round.md'));
/** No file system takes a name of so many characters. */
const LONG = `${'long'.repeat(100)}.md`;

async function found(...given: readonly string[]) {
  const settings = await Settings.load({ rule: [], plugin: [] });
  const { paths, folders, problems, ignored } = await findArticles(
    given.map((each) => folder.path(each)),
    settings,
  );
  const shown = (all: readonly string[]) => all.map((each) => relative(folder.path(), each) || '.');
  return { paths: shown(paths), folders: shown(folders), problems, ignored: shown(ignored) };
}

const IN = ['in/d.md', 'in/deep/e.markdown', 'in/link.md'];

describe('what a command line names', () => {
  it.each([
    ['a folder', ['in'], IN],
    [
      'a folder without what is hidden, ignored or a dependency',
      ['.'],
      ['a.txt', 'b.md', 'c.html', ...IN, 'json/article.json', 'loops/z.md', 'odd[1].md'],
    ],
    ['a pattern', ['*.md'], ['b.md', 'odd[1].md']],
    ['a pattern over folders', ['**/{d,e}.*'], ['in/d.md', 'in/deep/e.markdown']],
    ['a file whose name looks like a pattern', ['odd[1].md'], ['odd[1].md']],
    ['a hidden file by its name', ['.hidden.md'], ['.hidden.md']],
    ['of JSON only what is a document of an editor', ['json'], ['json/article.json']],
    ['JSON of any kind by its name', ['json/package.json'], ['json/package.json']],
    ['one thing twice', ['b.md', '*.md', 'b.md'], ['b.md', 'odd[1].md']],
    ['a file that is not there, which is told when it is read', ['none.md'], ['none.md']],
    ['a path too long for any file, which is told then, too', [LONG], [LONG]],
    ['a link that leads back to itself, by its name', ['loops/round.md'], ['loops/round.md']],
    ['no such link where a folder is named', ['loops'], ['loops/z.md']],
  ])('%s', async (_, given, expected) => {
    const { paths, problems } = await found(...given);
    expect(problems).toEqual([]);
    expect(paths).toEqual(expected);
  });

  it('is told when it is nothing', async () => {
    const { problems } = await found('empty', 'x*.md');
    expect(problems).toEqual([
      expect.stringContaining('empty: no article in it that can be read'),
      expect.stringContaining('x*.md: matches no article'),
    ]);
  });

  it('leaves out what the nearest configuration ignores, and says so of a file that was named', async () => {
    expect(await found('.', 'out/j.md')).toMatchObject({
      paths: expect.not.arrayContaining(['out/j.md', 'out/old/k.md']),
      ignored: ['out/j.md'],
    });
    expect((await found('out/old/k.md')).ignored).toEqual(['out/old/k.md']);
  });

  it('names the folders to watch', async () => {
    expect((await found('in', 'b.md')).folders).toEqual(['in', 'in/deep', '.']);
  });
});
