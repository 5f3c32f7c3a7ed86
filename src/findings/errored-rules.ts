import { Logger } from '@nestjs/common';
import type { ErroredRule } from '../judging/judge.js';

const log = new Logger('Rules');

/** Rules that failed while an article was judged: what they did not answer is "not assessed", and who wrote them must know. */
export function tellErrored(article: string, errored: readonly ErroredRule[]): void {
  for (const { rule, times, message } of errored) {
    log.error(`${article}: the rule ${rule} failed ${times === 1 ? 'once' : `${times} times`}: ${message}`);
  }
}
