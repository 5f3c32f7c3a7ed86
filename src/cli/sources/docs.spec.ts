import { readFileSync } from 'node:fs';
import { run } from '../testing/run.js';

const page = readFileSync('docs/comparing.md', 'utf8');

describe('docs/comparing.md', () => {
  it('shows what the command really prints', async () => {
    const [command] = /(?<=^ {4}npx obelus ).*$/m.exec(page)!;
    const { out } = await run(...command.split(' '));
    const shown = page.split('```')[1]!.split('\n').slice(1, -1);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((line) => !out.split('\n').includes(line))).toEqual([]);
  });
});
