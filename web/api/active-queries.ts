import { createRequest, type Client, type Exchange, type Operation } from 'urql';
import { pipe, tap } from 'wonka';

/** Knows which queries are on the page, to ask them anew when something may have been missed. */
export class ActiveQueries {
  private readonly operations = new Map<number, Operation>();

  /** Stands before the cache. */
  readonly exchange: Exchange =
    ({ forward }) =>
    (operations$) =>
      pipe(
        operations$,
        tap((operation) => {
          if (operation.kind === 'query') this.operations.set(operation.key, operation);
          else if (operation.kind === 'teardown') this.operations.delete(operation.key);
        }),
        forward,
      );

  /** Asks all of them anew; meanwhile they show what they had. */
  refresh(client: Client): void {
    for (const { query, variables, context } of [...this.operations.values()]) {
      const request = createRequest(query, variables);
      client.reexecuteOperation(
        client.createRequestOperation('query', request, { ...context, requestPolicy: 'cache-and-network' }),
      );
    }
  }
}
