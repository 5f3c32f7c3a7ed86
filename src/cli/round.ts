import type { Article } from '../judging/evidence.js';
import { judgeArticle } from '../judging/judge.js';
import { readArticle } from '../reading/read-article.js';
import { Baseline } from './baseline.js';
import type { CheckOptions } from './check-options.js';
import { type CheckedArticle, newFindings } from './checked-article.js';
import type { Found } from './find-articles.js';
import { type FixMode, fixInput } from './fixing/fix-input.js';
import { readInput } from './input.js';
import { counted, printable } from './layout.js';
import { REPORTS, type ReportOptions } from './reports.js';
import type { Settings } from './settings.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

/** One look at some articles, and what is told of it. */
export class Round {
  private readonly checked: CheckedArticle[] = [];
  private readonly problems: string[] = [];
  private readonly baseline: Baseline | null;
  private readonly fixMode: FixMode | null;

  /** @throws UsageError when the baseline cannot be read */
  constructor(
    private readonly settings: Settings,
    private readonly options: CheckOptions,
    private readonly terminal: Terminal,
  ) {
    const { baseline, updateBaseline, fix, fixDryRun } = options;
    this.baseline = baseline === undefined ? null : Baseline.read(baseline, updateBaseline);
    this.fixMode = fixDryRun ? 'dry run' : fix ? 'write' : null;
  }

  /** @returns 2 when something could not be read, or a rule failed, 1 when something fails, else 0 */
  async run({ paths, problems, ignored }: Pick<Found, 'paths' | 'problems' | 'ignored'>): Promise<ExitStatus> {
    const { terminal, options } = this;
    const report = REPORTS[options.format];
    const asTheyAreJudged = await this.reportOptions();
    for (const path of ignored) terminal.error(`${path}: left out, as the configuration ignores it`);
    for (const problem of problems) this.tell(problem);
    for (const [i, path] of paths.entries()) {
      if (paths.length > 1) terminal.progress(`${i + 1} of ${paths.length}: ${path}`);
      try {
        const one = await this.check(path, paths.length === 1);
        this.checked.push(one);
        terminal.progress('');
        this.tellFailures(one);
        for (const part of report.article?.(one, asTheyAreJudged) ?? []) terminal.out(part);
      } catch (error) {
        terminal.progress('');
        if (!(error instanceof UsageError)) throw error;
        this.tell(error.message);
      }
    }
    if (this.baseline && options.updateBaseline) {
      terminal.error(`${this.baseline.path}: accepts ${counted(this.baseline.update(this.checked), 'finding')}`);
    }
    for (const part of report.whole(this.checked, this.problems, await this.reportOptions())) terminal.out(part);
    return this.status();
  }

  /** @param alone whether it is the only one */
  private async check(path: string, alone: boolean): Promise<CheckedArticle> {
    const { terminal, options, settings } = this;
    const ruleset = await settings.rulesetFor(path);
    const input = await readInput(path, options.inputFormat, terminal);
    const text = this.fixMode === null ? input.text : fixInput(input, ruleset, this.fixMode, terminal);
    const read = readArticle(text, { format: input.format, links: await settings.linksFor(path) });
    const article = await this.withSources(read, path, alone);
    if (article.claims.length > 2000) terminal.progress(`Judging the ${article.claims.length} claims of ${path} …`);
    const judgement = judgeArticle(article, { ruleset, now: terminal.now });
    const accepted = options.updateBaseline
      ? new Set(judgement.findings.map(({ fingerprint }) => fingerprint))
      : (this.baseline?.acceptedIn(path) ?? new Set<string>());
    return { path, convertedFrom: input.convertedFrom, text, article, judgement, accepted };
  }

  private async withSources(article: Article, path: string, alone: boolean): Promise<Article> {
    const given = this.options.sources;
    if (given === undefined) return article;
    // Loaded when it is asked for: the weights of the comparison are large.
    const { compareWithFiles } = await import('./sources/sources-at-hand.js');
    const { article: compared, problems } = await compareWithFiles(article, { path, given, alone }, this.terminal);
    for (const problem of problems) this.tell(problem);
    return compared;
  }

  /** Of rules. The report for people has them itself. */
  private tellFailures({ path, judgement }: CheckedArticle): void {
    if (this.options.format === 'pretty') return;
    for (const { rule, times, message } of judgement.errored) {
      this.terminal.error(`${path}: the rule ${rule} failed ${counted(times, 'time')}: ${printable(message)}`);
    }
  }

  /** With the plugins that were loaded until now. */
  private async reportOptions(): Promise<ReportOptions> {
    const { version, colour, width } = this.terminal;
    const { settings } = this;
    const rulePages = await settings.rulePages();
    const plugins = settings.plugins.map(({ plugin }) => plugin);
    return { version, colour, width, verbose: this.options.verbose, rulePages, plugins };
  }

  private tell(problem: string): void {
    // A configuration file with mistakes is told once, however many articles stand below it.
    if (this.problems.includes(problem)) return;
    this.problems.push(problem);
    this.terminal.error(problem);
  }

  private status(): ExitStatus {
    if (this.problems.length > 0 || this.checked.some(({ judgement }) => judgement.errored.length > 0)) return 2;
    const found = this.checked.flatMap(newFindings);
    const warnings = found.filter(({ severity }) => severity === 'WARNING').length;
    return found.some(({ severity }) => severity === 'ERROR') || warnings > this.options.maxWarnings ? 1 : 0;
  }
}
