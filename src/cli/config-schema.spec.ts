import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { BUILT_IN_RULES } from '../judging/rules/index.js';
import { readConfigFile } from './config-file.js';
import { configSchema } from './config-schema.js';
import { UsageError } from './terminal.js';

const schema = configSchema(BUILT_IN_RULES);
const isValid = new Ajv().compile(schema);

const PLUGIN = `export default {
  meta: { name: 'money', version: '1.0.0' },
  rules: [{
    scope: 'claim',
    meta: {
      id: 'amount', title: 'T', description: 'Fires on tests.', remedy: 'Mend it.', version: 1, severity: 'NOTE',
      bearings: [], reads: ['claim'], examples: { fires: ['a'], quiet: ['b'] },
      thresholds: { share: { default: 1, min: 0, max: 1, description: 'D.' } },
    },
    judge: () => ({ kind: 'clear' }),
  }],
};`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-config-'));
  writeFileSync(join(folder, 'money.mjs'), PLUGIN);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function isRead(config: unknown): Promise<boolean> {
  const path = join(folder, 'obelus.config.json');
  writeFileSync(path, JSON.stringify(config));
  try {
    await readConfigFile(path, { trusted: true });
    return true;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

describe('the schema of the configuration', () => {
  it('is the one that stands in the repository', () => {
    expect(JSON.parse(readFileSync('obelus.config.schema.json', 'utf8'))).toEqual(schema);
  });

  it.each([
    [true, {}],
    [true, { $schema: './obelus.config.schema.json', rules: {}, ignore: [] }],
    [true, { rules: { 'uncited-claim': { severity: 'off' }, 'blank-value': { severity: 'WARNING' } } }],
    [true, { rules: { 'source-concentration': { thresholds: { share: 0.5 } } } }],
    [true, { ignore: ['drafts', '**/old-*.md'], rulePages: 'https://obelus.example/docs/rules/' }],
    [true, { links: 'text' }],
    [true, { plugins: [] }],
    [true, { plugins: ['./money.mjs'], rules: { 'money/amount': { severity: 'off' } } }],
    [false, { plugins: './money.mjs' }],
    [false, { plugins: [''] }],
    [false, { plugins: null }],
    [false, { rules: { 'money/amount': { severity: 'loud' } } }],
    [false, { plugins: ['./money.mjs'], rules: { 'money/amount': { thresholds: { share: 'big' } } } }],
    [false, { links: 'none' }],
    [false, { links: null }],
    [false, { rule: {} }],
    [false, { rules: [] }],
    [false, { rules: null }],
    [false, { ignore: null }],
    [false, { rules: { 'no-such-rule': {} } }],
    [false, { rules: { 'uncited-claim': 'off' } }],
    [false, { rules: { 'uncited-claim': { severity: 'fatal' } } }],
    [false, { rules: { 'uncited-claim': { level: 'off' } } }],
    [false, { rules: { 'uncited-claim': { thresholds: { share: 1 } } } }],
    [false, { rules: { 'source-concentration': { thresholds: { share: 7 } } } }],
    [false, { ignore: 'drafts' }],
    [false, { ignore: [''] }],
    [false, { ignore: ['!a.md'] }],
    [false, { rulePages: 'docs/rules' }],
    [false, []],
  ])('is of one mind with the program: %j %j', async (expected, config) => {
    expect([await isRead(config), isValid(config)]).toEqual([expected, expected]);
  });
});
