import { i18n } from '@lingui/core';
import { GraphQLError } from 'graphql';
import { problemOf } from './problem.js';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

type Unanswered = Parameters<typeof problemOf>[0] & { readonly networkError: Error; readonly message: string };

const answered = (extensions: Record<string, unknown>) => ({
  graphQLErrors: [new GraphQLError('so it is', { extensions })],
  message: '[GraphQL] so it is',
});

it.each([
  ['UNAUTHENTICATED', 'signed-out'],
  ['FORBIDDEN', 'forbidden'],
  ['NOT_FOUND', 'not-found'],
  ['UNAVAILABLE', 'unavailable'],
  ['TOO_MANY_REQUESTS', 'too-many'],
])('%s is %s, in words of this page', (code, kind) => {
  const problem = problemOf(answered({ code }));
  expect(problem).toMatchObject({ kind, retryAfterSeconds: null });
  expect(problem.message).not.toContain('so it is');
  expect(problem.message).not.toBe('');
});

it.each([['INTERNAL_SERVER_ERROR'], ['ANOTHER']])('%s is a fault, of which the server alone knows', (code) => {
  expect(problemOf(answered({ code }))).toEqual({ kind: 'fault', message: 'so it is', retryAfterSeconds: null });
});

it('when to ask again is told where the server says so', () => {
  const problem = problemOf(answered({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 12 }));
  expect(problem).toMatchObject({ kind: 'too-many', retryAfterSeconds: 12 });
});

it('without an answer nobody is there, and what the browser says of it is not shown', () => {
  const networkError = new TypeError('Failed to fetch');
  const problem = problemOf({ graphQLErrors: [], networkError, message: '[Network] Failed to fetch' } as Unanswered);
  expect(problem.kind).toBe('unreachable');
  expect(problem.message).toContain('There was no answer');
  expect(problem.message).not.toContain('fetch');
});
