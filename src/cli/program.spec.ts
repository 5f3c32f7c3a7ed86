import { run } from './testing/run.js';

describe('the command line', () => {
  it.each([
    [['check', 'a.md', '--fromat', 'json'], "unknown option '--fromat' (Did you mean --format?)"],
    [['check', 'a.md', '--format', 'xml'], 'Allowed choices are pretty, json, sarif, markdown, github.'],
    [['check', 'a.md', '--update-baseline'], '--update-baseline: give --baseline FILE, too'],
    [['check', '-', '--fix'], '--fix: standard input cannot be written'],
    [['check', '-', '--watch'], '--watch: standard input cannot be watched'],
    [['check', 'a.md', '--watch', '--format', 'json'], '--watch: is for people; leave out --format json'],
    [['check', 'a.md', '--watch', '--fix'], '--watch: changes nothing'],
    [
      ['check', 'a.md', '--input-format', 'word'],
      'Allowed choices are text, markdown, html, wikitext, docx, pdf, json.',
    ],
    [['check', 'a.md', '--links', 'none'], 'Allowed choices are citations, text.'],
    [['check', 'a.md', '--max-warnings', 'few'], 'It must be a whole number.'],
    [['check'], "missing required argument 'files'"],
    [['chekc'], "unknown command 'chekc' (Did you mean check?)"],
    [['rules', 'danglin-citation'], 'did you mean "dangling-citation"?'],
    [['import', 'a.md', '--server', 'nowhere'], '--server nowhere: no http address'],
    [['import', 'a.md', 'b.md', '--slug', 'a'], '--slug a: is for one file, and there are 2'],
    [['import', '-'], 'standard input has no name: give --slug'],
  ])('%j: one line, status 2', async (args, says) => {
    const { status, out, errors } = await run(...args);
    expect([status, out]).toEqual([2, '']);
    expect(errors).toEqual([expect.stringContaining(says)]);
  });

  it('shows its version and help', async () => {
    expect(await run('--version')).toEqual({ status: 0, out: '1.2.3', errors: [] });
    const help = await run('check', '--help');
    expect(help.status).toBe(0);
    const options = [
      '--format',
      '--config',
      '--links',
      '--max-warnings',
      '--rule',
      '--input-format',
      '--fix',
      '--baseline',
      '--watch',
    ];
    for (const option of options) expect(help.out).toContain(option);
  });

  it('shows help, and fails, when nothing is asked', async () => {
    const { status, errors } = await run();
    expect(status).toBe(2);
    expect(errors.join('\n')).toContain('Usage: obelus');
  });
});

describe('obelus rules', () => {
  it('lists them, a line each', async () => {
    const { status, out } = await run('rules');
    expect(status).toBe(0);
    expect(out).toMatch(/^dangling-citation +error +A cited number that has no reference$/m);
  });

  it('explains one', async () => {
    const { out } = await run('rules', 'dangling-citation');
    expect(out).toMatch(/^# dangling-citation\n/);
    expect(out).toContain('## Remedy');
  });

  it('tells it as JSON', async () => {
    const { out } = await run('rules', 'source-concentration', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      rules: [
        { id: 'source-concentration', severity: 'note', bearings: [], thresholds: { share: { min: 0, max: 1 } } },
      ],
    });
    const all = await run('rules', '--format', 'json');
    expect((JSON.parse(all.out) as { rules: unknown[] }).rules.length).toBeGreaterThan(20);
  });
});
