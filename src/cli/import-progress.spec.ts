import { duration, ImportProgress } from './import-progress.js';
import type { Terminal } from './terminal.js';

function watched(isWatched: boolean) {
  const shown: string[] = [];
  const lines: string[] = [];
  let now = 0;
  const terminal = {
    isWatched,
    progress: (text: string) => shown.push(text),
    error: (text: string) => lines.push(text),
  } as unknown as Terminal;
  const progress = new ImportProgress('site.zip', terminal, () => now);
  return { progress, shown, lines, pass: (ms: number) => (now += ms) };
}

describe('how far an import is', () => {
  it('is a bar with speed and time left on a terminal', () => {
    const { progress, shown, pass } = watched(true);
    progress.place(0, 200);
    progress.show('a.md');
    expect(shown.at(-1)).toBe(`site.zip: ${'░'.repeat(20)} 0 %, 0 articles, 0 claims · a.md`);
    for (let i = 1; i <= 10; i++) {
      pass(1_000);
      progress.passed(500);
      progress.place(5 * i, 200);
      progress.show('b.md');
    }
    expect(shown.at(-1)).toBe(
      `site.zip: █████${'░'.repeat(15)} 25 %, 10 articles, 5,000 claims, 500 claims/s, 30 s left · b.md`,
    );
  });

  it('forgets how fast it was half a minute ago', () => {
    const { progress, shown, pass } = watched(true);
    // Of the first half all is there already, and then it takes its time.
    progress.place(50, 100);
    pass(1_000);
    progress.show('a.md');
    for (let i = 1; i <= 40; i++) {
      pass(1_000);
      progress.passed(10);
      progress.place(50 + i / 2, 100);
      progress.show('b.md');
    }
    expect(shown.at(-1)).toContain('10 claims/s, 1 min 0 s left');
  });

  it('says nothing of the whole where its size is not known, and cleans what it shows', () => {
    const { progress, shown, pass } = watched(true);
    pass(5_000);
    progress.passed(1);
    progress.show('a\u001b[31m.md');
    expect(shown).toEqual([expect.stringMatching(/^site\.zip: 1 article, 1 claim, 0 claims\/s · a.*\.md$/)]);
    expect(shown[0]).not.toContain('\u001b');
  });

  it('is a plain line twice a minute where nobody watches', () => {
    const { progress, shown, lines, pass } = watched(false);
    progress.place(0, 1_000);
    for (let i = 1; i <= 70; i++) {
      pass(1_000);
      progress.passed(20);
      progress.place(i, 1_000);
      progress.show('a.md');
    }
    expect(shown).toEqual([]);
    expect(lines).toEqual([
      'site.zip: 3 %, 30 articles, 600 claims, 20 claims/s, 16 min 10 s left',
      'site.zip: 6 %, 60 articles, 1,200 claims, 20 claims/s, 15 min 40 s left',
    ]);
  });
});

it.each([
  [0, '0 s'],
  [501, '1 s'],
  [59_000, '59 s'],
  [60_000, '1 min 0 s'],
  [3_599_000, '59 min 59 s'],
  [3_600_000, '1 h 0 min'],
  [200 * 3_600_000, '200 h 0 min'],
])('%d ms are %s', (ms, told) => expect(duration(ms)).toBe(told));
