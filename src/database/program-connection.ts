import pg from 'pg';
import { APP_ROLE } from './role-names.js';

/** A transaction that sleeps longer holds locks for nothing: its connection is closed. In milliseconds. */
const IDLE_LIMIT_MS = 120_000;

/** How the program connects: in its role, whoever the URL's user is, and with its limits. */
export function programConnection(
  url: string,
  statementTimeoutMs: number,
): { url: string; extra: { options: string; [more: string]: unknown } } {
  const address = new URL(url);
  const own = address.searchParams.get('options');
  // What stands in the URL would replace the options, not add to them.
  address.searchParams.delete('options');
  const settings = {
    role: APP_ROLE,
    search_path: 'public',
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_LIMIT_MS,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return {
    url: address.href,
    extra: { options: [...(own ? [own] : []), ...flags].join(' '), pipeline: true, keepAlive: true, types: TYPES },
  };
}

/** As pg reads values, but 64-bit integers as numbers: ours count, and stay far under 2^53. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === pg.types.builtins.INT8 && format !== 'binary') return Number;
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
};
