import { readFileSync } from 'node:fs';
import { FEATURES } from '../judging/support/features.js';
import { run } from './testing/run.js';

const page = readFileSync('docs/support.md', 'utf8');
const [sample, printed] = [...page.matchAll(/^```\w*\n([^`]*)\n```$/gm)].map(([, block]) => block!);

describe('docs/support.md', () => {
  it('shows the sample, and what the command really prints', async () => {
    expect(sample).toBe(readFileSync('samples/support.jsonl', 'utf8').trimEnd());
    const { status, out } = await run('support', 'samples/support.jsonl');
    expect([status, printed]).toEqual([0, out]);
  });

  it('explains each feature', () => {
    const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const told = rows.filter(([, name]) => name?.startsWith('`')).map(([, name, about]) => [name, about]);
    for (const [name, about] of Object.entries(FEATURES)) expect(told).toContainEqual([`\`${name}\``, about]);
  });
});
