import { jest } from '@jest/globals';
import type { ExchangeInput, OperationResult } from 'urql';
import { fromArray, pipe, subscribe } from 'wonka';
import { isCurrent, newerOnly, type Versions } from './newer-only.js';

type Result = Pick<OperationResult, 'operation' | 'data'>;
const result = (kind: string, data: unknown): Result => ({ operation: { kind } as Result['operation'], data });
const claim = (version: number, id = 'claim-1') => ({ __typename: 'Claim', id, version });
const event = (version: number, id?: string): Result =>
  result('subscription', { claimChanged: { claim: claim(version, id) } });

describe('events that come late', () => {
  it('are let through while they are as new as what is known', () => {
    const versions: Versions = new Map();
    expect(isCurrent(event(3), versions)).toBe(true);
    expect(isCurrent(event(3), versions)).toBe(true);
    expect(isCurrent(event(4), versions)).toBe(true);
  });

  it('are dropped behind the answer to a mutation', () => {
    const versions: Versions = new Map();
    isCurrent(result('mutation', { waiveFinding: { claim: claim(5) } }), versions);
    expect(isCurrent(event(4), versions)).toBe(false);
    expect(isCurrent(event(5), versions)).toBe(true);
  });

  it('are dropped for any object that is older, however deep, in lists too', () => {
    const versions: Versions = new Map();
    isCurrent(result('query', { claims: { edges: [{ node: claim(2, 'a') }, { node: claim(9, 'b') }] } }), versions);
    const both = { claimChanged: { claim: { ...claim(3, 'a'), restatements: [claim(8, 'b')] } } };
    expect(isCurrent(result('subscription', both), versions)).toBe(false);
    // What was dropped has not been seen.
    expect(isCurrent(event(2, 'a'), versions)).toBe(true);
  });

  it('are not known by anything but id and version', () => {
    const versions: Versions = new Map();
    isCurrent(result('query', { viewer: { id: 7, version: 2 }, none: null, text: 'id' }), versions);
    expect(versions.size).toBe(0);
  });
});

it('queries and mutations pass, whatever they say: they were asked for', () => {
  const versions: Versions = new Map([['claim-1', 5]]);
  expect(isCurrent(result('query', { claim: claim(1) }), versions)).toBe(true);
  expect(versions.get('claim-1')).toBe(5);
  expect(isCurrent(result('teardown', undefined), versions)).toBe(true);
});

it('an event that is held back has what it tells asked for', () => {
  const readAnew = jest.fn();
  const results = [event(5), event(4), event(1, 'claim-2')] as OperationResult[];
  const forward: ExchangeInput['forward'] = () => fromArray(results);
  const passed: unknown[] = [];
  pipe(
    newerOnly(readAnew)({ forward } as ExchangeInput)(fromArray([])),
    subscribe(({ data }) => void passed.push(data)),
  );
  expect(passed).toEqual([results[0]!.data, results[2]!.data]);
  expect(readAnew).toHaveBeenCalledTimes(1);
});
