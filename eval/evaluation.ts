import type { Chart } from './support/chart.js';
import type { Table } from './support/tables.js';

/**
 * One measurement of Obelus against what people judged. Evaluations stand in the list of `evaluations.ts`, one file each.
 */
export interface Evaluation {
  /** kebab-case: what `--only` names. */
  readonly name: string;
  /** One line: what is measured, and against what. */
  readonly about: string;
  /** Where its input lies: a folder of this name under `--data`, the folder of `--pages` itself, or one in `test/fixtures`. */
  readonly needs: { readonly data: string } | 'pages' | { readonly fixtures: string };
  /** Why it cannot run here, whatever its input; left out where it can. */
  readonly lacks?: string;
  /**
   * @param folder that folder, which exists
   * @returns what is printed. The same input gives the same tables.
   * @throws when a file in the folder is not what it should be, naming file and line
   */
  run(folder: string): Table[] | Promise<Table[]>;
  /** What is drawn with `--charts`, of the same folder. Left out: nothing. */
  charts?(folder: string): Chart[];
}
