import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RulesetError } from '../judging/ruleset.js';
import { check, type CheckOptions, UsageError } from './check.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'obelus-cli-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function run(paths: string[], options: Partial<CheckOptions> = {}, input = '') {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await check(
    paths,
    { format: 'json', rule: [], maxWarnings: Infinity, verbose: false, ...options },
    {
      out: (text) => out.push(text),
      error: (text) => errors.push(text),
      input: Readable.from([Buffer.from(input)]),
      colour: false,
      width: 100,
      now: new Date('2031-01-01'),
      version: '1.2.3',
    },
  );
  return { status, out: out.join('\n'), errors };
}

const SOUND =
  '# Trams\n\n## Lines\n\nTrams run daily [1].\n\n## References\n\n1. “Timetable”, 2030, https://tram.example\n';

describe('obelus check', () => {
  it('answers 0 when nothing is an error', async () => expect((await run([file('a.md', SOUND)])).status).toBe(0));

  it('answers 1 for an error, and says which claim', async () => {
    const { status, out } = await run([file('b.md', '# Trams\n\nTrams run daily.\n')]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      obelus: '1.2.3',
      articles: [
        {
          claims: [{ line: 3, standing: 'MISSING' }],
          findings: [{ rule: 'uncited-claim', severity: 'error', claim: 1 }],
        },
      ],
    });
  });

  it('lets --rule change that', async () => {
    const { status } = await run([file('c.md', '# Trams\n\nTrams run daily.\n')], { rule: ['uncited-claim=note'] });
    expect(status).toBe(0);
  });

  it('counts warnings against --max-warnings', async () => {
    const path = file('d.txt', 'Item Detail\nOpened 4 May\nPrice Not disclosed\nOwner The city\n');
    const rule = ['uncited-claim=off', 'blank-value=off'];
    expect((await run([path], { rule })).status).toBe(0);
    expect((await run([path], { rule, maxWarnings: 0 })).status).toBe(1);
  });

  it('tells a file that it cannot read, and checks the others', async () => {
    const bad = [
      file('e.txt', Buffer.from([0x61, 0xff])),
      file('f.txt', ' '),
      folder,
      join(folder, 'none.txt'),
      file('g.xyz', 'a'),
    ];
    const { status, out, errors } = await run([...bad, file('h.md', SOUND)]);
    expect(status).toBe(2);
    expect((JSON.parse(out) as { articles: unknown[] }).articles).toHaveLength(1);
    expect(errors).toHaveLength(5);
    for (const word of ['UTF-8 at byte 1', 'empty', 'folder', 'no such file', '--input-format']) {
      expect(errors.join('\n')).toContain(word);
    }
  });

  it('reads standard input', async () => {
    const { out } = await run(['-'], { inputFormat: 'markdown' }, SOUND);
    expect(JSON.parse(out)).toMatchObject({ articles: [{ path: '-', title: 'Trams' }] });
  });

  it('refuses what it does not know', async () => {
    await expect(run([], { rule: ['uncited-claim'] })).rejects.toThrow(UsageError);
    await expect(run([], { rule: ['uncited-clam=off'] })).rejects.toThrow(RulesetError);
    await expect(run([], { config: file('bad.json', '{') })).rejects.toThrow(UsageError);
    expect((await run([file('i.md', SOUND)], { inputFormat: 'word' })).errors.join()).toContain('text, markdown, html');
  });

  it('puts what many claims lack in one line, unless asked', async () => {
    const path = file('j.md', `# T\n\n${['A', 'B', 'C', 'D'].map((x) => `- Tram ${x} runs daily [9].\n`).join('')}`);
    const brief = (await run([path], { format: 'pretty' })).out;
    const full = (await run([path], { format: 'pretty', verbose: true })).out;
    expect(brief).toContain('MISSING');
    expect(full.split('dangling-citation')).toHaveLength(5);
  });
});
