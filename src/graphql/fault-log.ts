import { Logger } from '@nestjs/common';
import type { FaultLog } from './error-formatter.js';

/** A stack is told up to here: enough to find the place. */
const STACK_LINES = 8;

/** Where faults are told, with the ids that callers are given. */
export function faultLog(): FaultLog {
  const logger = new Logger('GraphQL');
  return (id, error) => logger.error(line(id, error));
}

/** One line: what went wrong and where. No parameters of statements, no texts of articles. */
function line(id: string, error: unknown): string {
  if (!(error instanceof Error)) return `${id} a ${typeof error} was thrown`;
  const { code } = error as { code?: unknown };
  const stack = (error.stack ?? '').split('\n').filter((each) => /^\s+at /.test(each));
  const where = stack.slice(0, STACK_LINES).map((each) => each.trim().replace(/^at /, ''));
  const message = error.message.slice(0, 300).replace(/\s+/g, ' ');
  return `${id} ${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${message} @ ${where.join(' < ')}`;
}
