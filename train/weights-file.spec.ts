import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { PAIR_SETS } from './pairs.js';
import { trainOn, WEIGHTS_FILE, weightsFile } from './weights-file.js';

jest.setTimeout(300_000);

/** A folder with the sets that the committed weights were trained on. */
const data = process.env.OBELUS_JUDGED_PAIRS;

describe('training', () => {
  (data ? it : it.skip)('makes the committed weights (needs OBELUS_JUDGED_PAIRS=DIR)', async () => {
    expect(await weightsFile(trainOn(data!))).toBe(readFileSync(WEIGHTS_FILE, 'utf8'));
  });

  it('makes the same file of the same pairs, and names what it was trained on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'obelus-pairs-'));
    try {
      for (const { name, group } of PAIR_SETS) {
        mkdirSync(join(folder, name));
        writeFileSync(
          join(folder, name, 'train.jsonl'),
          Array.from({ length: 30 }, (_, i) => pairOf(i, group)).join('\n'),
        );
      }
      const weights = trainOn(folder);
      const file = await weightsFile(weights);
      expect(await weightsFile(trainOn(folder))).toBe(file);
      for (const { licence } of PAIR_SETS) if (licence) expect(file).toContain(licence);
      expect(file).not.toMatch(/\b20\d\d-\d\d/);
      // What stands in the source counts for it.
      expect(weights.kinds.snippet.found.weights[weights.features.indexOf('window')]).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says which set is not there', () => {
    expect(() => trainOn('no-such-folder')).toThrow(/wice holds no train.jsonl/);
  });
});

/** Every third is in its source, every third in part, every third not. */
function pairOf(i: number, group: string): string {
  const labels = ['supported', 'partially_supported', 'irrelevant'];
  const claim = `Ferry ${i} crosses the harbour, and tram ${i} stops at nine`;
  const source_text = [claim, `Ferry ${i} crosses the harbour`, 'Whales sing under the ice'][i % 3];
  return JSON.stringify({ id: `p${i}`, claim, source_text, label: labels[i % 3], [group]: i });
}
