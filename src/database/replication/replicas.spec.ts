import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DatabaseUnavailableError, WriteConflictError } from '../errors.js';
import { Replica } from './replica.js';
import { Placement } from './replicas.js';

const LIMITS = { poolSize: 1, statementTimeoutMs: 1_000, acquireLimitMs: 1_000 };
const gone = (): Error =>
  new DatabaseUnavailableError('away', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
const replaying = (): Error =>
  new WriteConflictError('recovery', { cause: Object.assign(new Error(), { code: '40001' }) });

/** Nobody answers there: what is looked at is which one is chosen. */
function replicaAt(position: bigint): Replica {
  const replica = new Replica({ url: 'postgres://one:1/obelus', ...LIMITS });
  jest.spyOn(replica, 'position', 'get').mockReturnValue(position);
  return replica;
}

/** @param choices which are chosen, in turn; the last one from then on */
function placed(...choices: (Replica | null)[]) {
  const choose = jest.fn(() => (choices.length > 1 ? choices.shift()! : choices[0]!));
  const placement = new Placement({ choose, momentOf: () => null }, { position: null, isFresh: false });
  return { placement, choose };
}

beforeAll(() => Logger.overrideLogger(false));

describe('the reads of a request', () => {
  it('that fail together move it once, and none of them gives up for the others', () => {
    const [one, two] = [replicaAt(7n), replicaAt(8n)];
    const { placement, choose } = placed(one, two);
    const moved = [1, 2, 3, 4, 5].map(() => placement.movesAfter(gone(), one, 1));
    expect(moved).toEqual([true, true, true, true, true]);
    expect(placement.replica).toBe(two);
    expect(choose).toHaveBeenCalledTimes(2);
  });

  it('go to the primary when a replica ends them, also one that was begun before the others moved', () => {
    const [one, two] = [replicaAt(7n), replicaAt(8n)];
    const { placement } = placed(one, two);
    expect(placement.movesAfter(replaying(), one, 1)).toBe(true);
    expect(placement.replica).toBeNull();
    expect(placement.movesAfter(gone(), one, 1)).toBe(true);
    expect(placement.replica).toBeNull();
  });

  it('are each begun three times at most', () => {
    const { placement } = placed(replicaAt(7n));
    const attempts = [1, 2, 3].map((attempt) => placement.movesAfter(gone(), placement.replica, attempt));
    expect(attempts).toEqual([true, true, false]);
  });

  it('end when the primary fails and nothing else would do, or for an error that no other place mends', () => {
    const { placement } = placed(null);
    expect(placement.movesAfter(gone(), null, 1)).toBe(false);
    expect(placement.movesAfter(replaying(), null, 1)).toBe(false);
    expect(placed(replicaAt(7n)).placement.movesAfter(new TypeError('a fault'), null, 1)).toBe(false);
  });

  it('move to no replica that is less far than the first one was', () => {
    const one = replicaAt(7n);
    const { placement, choose } = placed(one, null);
    placement.movesAfter(gone(), one, 1);
    expect(choose.mock.lastCall).toEqual([{ position: null, isFresh: false }, 7n]);
  });
});
