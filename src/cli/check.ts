import type { CheckOptions } from './check-options.js';
import { findArticles } from './find-articles.js';
import { STANDARD_INPUT } from './input.js';
import { Round } from './round.js';
import { Settings } from './settings.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';
import { watch } from './watch.js';

/**
 * Reads and judges files. One that cannot be read is told, and the others are checked.
 *
 * @param given files, folders and patterns
 * @throws UsageError when options do not fit together, or the rules are not configured as they can be
 */
export async function check(given: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  refuseMisfits(given, options);
  if (options.watch) return watch(given, options, terminal);
  const settings = await Settings.load(options);
  const found = await findArticles(given, settings);
  return new Round(settings, options, terminal).run(found);
}

function refuseMisfits(given: readonly string[], options: CheckOptions): void {
  const { baseline, updateBaseline, fix, fixDryRun, format } = options;
  if (updateBaseline && baseline === undefined) throw new UsageError('--update-baseline: give --baseline FILE, too');
  if (fix && given.includes(STANDARD_INPUT)) {
    throw new UsageError('--fix: standard input cannot be written; name files, or give --fix-dry-run');
  }
  if (!options.watch) return;
  if (given.includes(STANDARD_INPUT)) throw new UsageError('--watch: standard input cannot be watched; name files');
  if (format !== 'pretty') throw new UsageError(`--watch: is for people; leave out --format ${format}`);
  if (fix || fixDryRun || updateBaseline) {
    throw new UsageError('--watch: changes nothing; run --fix, --fix-dry-run or --update-baseline without it');
  }
}
