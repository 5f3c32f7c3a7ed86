import type { Plugin } from '../judging/plugin.js';
import type { CheckedArticle } from './checked-article.js';
import { githubReport } from './github-report.js';
import { jsonReport } from './json-report.js';
import { markdownReport } from './markdown-report.js';
import { closingLine, prettyReport } from './pretty-report.js';
import type { ReportFormat } from './names.js';
import { sarifReport } from './sarif-report.js';

export interface ReportOptions {
  readonly version: string;
  /** Where the rules' pages are served; null when nobody said. */
  readonly rulePages: string | null;
  /** Whose rules were asked beside the built-in ones. */
  readonly plugins: readonly Plugin[];
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Each finding on its own, with its remedy, however often one says the same. */
  readonly verbose: boolean;
}

/** A way to tell what was found. Each piece is a line or more. */
export interface Report {
  /** Told as soon as an article is judged: the first answers stand before the last file is read. */
  readonly article?: (checked: CheckedArticle, options: ReportOptions) => Iterable<string>;
  /**
   * Told at the end.
   *
   * @param problems what could not be read or judged, a line each
   */
  readonly whole: (
    checked: readonly CheckedArticle[],
    problems: readonly string[],
    options: ReportOptions,
  ) => Iterable<string>;
}

/** How each format tells it. */
export const REPORTS: Readonly<Record<ReportFormat, Report>> = {
  pretty: {
    article: (checked, options) => [prettyReport(checked, options)],
    whole: (checked, problems) => (checked.length + problems.length > 1 ? [closingLine(checked, problems.length)] : []),
  },
  json: { whole: (checked, _problems, { version }) => jsonReport(version, checked) },
  sarif: { whole: sarifReport },
  markdown: { whole: markdownReport },
  github: { article: githubReport, whole: (checked, problems) => [closingLine(checked, problems.length)] },
};
