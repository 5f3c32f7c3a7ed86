import { judgeArticle } from '../judging/judge.js';
import { readArticle } from '../reading/read-article.js';
import { readInput } from './input.js';
import { type CheckedArticle, jsonReport } from './json-report.js';
import { closingLine, prettyReport } from './pretty-report.js';
import { rulesetOf, type RulesetOptions } from './ruleset-options.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

export interface CheckOptions extends RulesetOptions {
  readonly format: 'pretty' | 'json';
  /** A format's name in lower case. */
  readonly inputFormat?: string;
  /** More warnings than this, over all files, count as a failure. */
  readonly maxWarnings: number;
  /** Each finding on its own, with its remedy, however often one says the same. */
  readonly verbose: boolean;
}

/**
 * Reads and judges files. One that cannot be read is told, and the others are checked.
 *
 * @throws UsageError when the rules are not configured as they can be
 */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const ruleset = rulesetOf(options);
  const checked: CheckedArticle[] = [];
  for (const [i, path] of paths.entries()) {
    if (paths.length > 1) terminal.progress(`${i + 1} of ${paths.length}: ${path}`);
    try {
      const { text, format, convertedFrom } = await readInput(path, options.inputFormat, terminal);
      const article = readArticle(text, { format });
      if (article.claims.length > 2000) terminal.progress(`Judging the ${article.claims.length} claims of ${path} …`);
      const judgement = judgeArticle(article, { ruleset, now: terminal.now });
      const one: CheckedArticle = { path, convertedFrom, article, judgement };
      checked.push(one);
      terminal.progress('');
      // Told as it goes: the first answers stand before the last file is read.
      if (options.format === 'pretty') terminal.out(prettyReport(one, { ...terminal, verbose: options.verbose }));
    } catch (error) {
      terminal.progress('');
      if (!(error instanceof UsageError)) throw error;
      terminal.error(error.message);
    }
  }
  if (options.format === 'json') for (const part of jsonReport(terminal.version, checked)) terminal.out(part);
  else if (paths.length > 1) terminal.out(closingLine(checked, paths.length - checked.length));
  if (checked.length < paths.length) return 2;
  const count = (severity: 'ERROR' | 'WARNING'): number =>
    checked.reduce((sum, { judgement }) => sum + judgement.summary.bySeverity[severity], 0);
  return count('ERROR') > 0 || count('WARNING') > options.maxWarnings ? 1 : 0;
}
