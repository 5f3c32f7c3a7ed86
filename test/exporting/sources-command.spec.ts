import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { run, type Result } from '../../src/cli/testing/run.js';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

let room: Newsroom;
let folder: string;
let server: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-sources-'));
  room = await openNewsroom();
  await room.api.app.listen(0, '127.0.0.1');
  server = `http://127.0.0.1:${(room.api.app.getHttpServer().address() as AddressInfo).port}`;
  await room.import('ferry');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await room.close();
});

const sources = (token: string, ...args: string[]): Promise<Result> =>
  run('sources', ...args, '--server', server, '--token', token);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The records of a file of CSL-JSON in an order of their own, without what depends on the workspace. */
const records = (csl: string): unknown[] =>
  (JSON.parse(csl) as { id: string; title: string }[])
    .map(({ id: _id, ...record }) => record)
    .toSorted((a, b) => a.title.localeCompare(b.title));

const RECORDS = `@string{gazette = {The Sound Gazette}}
@article{okoro, author = {Okoro, Ada and {Port Office}}, title = {Who sails to Sandvik?}, journal = gazette,
  date = {2031-04-02}, doi = {10.5555/sails.1}}
@book{harbours, author = {Nilsson, Per}, title = {Harbours & piers}, publisher = {Sound Press}, year = 2029, isbn = {978-0-306-40615-7}}
`.replace('&', '\\&');

describe('obelus sources', () => {
  it.each(['csl', 'bibtex', 'ris'])(
    'takes all sources out as %s, and another workspace takes them in',
    async (format) => {
      await sources(room.token, 'import', file('more.bib', RECORDS));
      const path = join(folder, `all.${{ csl: 'json', bibtex: 'bib', ris: 'ris' }[format]}`);
      expect(await sources(room.token, 'export', '--format', format, '-o', path)).toEqual({
        ...{ status: 0, out: '', errors: [] },
      });
      const elsewhere = await room.api.token(await room.api.db.workspace(`In ${format}`));
      expect(await sources(elsewhere, 'import', path)).toMatchObject({
        status: 0,
        out: expect.stringMatching(/: 4 entries imported: 4 sources, 4 of them new$/),
        errors: [],
      });
      const [own, other] = [await sources(room.token, 'export'), await sources(elsewhere, 'export')];
      expect(records(own.out)).toHaveLength(4);
      expect(records(other.out)).toEqual(records(own.out));
      expect((await sources(elsewhere, 'import', path)).out).toMatch(/: 4 entries imported: 4 sources, 0 of them new$/);
    },
  );

  it('sends a large file in parts, and names each mistake with the entry and line of the file', async () => {
    const entry = (i: number): string =>
      `@misc{e${i}, title = {Log ${i}}, url = {https://log.example/${i}}, crossref = {parent}}\n`;
    const entries = Array.from({ length: 2_300 }, (_each, i) => entry(i + 1));
    entries[4] = '@misc{e5, title = {Log 5} url = {https://log.example/5}}\n';
    entries[2_199] = '@misc{e2200, title = {Log 2200}, journal = nothing}\n';
    const parent = '@misc{parent, title = {All logs}, url = {https://log.example/}}\n';
    const path = file('large.bib', entries.join('') + parent);
    const token = await room.api.token(await room.api.db.workspace('Large'));
    const first = await sources(token, 'import', path);
    expect(first.status).toBe(1);
    expect(first.errors).toEqual([
      `${path}: INVALID_INPUT: entry 5 (e5): line 5: a comma is missing behind the field "title"`,
      expect.stringContaining(`${path}: INVALID_INPUT: entry 2,200 (e2200): line 2200: nothing is called nothing`),
    ]);
    expect(first.out).toMatch(/ of them new; [\d,]+ entries not imported: mend the file and run it again$/);
    const mended = entries.map((each, i) => ([4, 2_199].includes(i) ? entry(i + 1) : each));
    writeFileSync(path, mended.join('') + parent);
    const second = await sources(token, 'import', path);
    expect(second).toMatchObject({ status: 0, errors: [] });
    expect(second.out).toMatch(/: 2,301 entries imported: 2,301 sources, [\d,]+ of them new$/);
    const exported = await sources(token, 'export');
    expect(records(exported.out)).toHaveLength(2_301);
  });

  it('goes on after a file that cannot be sent, and tells why', async () => {
    const good = file('good.ris', 'TY  - GEN\nTI  - A log\nER  - \n');
    const unknown = file('notes.txt', 'TY  - GEN\nER  - \n');
    const { status, out, errors } = await sources(room.token, 'import', unknown, join(folder, 'none.bib'), good);
    expect(status).toBe(2);
    expect(errors).toEqual([
      `${unknown}: its name does not tell in which format it is; give --format (csl, bibtex, ris)`,
      `${join(folder, 'none.bib')}: no such file; check the path`,
    ]);
    expect(out).toBe(`${good}: 1 entry imported: 1 source, 1 of them new`);
    const named = await sources(room.token, 'import', unknown, '--format', 'ris');
    expect([named.status, named.errors]).toEqual([1, [expect.stringContaining('entry 1: ')]]);
    const empty = await sources(room.token, 'import', file('empty.bib', '% none yet\n'));
    expect([empty.status, empty.errors]).toEqual([1, [expect.stringContaining('has no entry of BibTeX')]]);
  });

  it('tells what keeps a server from answering', async () => {
    const target = join(folder, 'kept.bib');
    writeFileSync(target, 'as it was');
    const refused = await sources('unknown', 'export', '-o', target);
    expect([refused.status, refused.errors]).toEqual([2, [expect.stringMatching(/check --token or OBELUS_TOKEN$/)]]);
    const away = await run('sources', 'export', '--server', 'http://127.0.0.1:1', '--token', 'x');
    expect([away.status, away.errors]).toEqual([2, [expect.stringContaining('cannot be reached')]]);
    const strange = await run('sources', 'export', '--server', `${server}/elsewhere/graphql`, '--token', room.token);
    expect([strange.status, strange.errors]).toEqual([2, [expect.stringMatching(/answers 404: /)]]);
    expect(readFileSync(target, 'utf8')).toBe('as it was');
    const reader = await room.api.token(room.viewer, 'READER');
    const path = file('refused.ris', 'TY  - GEN\nTI  - A log\nER  - \n');
    expect(await sources(reader, 'import', path)).toMatchObject({ status: 2, errors: [expect.stringContaining(path)] });
  });
});
