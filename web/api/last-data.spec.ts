import type { ExchangeInput, Operation, OperationResult } from 'urql';
import { makeSubject, map, pipe, subscribe } from 'wonka';
import { lastData } from './last-data.js';

type Answer = Pick<OperationResult, 'data' | 'error'>;
const lost: Answer = { data: undefined, error: { message: 'nobody answers' } as OperationResult['error'] };
const some = (data: unknown): Answer => ({ data, error: undefined });
let answers: Answer[];
let seen: Answer[];
let ask: (kind: string, key: number) => void;

beforeEach(() => {
  answers = [];
  seen = [];
  const operations = makeSubject<Operation>();
  const forward: ExchangeInput['forward'] = (operations$) =>
    pipe(
      operations$,
      map((operation) => ({ operation, ...(answers.shift() ?? some(undefined)) }) as OperationResult),
    );
  pipe(
    lastData()({ forward } as ExchangeInput)(operations.source),
    subscribe(({ data, error }) => void seen.push({ data: data as unknown, error })),
  );
  ask = (kind, key) => operations.next({ kind, key } as Operation);
});

it('an error leaves what was there, until there is something newer', () => {
  answers = [some('old'), lost, lost, some('new'), lost];
  for (let i = 0; i < 5; i++) ask('query', 1);
  expect(seen.map(({ data }) => data as string)).toEqual(['old', 'old', 'old', 'new', 'new']);
  expect(seen.map(({ error }) => error !== undefined)).toEqual([false, true, true, false, true]);
});

it('so does an answer of which the cache lacks a part', () => {
  answers = [some('old'), some(null)];
  ask('query', 1);
  ask('query', 1);
  expect(seen.at(-1)).toEqual(some('old'));
});

it('one query is not answered with what another had, nor a change with anything', () => {
  answers = [some('old'), lost, lost];
  ask('query', 1);
  ask('query', 2);
  ask('mutation', 1);
  expect(seen.slice(1)).toEqual([lost, lost]);
});

it('what is asked for no more is forgotten', () => {
  answers = [some('old'), some(undefined), lost];
  ask('query', 1);
  ask('teardown', 1);
  ask('query', 1);
  expect(seen.at(-1)).toEqual(lost);
});
