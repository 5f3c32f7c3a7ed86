import type { ReportFormat } from './names.js';
import type { SettingsOptions } from './settings.js';

/** What `obelus check` was asked. */
export interface CheckOptions extends SettingsOptions {
  readonly format: ReportFormat;
  /** A format's name in lower case. */
  readonly inputFormat?: string;
  /** A folder with the texts of the sources, in files named by reference. */
  readonly sources?: string;
  /** More warnings than this, over all files, count as a failure. */
  readonly maxWarnings: number;
  /** Each finding on its own, with its remedy, however often one says the same. */
  readonly verbose: boolean;
  readonly fix: boolean;
  /** Tells what `fix` would do, and what would be found then. */
  readonly fixDryRun: boolean;
  /** A file of findings that are accepted. */
  readonly baseline?: string;
  /** Accept what is found now. */
  readonly updateBaseline: boolean;
  /** Go on, and check again what changes. */
  readonly watch: boolean;
}
