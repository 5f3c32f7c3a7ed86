import { buildSchema, graphql, GraphQLError, parse, validate } from 'graphql';
import { UnauthenticatedError } from '../auth/unauthenticated-error.js';
import { StatementTimeoutError } from '../database/errors.js';
import { formatErrors, type FormattedAnswer } from './error-formatter.js';
import { RequestError } from './request-error.js';

let logged: [string, unknown][] = [];
beforeEach(() => (logged = []));

function answer(execution: Parameters<typeof formatErrors>[0], graphqlResponse = true): FormattedAnswer {
  return formatErrors(execution, { graphqlResponse, log: (id, error) => logged.push([id, error]) });
}

/** As Mercurius hands on what was thrown. */
const thrown = (error: Error) => [new GraphQLError(error.message, { originalError: error })];

function syntaxError(): Error {
  try {
    parse('{');
  } catch (error) {
    return error as Error;
  }
  throw new Error('parsed');
}

describe('errors of a request', () => {
  it('leave out data, and give a status that says so', () => {
    const { statusCode, response } = answer({ errors: [syntaxError()] });
    expect(statusCode).toBe(400);
    expect(response).toEqual({
      errors: [
        {
          message: 'Syntax Error: Expected Name, found <EOF>.',
          locations: [{ line: 1, column: 2 }],
          extensions: { code: 'GRAPHQL_PARSE_FAILED' },
        },
      ],
    });
  });

  it('about the document keep 200 in plain JSON, others do not', () => {
    expect(answer({ errors: [syntaxError()] }, false).statusCode).toBe(200);
    expect(answer({ errors: [new RequestError('QUERY_TOO_LARGE', 'x')] }, false).statusCode).toBe(200);
    expect(answer({ errors: thrown(new UnauthenticatedError('no token')) }, false).statusCode).toBe(401);
    expect(answer({ errors: [new RequestError('METHOD_NOT_ALLOWED', 'x')] }, false).statusCode).toBe(405);
  });

  it('of a validation come one by one, at most twenty', () => {
    const schema = buildSchema('type Query { a: Int }');
    const fields = Array.from({ length: 30 }, (_, i) => `x${i}`).join(' ');
    const errors = validate(schema, parse(`{ ${fields} }`));
    const validation = Object.assign(new Error('Graphql validation error'), { errors, statusCode: 400 });
    const { response } = answer({ errors: thrown(validation) });
    expect(response.errors).toHaveLength(20);
    expect(response.errors[0]).toMatchObject({
      message: 'Cannot query field "x0" on type "Query".',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(logged).toEqual([]);
  });

  it.each([
    ['FST_ERR_CTP_INVALID_JSON_BODY', 400, 'BAD_REQUEST'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'PAYLOAD_TOO_LARGE'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['FST_ERR_NEVER_SEEN', 400, 'BAD_REQUEST'],
  ])('of HTTP (%s) are told as %i %s', (code, status, told) => {
    const { statusCode, response } = answer({
      errors: thrown(Object.assign(new Error('/srv/a.js'), { code, statusCode: 418 })),
    });
    expect(statusCode).toBe(status);
    expect(response.errors[0]?.extensions).toEqual({ code: told });
    expect(JSON.stringify(response)).not.toContain('/srv');
  });
});

describe('errors while a query runs', () => {
  const schema = buildSchema('type Query { a: Int b: Int! }');
  const run = (error: unknown) =>
    graphql({
      schema,
      source: '{ a }',
      rootValue: {
        a: () => {
          throw error;
        },
      },
    });

  it('that the caller can mend are told as they are', async () => {
    const { statusCode, response } = answer(
      await run(new RequestError('BAD_USER_INPUT', 'first: too many', ['first'])),
    );
    expect(statusCode).toBe(200);
    expect(response).toEqual({
      data: { a: null },
      errors: [
        {
          message: 'first: too many',
          path: ['a'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'BAD_USER_INPUT', argument: ['first'] },
        },
      ],
    });
  });

  it('that took too long come with advice', async () => {
    const { response } = answer(await run(new StatementTimeoutError('x')));
    expect(response.errors[0]).toMatchObject({
      message: expect.stringMatching(/Narrow it with a filter/) as string,
      extensions: { code: 'QUERY_TIMEOUT' },
    });
  });

  it.each([
    ['a fault', new TypeError("Cannot read properties of undefined (reading 'secret')")],
    ['text', 'secret'],
    ['an error of the driver', Object.assign(new Error('secret'), { code: '22P02', statusCode: 400 })],
  ])('that are %s are masked by an id that the log has', async (_what, error) => {
    const { response } = answer(await run(error));
    const [told] = response.errors;
    expect(told?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(response)).not.toMatch(/secret|stack|TypeError/);
    expect(logged).toHaveLength(1);
    expect(told?.message).toContain(logged[0]?.[0]);
    expect(told?.extensions?.id).toBe(logged[0]?.[0]);
  });

  it('that nobody threw are faults too', async () => {
    const result = await graphql({ schema, source: '{ b }', rootValue: { b: null } });
    expect(answer(result)).toMatchObject({
      statusCode: 200,
      response: { data: null, errors: [{ path: ['b'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    });
  });
});
