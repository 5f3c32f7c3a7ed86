import { readFileSync } from 'node:fs';
import { VARIABLES } from '../config/variables.js';
import { run } from './testing/run.js';

const readme = readFileSync('README.md', 'utf8');

/** The fenced block that follows a line. */
function blockAfter(words: string): string[] {
  const [, block] = readme.slice(readme.indexOf(words)).split('```');
  return block!.split('\n').slice(1, -1);
}

describe('the README', () => {
  it('shows what the command really prints', async () => {
    const { out } = await run('check', 'samples/hydrogen-buses.md');
    const printed = out.split('\n');
    const shown = blockAfter('npx obelus check samples/hydrogen-buses.md` prints').filter((line) => line !== '[…]');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
  });

  it('names every environment variable with its default', () => {
    const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const { name, fallback } of Object.values(VARIABLES)) {
      const row = rows.find((cells) => cells[1] === `\`${name}\``);
      expect([name, row?.[2]]).toEqual([name, fallback === null ? '–' : `\`${fallback}\``]);
    }
  });
});
