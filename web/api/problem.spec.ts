import { GraphQLError } from 'graphql';
import { problemOf } from './problem.js';

const answered = (extensions: Record<string, unknown>) => ({
  graphQLErrors: [new GraphQLError('so it is', { extensions })],
  message: '[GraphQL] so it is',
});

it.each([
  ['UNAUTHENTICATED', 'signed-out'],
  ['FORBIDDEN', 'forbidden'],
  ['NOT_FOUND', 'not-found'],
  ['UNAVAILABLE', 'unavailable'],
  ['INTERNAL_SERVER_ERROR', 'fault'],
  ['ANOTHER', 'fault'],
])('%s is %s, in the words of the server', (code, kind) => {
  expect(problemOf(answered({ code }))).toEqual({ kind, message: 'so it is', retryAfterSeconds: null });
});

it('when to ask again is told where the server says so', () => {
  const problem = problemOf(answered({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 12 }));
  expect(problem).toMatchObject({ kind: 'too-many', retryAfterSeconds: 12 });
});

it('without an answer nobody is there', () => {
  const networkError = new TypeError('Failed to fetch');
  expect(problemOf({ graphQLErrors: [], networkError, message: '[Network] Failed to fetch' })).toMatchObject({
    kind: 'unreachable',
    message: 'Failed to fetch',
  });
});
