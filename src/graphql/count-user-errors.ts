import type { GraphQLSchema } from 'graphql';
import { graphql } from '../telemetry/instruments.js';
import type { UserErrorData } from './user-error.js';

/** What a mutation answers, as far as it tells what was not done. */
interface Answered {
  readonly userErrors?: readonly UserErrorData[];
  /** Of a mutation that does one thing several times: what became of each. */
  readonly results?: readonly Answered[];
}

/**
 * Makes every mutation of a schema count the user errors that it answers with, whoever found them: once each, whether or not
 * they were asked for. What jobs find wrong later is no answer, and is not counted.
 *
 * @returns the schema itself
 */
export function countUserErrors(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = async (...given) => {
      const payload = (await resolve(...given)) as Answered | null;
      if (payload) count(payload);
      return payload;
    };
  }
  return schema;
}

function count({ userErrors = [], results = [] }: Answered): void {
  for (const { code } of userErrors) graphql.userErrors.inc({ code });
  for (const each of results) count(each);
}
