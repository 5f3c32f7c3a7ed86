import type { Viewer } from '../../auth/viewer.js';
import type { Shape, Variables } from './shape.js';

/** A field of Query whose answers are planned. What makes them registers with `Plans`. */
export interface PlannedField {
  /**
   * Makes the plan for one shape of the field's answers.
   *
   * @throws NotPlanned where the shape has what only resolvers can answer
   */
  plan(shape: Shape): FieldPlan;
}

export interface FieldPlan {
  /**
   * Makes ready to answer with certain arguments; asks the database for nothing yet.
   *
   * @param workspaceId of whom asks
   * @param args of the field, coerced
   * @param variables for the arguments of fields below it
   * @throws RequestError for what can never be right
   */
  prepare(workspaceId: string, args: Readonly<Record<string, unknown>>, variables: Variables): Prepared;
}

/**
 * Reads what was asked for.
 *
 * @param viewer who asks, with where that is read
 * @throws errors of the database, as `errors.ts` has them
 */
export type Prepared = (viewer: Viewer) => Promise<Read>;

/**
 * What was read, to be written once. A promise that was waited for for long is old to the collector of garbage, and holds
 * what it was settled with until the whole heap is collected: this, which is empty by then, and not the text.
 */
export interface Read {
  /** Gives the JSON text of the field's value, and lets go of what that was made of. */
  write(): string;
}
