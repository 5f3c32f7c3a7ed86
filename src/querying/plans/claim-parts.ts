import { ARTICLE_COLUMNS } from '../../articles/article.rows.js';
import { CITATION_COLUMNS, CLAIM_COLUMNS, CLAIM_TEXT_COLUMNS } from '../../claims/claim.rows.js';
import type { FindingState } from '../../database/codes.js';
import type { Texts } from '../../database/workspace-connection.js';
import { FINDING_COLUMNS } from '../../findings/finding.rows.js';
import type { Variables } from '../../graphql/plans/shape.js';
import { Slots, type Write } from '../../graphql/plans/write.js';
import type { Columns } from '../../graphql/rows.js';
import { PUBLISHER_COLUMNS, SOURCE_COLUMNS } from '../../sources/source.rows.js';

/** What the first column of a row says about the others. */
export const KIND = { claim: 'c', citation: 'i', finding: 'f' } as const;
export const KIND_SLOT = 0;
/** Where the claim that the row belongs to stands in the page, from 1. */
export const NUMBER_SLOT = 1;

/** A claim of a page as it came, and the JSON texts of what hangs on it, in order. */
export interface ClaimTexts {
  readonly row: Texts;
  /** For each `citations` of the shape, in the order of `ClaimParts.citationWrites`. */
  readonly citations: readonly (readonly string[])[];
  /** For each `findings` of the shape, in the order of `ClaimParts.states`. */
  readonly findings: readonly (readonly string[])[];
}

/**
 * What a shape of claims needs of the database: the columns of each kind of rows, and the tables that they are in. Filled
 * while the shape is planned, and not changed afterwards.
 */
export class ClaimParts {
  readonly claims = new Slots(`'${KIND.claim}'`, 'c.n');
  readonly citations = new Slots(`'${KIND.citation}'`, 'c.n');
  readonly findings = new Slots(`'${KIND.finding}'`, 'c.n');
  /** Which state each `findings` of the shape asks for; null: any. */
  readonly states: ((variables: Variables) => FindingState | null)[] = [];
  /** How each `citations` of the shape writes one. */
  readonly citationWrites: Write<Texts>[] = [];
  /** How each `findings` of the shape writes one, in the order of `states`. */
  readonly findingWrites: Write<Texts>[] = [];
  hasCitations = false;
  private readonly read = new Set<object>();

  /** Places of the columns of one table, among those of the rows that it is read with. */
  readonly claim = this.slotsOf(this.claims, CLAIM_COLUMNS);
  readonly text = this.slotsOf(this.claims, CLAIM_TEXT_COLUMNS);
  readonly article = this.slotsOf(this.claims, ARTICLE_COLUMNS);
  readonly citation = this.slotsOf(this.citations, CITATION_COLUMNS);
  readonly source = this.slotsOf(this.citations, SOURCE_COLUMNS);
  readonly publisher = this.slotsOf(this.citations, PUBLISHER_COLUMNS);
  readonly finding = this.slotsOf(this.findings, FINDING_COLUMNS);

  /** Whether a column of the table is read. */
  reads<R extends object>(columns: Columns<R>): boolean {
    return this.read.has(columns);
  }

  private slotsOf<R extends object>(slots: Slots, columns: Columns<R>): (column: keyof R & string) => number {
    return (column) => {
      this.read.add(columns);
      return slots.at(columns.sqlOf(column));
    };
  }
}
