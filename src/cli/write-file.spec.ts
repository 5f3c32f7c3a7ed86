import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { TestFolder } from './testing/folder.js';
import { UsageError } from './terminal.js';
import { writeFileWhole } from './write-file.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

it('writes what a link leads to, and leaves nothing beside it', () => {
  folder.file('to/real.json', 'old');
  symlinkSync('to/real.json', folder.path('link.json'));
  writeFileWhole(folder.path('link.json'), 'new');
  expect(readFileSync(folder.path('to/real.json'), 'utf8')).toBe('new');
  expect(readdirSync(folder.path('to'))).toEqual(['real.json']);
});

it.each([
  ['a path too long for any file', () => folder.path('long'.repeat(200)), 'ENAMETOOLONG'],
  ['a path below a file', () => `${folder.file('file', '')}/x.json`, 'ENOTDIR'],
  ['a folder that is not there', () => folder.path('none/x.json'), 'ENOENT'],
])('%s is told, with the path', (_what, path, code) => {
  const write = () => writeFileWhole(path(), 'x');
  expect(write).toThrow(UsageError);
  expect(write).toThrow(`${path()}: cannot be written (${code})`);
});
