import { database } from '../telemetry/instruments.js';
import { secondsSince } from '../telemetry/registry.js';
import { firstWord, traceStatement } from '../telemetry/tracing.js';

/** Sends a statement, and keeps how long it took and whether it failed. `send` begins at once. */
export function measured<T>(sql: string, send: () => Promise<T>): Promise<T> {
  const start = performance.now();
  return traceStatement(sql, send).then(
    (result) => {
      database.statements.observe({ statement: firstWord(sql) }, secondsSince(start));
      return result;
    },
    (error: unknown) => {
      database.failures.inc({ class: classOf(error) });
      throw error;
    },
  );
}

/** Of an SQLSTATE, the first two characters: there are some forty. */
function classOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code.slice(0, 2) : 'none';
}
