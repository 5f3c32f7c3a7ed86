import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatOf, readArticle } from '../reading/read-article.js';
import { matchClaims, type ClaimMatch, type ClaimSaid } from './match-claims.js';

const said = (text: string, rest: Partial<ClaimSaid> = {}): ClaimSaid => ({
  text,
  attribute: null,
  column: null,
  block: 'PARAGRAPH',
  ...rest,
});
const cell = (attribute: string, column: string, text: string): ClaimSaid =>
  said(text, { attribute, column, block: 'CELL' });

/** "KEPT 0", "REWORDED 1", "ADDED": for each claim after. */
const brief = (before: readonly (string | ClaimSaid)[], after: readonly (string | ClaimSaid)[]): string[] => {
  const claims = (list: readonly (string | ClaimSaid)[]): ClaimSaid[] =>
    list.map((each) => (typeof each === 'string' ? said(each) : each));
  return matchClaims(claims(before), claims(after)).map(({ from, change }) =>
    from === null ? change : `${change} ${from}`,
  );
};

const FERRY = 'The ferry crosses the sound at night.';
const PIER = 'A storm took the pier in 1998.';
const TOLL = 'Drivers pay a toll of four crowns.';

describe('matchClaims', () => {
  it.each<[string, (string | ClaimSaid)[], (string | ClaimSaid)[], string[]]>([
    ['nothing', [], [], []],
    ['a first revision', [], [FERRY], ['ADDED']],
    ['an article that was emptied', [FERRY], [], []],
    ['no change', [FERRY, PIER, FERRY], [FERRY, PIER, FERRY], ['KEPT 0', 'KEPT 1', 'KEPT 2']],
    ['other quotes, spaces, capitals', ['“Ask  Ada,” he said.'], ['"ask Ada," he said.'], ['KEPT 0']],
    ['one added', [FERRY, TOLL], [FERRY, PIER, TOLL], ['KEPT 0', 'ADDED', 'KEPT 1']],
    ['one gone', [FERRY, PIER, TOLL], [FERRY, TOLL], ['KEPT 0', 'KEPT 2']],
    [
      'one moved',
      [FERRY, PIER, TOLL, 'It rained.'],
      [PIER, TOLL, 'It rained.', FERRY],
      ['KEPT 1', 'KEPT 2', 'KEPT 3', 'MOVED 0'],
    ],
    ['one reworded', [FERRY, PIER], ['At night the ferry crosses the wide sound.', PIER], ['REWORDED 0', 'KEPT 1']],
    ['another number', [FERRY, PIER], [FERRY, 'A storm took the pier in 1989.'], ['KEPT 0', 'REWORDED 1']],
    ['another statement', [FERRY, PIER], [FERRY, 'Nobody was hurt that evening.'], ['KEPT 0', 'ADDED']],
    [
      'two that grew more alike',
      ['The north pier was rebuilt in stone.', 'The south pier was rebuilt in wood.'],
      ['The south pier was rebuilt in oak wood.', 'The north pier was rebuilt in grey stone.'],
      ['REWORDED 1', 'REWORDED 0'],
    ],
    ['equal claims, one gone', [FERRY, TOLL, FERRY, PIER], [TOLL, FERRY, PIER], ['KEPT 1', 'KEPT 2', 'KEPT 3']],
    [
      'a value',
      [cell('Fare', 'Day', '4 crowns'), cell('Fare', 'Night', '9 crowns')],
      [cell('Fare', 'Day', 'Free'), cell('Fare', 'Night', '9 crowns')],
      ['REWORDED 0', 'KEPT 1'],
    ],
    [
      'a label',
      [said('Fare 4 crowns', { block: 'FIELD', attribute: 'Fare' })],
      [said('Fare by day 4 crowns', { block: 'FIELD', attribute: 'Fare by day' })],
      ['REWORDED 0'],
    ],
    [
      'a sentence that became a field',
      ['Fare 4 crowns'],
      [said('Fare 5 crowns', { block: 'FIELD', attribute: 'Fare' })],
      ['ADDED'],
    ],
    [
      'a sentence that became an item',
      [FERRY],
      [said('The ferry crosses the sound by night.', { block: 'LIST_ITEM' })],
      ['REWORDED 0'],
    ],
    // Only between what holds its place: else any two alike claims of a long article could be taken for one.
    [
      'moved and reworded',
      [FERRY, PIER, TOLL, 'It rained.'],
      [PIER, TOLL, 'It rained.', 'At night the ferry crosses the wide sound.'],
      ['KEPT 1', 'KEPT 2', 'KEPT 3', 'ADDED'],
    ],
  ])('sees %s', (_, before, after, expected) => {
    expect(brief(before, after)).toEqual(expected);
  });

  it('pairs one to one, whatever was edited, and finds what moved', () => {
    const sentence = fc
      .array(fc.constantFrom(...'ferry pier toll sound storm night crown harbour 4 9 1998 the of a'.split(' ')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((list) => said(list.join(' ')));
    const edit = fc.record({
      kind: fc.constantFrom('drop', 'add', 'move', 'word'),
      at: fc.nat(),
      to: fc.nat(),
      claim: sentence,
    });
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 40 }), fc.array(edit, { maxLength: 12 }), (before, edits) => {
        const after = [...before];
        for (const { kind, at, to, claim } of edits) {
          const i = after.length === 0 ? 0 : at % after.length;
          if (kind === 'add') after.splice(i, 0, claim);
          else if (after.length === 0) continue;
          else if (kind === 'drop') after.splice(i, 1);
          else if (kind === 'move') after.splice(to % after.length, 0, ...after.splice(i, 1));
          else after[i] = said(`${after[i]!.text} indeed`);
        }
        const matches = matchClaims(before, after);
        expect(matches).toHaveLength(after.length);
        const used = matches.flatMap(({ from }) => (from === null ? [] : [from]));
        expect(new Set(used).size).toBe(used.length);
        const keptInOrder = matches.flatMap(({ from, change }) => (change === 'KEPT' ? [from!] : []));
        expect(keptInOrder).toEqual([...keptInOrder].sort((a, b) => a - b));
        for (const [i, { from, change }] of matches.entries()) {
          expect(change === 'ADDED').toBe(from === null);
          if (change === 'KEPT' || change === 'MOVED') expect(after[i]!.text).toBe(before[from!]!.text);
        }
        // What reads the same is never left over on both sides.
        const gone = new Set(before.filter((_, i) => !used.includes(i)).map(({ text }) => text));
        for (const [i, { from }] of matches.entries()) if (from === null) expect(gone).not.toContain(after[i]!.text);
        expect(matchClaims(before, before)).toEqual(before.map((_, from): ClaimMatch => ({ from, change: 'KEPT' })));
      }),
    );
  });

  it('parts the sentences of articles as it says that it does', () => {
    const folder = join(process.cwd(), 'test/fixtures/articles');
    let [pairs, alike] = [0, 0];
    for (const name of readdirSync(folder).filter((each) => each !== 'README.md' && formatOf(each))) {
      const { claims } = readArticle(readFileSync(join(folder, name), 'utf8'), { format: formatOf(name)! });
      const sentences = claims.filter(({ attribute }) => attribute === null);
      for (const a of sentences) {
        for (const b of sentences) {
          if (a.text === b.text) continue;
          pairs++;
          if (matchClaims([a], [b])[0]!.from !== null) alike++;
        }
      }
    }
    expect(pairs).toBeGreaterThan(10_000);
    expect(alike / pairs).toBeLessThan(0.006);
  });

  it.each<[string, (i: number) => string]>([
    ['different claims', (i) => `Boat ${i} sailed with ${i * 7} crates of tea to port ${i % 97}.`],
    ['equal claims', () => FERRY],
    ['few words', (i) => 'ferry pier toll sound'.split(' ')[i % 4]!],
  ])('takes near-linear time over %s', (_, text) => {
    const time = (count: number): number => {
      const before = Array.from({ length: count }, (_each, i) => said(text(i)));
      // A third is reworded, a part is moved, dropped and added.
      const after = before.map((claim, i) => (i % 3 === 0 ? said(`${claim.text} So it is said.`) : claim));
      after.splice(0, 0, ...after.splice(count / 2, count / 10), said('A new beginning.'));
      const started = performance.now();
      matchClaims(before, after);
      return performance.now() - started;
    };
    time(2_000);
    const [small, large] = [time(5_000), time(20_000)];
    expect(large).toBeLessThan(Math.max(8 * small, 1_500));
    expect(large).toBeLessThan(10_000);
  });
});
