/*
 * `obelus/client`: the API from a program in TypeScript or JavaScript, in Node 20 or newer and in browsers. It knows the
 * schema and nothing of the server's code.
 */
export {
  Client,
  createClient,
  type ClientOptions,
  type MutationOptions,
  type PageOf,
  type RequestOptions,
  type SubscriptionOptions,
} from './client.js';
export type { TypedDocument } from './documents.js';
export {
  done,
  InputRefused,
  ObelusError,
  type AnswerError,
  type ClientErrorCode,
  type UserErrorAnswer,
} from './errors.js';
export { graphql } from './graphql.js';
export type { Answered, Fetch, SentRequest } from './http.js';
export type * from './inputs.generated.js';
export type { ResultOf, VariablesOf } from 'gql.tada';
