import { jest } from '@jest/globals';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, gql, type ExchangeInput, type Operation, type OperationResult } from 'urql';
import { fromArray, makeSubject, merge, mergeMap, never, pipe, filter, map, subscribe } from 'wonka';
import { checked, newerOnly } from './newer-only.js';
import { Versions } from './versions.js';

type Result = Pick<OperationResult, 'operation' | 'data'>;
const result = (kind: string, data: unknown): Result => ({ operation: { kind } as Result['operation'], data });
const claim = (version: number, id = 'claim-1', rest: object = {}) => ({ __typename: 'Claim', id, version, ...rest });
const event = (version: number, id?: string): Result =>
  result('subscription', { claimChanged: { claim: claim(version, id) } });
const passes = (answer: Result, versions: Versions): boolean => checked(answer, versions).passing === answer;
const seen = (...answers: Result[]): Versions => {
  const versions = new Versions();
  for (const each of answers) checked(each, versions);
  return versions;
};

describe('events that come late', () => {
  it('are let through while they are as new as what is known', () => {
    const versions = new Versions();
    expect(passes(event(3), versions)).toBe(true);
    expect(passes(event(3), versions)).toBe(true);
    expect(passes(event(4), versions)).toBe(true);
  });

  it('are dropped behind the answer to a mutation', () => {
    const versions = seen(result('mutation', { waiveFinding: { claim: claim(5) } }));
    expect(checked(event(4), versions)).toEqual({ passing: null, isOlder: true });
    expect(passes(event(5), versions)).toBe(true);
  });

  it('are dropped for any object that is older, however deep, in lists too', () => {
    const versions = seen(result('query', { claims: { edges: [{ node: claim(2, 'a') }, { node: claim(9, 'b') }] } }));
    const both = { claimChanged: { claim: claim(3, 'a', { restatements: [claim(8, 'b')] }) } };
    expect(checked(result('subscription', both), versions).passing).toBe(null);
    // What was dropped has not been seen.
    expect(passes(event(2, 'a'), versions)).toBe(true);
  });

  it('are not known by anything but id and version', () => {
    const versions = seen(result('query', { viewer: { id: 7, version: 2 }, none: null, text: 'id' }));
    expect(passes(result('subscription', { viewer: { id: 7, version: 1 } }), versions)).toBe(true);
  });
});

describe('answers to queries that are older than an event', () => {
  const told = result('subscription', { claimChanged: { claim: claim(5, 'a', { standing: 'WEAK', assignee: null }) } });

  it('go on without what was told, and with what was not', () => {
    const versions = seen(told);
    const list = { claims: [claim(4, 'a', { standing: 'MISSING', text: 'So it is.' }), claim(1, 'b')], total: 2 };
    const { passing, isOlder } = checked(result('query', list), versions);
    expect(passing?.data).toEqual({
      claims: [{ __typename: 'Claim', id: 'a', text: 'So it is.' }, claim(1, 'b')],
      total: 2,
    });
    expect(isOlder).toBe(true);
  });

  it('keep what is newer inside of what is older', () => {
    const versions = seen(told);
    const data = { claim: claim(4, 'a', { standing: 'MISSING', citations: [claim(2, 'c')] }) };
    expect(checked(result('query', data), versions).passing?.data).toEqual({
      claim: { __typename: 'Claim', id: 'a', citations: [claim(2, 'c')] },
    });
  });

  it('pass as they are when they are as new', () => {
    const versions = seen(told);
    const same = result('query', { claim: claim(5, 'a', { standing: 'WEAK' }) });
    expect(checked(same, versions)).toEqual({ passing: same, isOlder: false });
  });
});

it('a mutation tells what became of it, however old, and what is shown is asked for anew', () => {
  const versions = seen(event(6));
  const late = result('mutation', { waiveFinding: { claim: claim(5) } });
  expect(checked(late, versions)).toEqual({ passing: late, isOlder: true });
});

it('an answer without data passes', () => {
  const torn = result('teardown', undefined);
  expect(checked(torn, new Versions()).passing).toBe(torn);
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

it('on the page: the answer to a query that was read before an event does not take the event back', async () => {
  const network = makeSubject<OperationResult>();
  const asked: Operation[] = [];
  const readAnew = jest.fn();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange({}),
      newerOnly(readAnew),
      () => (operations$) =>
        merge([
          network.source,
          pipe(
            operations$,
            mergeMap((operation) => (asked.push(operation), never)),
          ),
        ]),
    ],
  });
  const answer = (kind: string, data: unknown): void =>
    network.next({
      operation: asked.find((each) => each.kind === kind)!,
      data,
      stale: false,
      hasNext: true,
    } as OperationResult);
  const shown: unknown[] = [];
  const CLAIM = gql`
    {
      claim {
        __typename
        id
        version
        standing
        text
      }
    }
  `;
  const CHANGES = gql`
    subscription {
      claimChanged {
        __typename
        id
        version
        standing
      }
    }
  `;
  const both = [
    pipe(
      client.subscription(CHANGES, {}),
      subscribe(() => undefined),
    ),
    pipe(
      client.query(CLAIM, {}),
      filter(({ data }) => data != null),
      map(({ data }) => (data as { claim: unknown }).claim),
      subscribe((each) => void shown.push(each)),
    ),
  ];
  answer('subscription', { claimChanged: claim(2, 'a', { standing: 'ADEQUATE' }) });
  answer('query', { claim: claim(1, 'a', { standing: 'MISSING', text: 'So it is.' }) });
  await Promise.resolve();
  expect(shown.at(-1)).toEqual(claim(2, 'a', { standing: 'ADEQUATE', text: 'So it is.' }));
  expect(readAnew).toHaveBeenCalledTimes(1);
  for (const each of both) each.unsubscribe();
});
