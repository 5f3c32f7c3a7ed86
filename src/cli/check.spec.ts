import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paragraph, run as worded, writeDocx } from '../converting/testing/docx-writer.js';
import { lines, writePdf } from '../converting/testing/pdf-writer.js';
import { run, type Result } from './testing/run.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'obelus-cli-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const SOUND =
  '# Trams\n\n## Lines\n\nTrams run daily [1].\n\n## References\n\n1. “Timetable”, 2030, https://tram.example\n';
const UNCITED = '# Trams\n\nTrams run daily.\n';

interface Report {
  readonly obelus: string;
  readonly articles: readonly Readonly<Record<string, unknown>>[];
}
const reportOf = ({ out }: Result): Report => JSON.parse(out) as Report;

describe('the exit status', () => {
  it('is 0 when nothing is an error', async () => {
    expect((await run('check', file('a.md', SOUND))).status).toBe(0);
  });

  it('is 1 for an error', async () => {
    expect((await run('check', file('b.md', UNCITED))).status).toBe(1);
  });

  it('is what --rule makes of it', async () => {
    const path = file('c.md', UNCITED);
    expect((await run('check', path, '--rule', 'uncited-claim=note')).status).toBe(0);
    expect((await run('check', path, '--rule', 'uncited-claim=OFF')).out).not.toContain('uncited-claim');
  });

  it('counts the warnings of all files against --max-warnings', async () => {
    const text = 'Item Detail\nOpened 4 May\nPrice Not disclosed\nOwner The city\n';
    const paths = [file('d.txt', text), file('e.txt', text)];
    const quiet = ['--rule', 'uncited-claim=off', '--rule', 'blank-value=off'];
    expect((await run('check', ...paths, ...quiet)).status).toBe(0);
    expect((await run('check', ...paths, ...quiet, '--max-warnings', '2')).status).toBe(0);
    expect((await run('check', ...paths, ...quiet, '--max-warnings', '1')).status).toBe(1);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['no UTF-8', () => file('f.txt', Buffer.from([0x61, 0xff])), 'not UTF-8 at byte 1'],
    ['nothing in it', () => file('g.txt', ' \n'), 'empty'],
    ['no file', () => join(folder, 'none.txt'), 'no such file'],
    [
      'a name that tells no format',
      () => file('h.xyz', 'a'),
      '--input-format (text, markdown, html, wikitext, docx, pdf, json)',
    ],
    ['too much', () => file('i.txt', 'a '.repeat(10 * 1024 * 1024 + 1)), 'the limit of 20 MiB'],
    ['a binary file', () => file('j.txt', 'a\0b'), 'NUL'],
  ])('%s: one line that names the file, and the others are checked', async (_, make, says) => {
    const path = make();
    const { status, errors, ...rest } = await run('check', path, file('sound.md', SOUND), '--format', 'json');
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`${path}: `);
    expect(errors[0]).toContain(says);
    expect(reportOf({ status, errors, ...rest }).articles).toHaveLength(1);
  });

  it('tells an endless standard input that it is too long', async () => {
    async function* endless() {
      for (;;) yield await Promise.resolve(Buffer.alloc(1024 * 1024, 'a '));
    }
    const { status, errors } = await run({ input: endless() }, 'check', '-');
    expect([status, errors]).toEqual([2, ['-: more than the limit of 20 MiB; split the text']]);
  });
});

describe('a file that is converted', () => {
  const pdf = (): string =>
    file(
      'trams.pdf',
      writePdf([{ texts: [{ x: 72, y: 760, text: 'Trams', size: 18 }, ...lines(72, 730, ['They run daily.'])] }]),
    );

  it('is read as the HTML that `convert` prints, and the report says so', async () => {
    const html = await run('convert', pdf());
    expect(html).toMatchObject({ status: 0, out: '<h1>Trams</h1>\n<p>They run daily.</p>' });
    const report = reportOf(await run('check', pdf(), '--format', 'json'));
    expect(report.articles).toMatchObject([{ convertedFrom: 'PDF', claims: [{ line: 2, text: 'They run daily.' }] }]);
    expect((await run('check', pdf())).out).toContain('Lines are those of the HTML that "obelus convert" makes');
  });

  it('may come from standard input', async () => {
    const input = [writeDocx({ body: [paragraph(worded('They run daily.'))] })];
    expect((await run({ input }, 'convert', '-', '--input-format', 'docx')).out).toBe('<p>They run daily.</p>');
  });

  const TIPTAP = JSON.stringify({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Trams' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'They run daily.' }] },
      { type: 'map', attrs: { place: 'Oss' } },
    ],
  });

  it('may be the JSON of an editor; what is not known in it is told, and is no error', async () => {
    const path = file('trams.json', TIPTAP);
    const told = `${path}: note: this document of ProseMirror or Tiptap has parts that are not known, of which only the words are read: map`;
    const html = await run('convert', path);
    expect(html).toEqual({ status: 0, out: '<h1>Trams</h1>\n<p>They run daily.</p>', errors: [told] });
    const result = await run('check', path, '--format', 'json');
    expect([result.status, result.errors]).toEqual([1, [told]]);
    const { articles } = reportOf(result);
    expect(articles).toMatchObject([{ convertedFrom: 'JSON', claims: [{ line: 2, text: 'They run daily.' }] }]);
    const input = [Buffer.from(TIPTAP)];
    expect((await run({ input }, 'convert', '-', '--input-format', 'json')).out).toBe(html.out);
  });

  it('is told when it is JSON of another kind', async () => {
    const { status, errors } = await run('check', file('package.json', '{"name": "trams"}'));
    expect([status, errors]).toEqual([2, [expect.stringContaining('an object with "name"; known are ProseMirror')]]);
  });

  it('is told when it cannot be', async () => {
    const path = file('empty.pdf', writePdf([{ texts: [] }]));
    const { status, errors } = await run('check', path);
    expect([status, errors]).toEqual([2, [`${path}: has no text; if its pages are pictures, run OCR on them first`]]);
  });
});

describe('the configuration', () => {
  const config = (content: string): string => file('config.json', content);

  it('is read from a file, and --rule goes before it', async () => {
    const path = file('k.md', UNCITED);
    const off = config('{"rules": {"uncited-claim": {"severity": "off"}}}');
    expect((await run('check', path, '--config', off)).status).toBe(0);
    expect((await run('check', path, '--config', off, '--rule', 'uncited-claim=error')).status).toBe(1);
  });

  it('keeps the thresholds of a rule whose severity --rule sets', async () => {
    const items = [1, 1, 2, 3, 4, 5].map((n, i) => `- Tram ${i} runs on line ${n} [${n}].`).join('\n');
    const path = file('l.md', `# Trams\n\n${items}\n`);
    const share = config('{"rules": {"source-concentration": {"thresholds": {"share": 0.9}}}}');
    const rule = ['--rule', 'source-concentration=warning'];
    expect((await run('check', path, ...rule)).out).toContain('source-concentration');
    expect((await run('check', path, ...rule, '--config', share)).out).not.toContain('source-concentration');
  });

  it.each([
    ['{', 'no valid JSON'],
    ['[]', 'must hold an object'],
    ['{"rule": {}}', 'unknown key "rule"; did you mean "rules"?'],
    ['{"colour": 1}', 'known are $schema, plugins, rules, ignore, links, rulePages'],
    ['{"ignore": ["!a.md"]}', 'ignore: must be a list of patterns'],
    ['{"rulePages": "docs"}', 'rulePages: must be an http address'],
    ['{"rules": {"uncited-clam": {}}}', 'did you mean "uncited-claim"'],
    ['{"rules": {"uncited-claim": {"severity": "fatal"}}}', 'rules.uncited-claim.severity'],
  ])('%s: one line that names the file', async (content, says) => {
    const path = config(content);
    const { status, out, errors } = await run('check', file('m.md', SOUND), '--config', path);
    expect([status, out, errors.length]).toEqual([2, '', 1]);
    expect(errors[0]).toContain(`--config ${path}: `);
    expect(errors[0]).toContain(says);
  });

  it('tells a file that is not there', async () => {
    const { status, errors } = await run('check', file('n.md', SOUND), '--config', join(folder, 'none.json'));
    expect([status, errors.join()]).toEqual([2, expect.stringContaining('no such file')]);
  });

  it.each([
    ['uncited-claim', '--rule uncited-claim: write ID=SEVERITY; severities are off, note, warning or error'],
    ['uncited-claim=fatal', '--rule uncited-claim=fatal: write ID=SEVERITY'],
    ['uncited-clam=off', '--rule: there is no rule "uncited-clam"; did you mean "uncited-claim"?'],
  ])('--rule %s is refused', async (rule, says) => {
    const { status, errors } = await run('check', file('o.md', SOUND), '--rule', rule);
    expect([status, errors]).toEqual([2, [expect.stringContaining(says)]]);
  });
});

describe('standard input', () => {
  it('is plain text unless told otherwise', async () => {
    const input = [Buffer.from('# Trams\n\nTrams run daily.\n')];
    const titleOf = (result: Result) => reportOf(result).articles[0]!.title;
    expect(titleOf(await run({ input }, 'check', '-', '--format', 'json'))).toBe('# Trams');
    expect(titleOf(await run({ input }, 'check', '-', '--format', 'json', '--input-format', 'markdown'))).toBe('Trams');
  });
});

describe('--format json', () => {
  it('is the contract', async () => {
    const path = file('p.md', '# Trams\n\n## Lines\n\nTrams run daily.\n\n- A tram has six doors [2].\n');
    const report = reportOf(await run('check', path, '--format', 'json'));
    expect(report.obelus).toBe('1.2.3');
    expect(report.articles).toHaveLength(1);
    expect(report.articles[0]).toMatchObject({
      path,
      title: 'Trams',
      language: null,
      claims: [
        {
          ordinal: 1,
          line: 5,
          start: 19,
          end: 35,
          block: 'PARAGRAPH',
          section: 'Lines',
          attribute: null,
          column: null,
          value: null,
          valueState: null,
          text: 'Trams run daily.',
          checkable: true,
          standing: 'MISSING',
          citations: [],
          notAssessed: [],
        },
        {
          ordinal: 2,
          line: 7,
          block: 'LIST_ITEM',
          text: 'A tram has six doors.',
          citations: [{ number: 2, label: '2', resolved: false, source: null }],
        },
      ],
      references: [{ number: 2, label: '2', source: null, markerCount: 1, citationCount: 1 }],
      summary: { claims: 2, checkable: 2, byStanding: { MISSING: 2 }, notAssessed: 0, score: 0 },
    });
    expect((report.articles[0]!.findings as object[])[0]).toMatchObject({
      rule: 'uncited-claim',
      severity: 'error',
      line: 5,
      claim: 1,
      message: 'Nothing is cited for “Trams run daily.”',
      remedy: expect.any(String),
      fingerprint: expect.any(String),
    });
  });

  it('is one JSON object, however many articles and claims there are', async () => {
    const many = Array.from({ length: 1201 }, (_, i) => `- Tram ${i} runs on line ${i}.`).join('\n');
    const paths = [file('q.md', `# Many\n\n${many}\n`), file('r.md', SOUND)];
    const { articles } = reportOf(await run('check', ...paths, '--format', 'json'));
    expect(articles.map(({ claims }) => (claims as object[]).length)).toEqual([1201, 1]);
    expect(reportOf(await run('check', join(folder, 'none.md'), '--format', 'json')).articles).toEqual([]);
  });
});
