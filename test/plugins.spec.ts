import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { jest } from '@jest/globals';

// Each command is a process of its own, and the first may have to build.
jest.setTimeout(180_000);

const CHECKOUT = process.cwd();
const MONEY = 'The bridge cost nearly 4 million.';
const page = readFileSync(join(CHECKOUT, 'docs', 'plugins.md'), 'utf8');

/** The fenced blocks of a kind, each with the name of its file, if it has one. */
const blocks = (kind: string): { readonly name: string; readonly text: string }[] =>
  [...page.matchAll(/```([a-z]+) ?([^\n]*)\n([\s\S]*?)```/g)]
    .filter(([, own]) => own === kind)
    .map(([, , name, text]) => ({ name: name!, text: text! }));

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'obelus-plugins-')));
  const shim = file(
    'bin/obelus',
    `#!/bin/sh\nexec "${process.execPath}" "${join(CHECKOUT, 'bin', 'obelus.mjs')}" "$@"\n`,
  );
  chmodSync(shim, 0o755);
  // As `npm link` leaves them.
  cpSync(join(CHECKOUT, 'examples', 'plugin-money'), join(root, 'plugin-money'), { recursive: true });
  link(CHECKOUT, 'plugin-money/node_modules/obelus');
  link(join(root, 'plugin-money'), 'work/node_modules/obelus-plugin-money');
  file('work/articles/bridge.md', `# The bridge\n\n## Building\n\n${MONEY}\n`);
  expect(shell('obelus --version').status).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function link(to: string, name: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  symlinkSync(to, join(root, name), 'dir');
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs a command line in a folder, with `obelus` and this Node on the path. */
function shell(script: string, folder = 'work'): Ended {
  const PATH = [join(root, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
  mkdirSync(join(root, folder), { recursive: true });
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: join(root, folder),
    encoding: 'utf8',
    env: { ...process.env, PATH, NODE_OPTIONS: '' },
  });
  return { status, out: stdout, errors: stderr };
}

describe('the example of a plugin', () => {
  it('has cases that its own test runs', () => {
    const { status, out } = shell('npm test', 'plugin-money');
    expect(out).toMatch(/fires when a price is a bare number/);
    expect([status, /^. fail (\d+)/m.exec(out)?.[1]]).toEqual([0, '0']);
  });

  it('is found as a package, and asked with the built-in rules', () => {
    const { out, errors } = shell('obelus check articles --plugin obelus-plugin-money');
    expect(errors).toBe('');
    expect(out).toMatch(
      /warning “4 million” is an amount of money without a currency\s+money\/amount-without-currency/,
    );
    expect(out).toContain('uncited-claim');
  });

  it('is explained, and listed behind the built-in rules', () => {
    const list = shell('obelus rules --plugin obelus-plugin-money').out.trimEnd().split('\n');
    expect(list.at(-1)).toMatch(/^money\/amount-without-currency +warning +An amount of money names no currency$/);
    const { out } = shell('obelus rules money/amount-without-currency --plugin obelus-plugin-money');
    expect(out).toContain('# money/amount-without-currency');
  });

  it('is named and configured by the configuration of the working folder, and by --rule', () => {
    const config = {
      plugins: ['obelus-plugin-money'],
      rules: { 'money/amount-without-currency': { severity: 'error' } },
    };
    file('configured/obelus.config.json', JSON.stringify(config));
    file('configured/a.md', `# The bridge\n\n## Building\n\n${MONEY}\n`);
    link(join(root, 'plugin-money'), 'configured/node_modules/obelus-plugin-money');
    const others = '--rule uncited-claim=off --rule no-bibliography=off';
    expect(shell(`obelus check a.md ${others}`, 'configured')).toMatchObject({ status: 1, errors: '' });
    const quiet = shell(`obelus check a.md ${others} --rule money/amount-without-currency=off`, 'configured');
    expect(quiet).toMatchObject({ status: 0, errors: '' });
    const unknown = shell('obelus check a.md --rule money/amount=off', 'configured');
    expect(unknown).toMatchObject({ status: 2, errors: expect.stringContaining('there is no rule "money/amount"') });
  });

  it('stands in SARIF with its rule, without a page on the server, and as an extension', () => {
    file('work/pages.json', '{ "rulePages": "https://obelus.example/docs/rules" }');
    const { out } = shell('obelus check articles --plugin obelus-plugin-money --config pages.json --format sarif');
    const { tool, results } = (JSON.parse(out) as { runs: [Run] }).runs[0];
    const found = results.find(({ ruleId }) => ruleId === 'money/amount-without-currency')!;
    const rule = tool.driver.rules[found.ruleIndex]!;
    expect(rule).toMatchObject({ id: 'money/amount-without-currency', shortDescription: expect.anything() });
    expect(rule).not.toHaveProperty('helpUri');
    expect(tool.driver.rules[0]).toHaveProperty('helpUri');
    expect(tool.extensions).toEqual([{ name: 'money', version: '1.0.0' }]);
  });

  it('has findings that a baseline accepts', () => {
    const check = 'obelus check articles --plugin obelus-plugin-money --baseline base.json';
    shell(`${check} --update-baseline`);
    expect(readFileSync(join(root, 'work', 'base.json'), 'utf8')).toContain('money/amount-without-currency');
    expect(shell(check)).toMatchObject({ status: 0, out: expect.stringContaining('in the baseline') });
  });
});

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] };
    readonly extensions: readonly object[];
  };
  readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
}

describe('what is exported', () => {
  it('has types for a rule and its cases, and nothing else can be imported', () => {
    link(CHECKOUT, 'typed/node_modules/obelus');
    file('typed/package.json', '{ "type": "module" }');
    file(
      'typed/rule.ts',
      `import { CLEAR, type ClaimRule, type Plugin } from 'obelus/rules';
       import { read, testRule } from 'obelus/rule-tester';
       const rule: ClaimRule = {
         scope: 'claim',
         meta: {
           id: 'a', title: 'T', description: 'D', remedy: 'R', version: 1, severity: 'NOTE', bearings: [],
           reads: ['claim'], examples: { fires: ['a'], quiet: ['b'] },
         },
         judge: (claim, { article }) => {
           // @ts-expect-error a claim has no such field
           claim.words;
           return article.claims.length > 0 ? CLEAR : { kind: 'not applicable' };
         },
       };
       // @ts-expect-error a plugin has a name
       export const nameless: Plugin = { meta: { version: '1.0.0' }, rules: [rule] };
       testRule(rule, { fires: [], quiet: [{ name: 'all is well', article: read('# A') }] });
       // @ts-expect-error the rest is ours
       export * from 'obelus/dist/src/judging/judge.js';\n`,
    );
    const options = '--strict --noEmit --module nodenext --target es2022';
    const tsc = join(CHECKOUT, 'node_modules', 'typescript', 'bin', 'tsc');
    expect(shell(`node "${tsc}" ${options} rule.ts`, 'typed')).toEqual({ status: 0, out: '', errors: '' });
  });
});

describe('docs/plugins.md', () => {
  beforeAll(() => {
    for (const { name, text } of blocks('js')) file(`desk/${name}`, text);
    link(CHECKOUT, 'desk/node_modules/obelus');
    file('desk/articles/dock.md', '# The dock\n\n## Size\n\nIt is the largest dock of the north.\n');
  });

  it('has a rule whose cases pass, and commands that run as they stand there', () => {
    const commands = blocks('sh').flatMap(({ text }) => text.trim().split('\n'));
    expect(commands).toHaveLength(5);
    const told = commands.map((command) => ({ command, ...shell(command, 'desk') }));
    expect(told.map(({ errors }) => errors).join('')).toBe('');
    expect(told.map(({ status }) => status)).toEqual([0, 1, 1, 0, 0]);
    expect(told[0]!.out).toContain('somebody rejected the other source');
    expect(told[1]!.out).toContain('warning “largest” stands on 0 sources  desk/bold-claim');
    expect(told[2]!.out).toContain('error   “largest” stands on 0 sources  desk/bold-claim');
  });

  it('shows a configuration that is taken', () => {
    file('desk/obelus.config.json', blocks('json')[0]!.text);
    const { out, errors } = shell('obelus check articles', 'desk');
    rmSync(join(root, 'desk', 'obelus.config.json'));
    expect(errors).toBe('');
    expect(out).toContain('error   “largest” stands on 0 sources  desk/bold-claim');
  });
});
