import type { ClaimChange, EventChanges } from '../querying/live/claim-change.js';
import type { Standing } from '../judging/evidence.js';
import { pick, pingMessage } from './messages.js';

const ALL = { articleUuid: null, standings: null };
const START = { seq: 0, claim: null };
const claim = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;

/** An event that changed the claims of these numbers, in the article of the first letter. */
function event(seq: number, numbers: readonly number[], articleUuid = 'a', standing: Standing = 'WEAK'): EventChanges {
  const changes = numbers.map((n, i): ClaimChange => {
    const isLast = i === numbers.length - 1;
    return {
      claimUuid: claim(n),
      articleUuid,
      previousStanding: null,
      standing,
      opened: [],
      fixed: [],
      at: new Date(0),
      position: seq,
      omitted: 0,
      place: isLast ? { seq, claim: null } : { seq: seq - 1, claim: claim(n) },
    };
  });
  return { seq, kind: 'claim.updated', articleUuid, changes };
}

const picked = (...given: Parameters<typeof pick>): [claims: string[], end: object] => {
  const { changes, end } = pick(...given);
  return [changes.map(({ claimUuid }) => claimUuid), end];
};

describe('the next changes for a webhook', () => {
  it('are all that came after its place, to the end of what is there', () => {
    const events = [event(1, [1, 2]), event(2, []), event(3, [1])];
    expect(picked(events, START, ALL)).toEqual([[claim(1), claim(2), claim(1)], { seq: 3, claim: null }]);
  });

  it('go on in the middle of an event, and only of that one', () => {
    const events = [event(7, [1, 2, 3]), event(8, [1, 2])];
    const [claims, end] = picked(events, { seq: 6, claim: claim(2) }, ALL);
    expect([claims, end]).toEqual([[claim(3), claim(1), claim(2)], { seq: 8, claim: null }]);
  });

  it('are those that are wanted; the others are passed', () => {
    const events = [event(1, [1], 'a', 'CITED'), event(2, [2], 'b', 'WEAK'), event(3, [3], 'a', 'WEAK'), event(4, [4])];
    const wanted = { articleUuid: 'a', standings: new Set<Standing>(['CITED']) };
    expect(picked(events, START, wanted)).toEqual([[claim(1)], { seq: 4, claim: null }]);
    expect(picked(events, START, { ...wanted, articleUuid: 'c' })).toEqual([[], { seq: 4, claim: null }]);
  });

  it('are fifty at most, and the place is that of the last', () => {
    const numbers = Array.from({ length: 120 }, (_, i) => i);
    const seen: string[] = [];
    let place: { seq: number; claim: string | null } = { seq: 4, claim: null };
    for (let round = 0; round < 3; round++) {
      const { changes, end } = pick([event(5, numbers)], place, ALL);
      seen.push(...changes.map(({ claimUuid }) => claimUuid));
      place = end;
    }
    expect(seen).toEqual(numbers.map(claim));
    expect(place).toEqual({ seq: 5, claim: null });
  });
});

it('a test has a name of its own, the same at each attempt, without a full stop', () => {
  const [first, again, other] = [claim(1), claim(1), claim(2)].map((each) => pingMessage(each, claim(9), new Date(0)));
  expect(first).toEqual(again);
  expect(first!.id).toMatch(/^msg_[\w-]{24}$/);
  expect(other!.id).not.toBe(first!.id);
  expect(JSON.parse(first!.body)).toMatchObject({ type: 'ping', timestamp: '1970-01-01T00:00:00.000Z' });
});
