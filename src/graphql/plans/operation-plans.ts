import {
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { RequestError } from '../request-error.js';
import { NotPlanned } from './not-planned.js';
import type { FieldPlan, PlannedField, Prepared } from './plan.js';
import { argumentsOf, Shape, switchesOf, type ShapeField, type Variables } from './shape.js';

/** Shapes of one operation that are kept: each switch (a variable of @skip or @include) can double them. */
const KEPT_SHAPES = 8;

/** A field of the answer with all that it takes to give it. */
export interface PreparedField {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly read: Prepared;
}

/** A field of one shape. `plan` is null of `__typename`. */
interface PlannedKey {
  readonly field: ShapeField;
  readonly plan: FieldPlan | null;
}

/** The plans of one operation: one for each shape that the values of its switches give its answers. */
export class OperationPlans {
  private readonly switches: readonly string[];
  /** By the values of the switches, the one used longest ago first; null: that shape is not planned. */
  private readonly shapes = new Map<string, readonly PlannedKey[] | null>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    private readonly planned: ReadonlyMap<string, PlannedField>,
    private readonly made: (outcome: 'planned' | 'refused') => void,
    /** Told what no caller can have caused. */
    private readonly fault: (error: unknown) => void,
  ) {
    this.switches = switchesOf(document);
  }

  /**
   * Makes ready to answer. Asks the database for nothing yet.
   *
   * @param workspaceId of whom asks
   * @param given the variables as they were sent
   * @returns null where it is to be answered in the ordinary way: the shape is not planned, or a variable or an argument
   * is wrong, which is told there
   */
  prepare(workspaceId: string, given: Variables): PreparedField[] | null {
    if (this.switches.length === 0 && this.shapes.get('') === null) return null;
    const { coerced } = getVariableValues(this.schema, this.operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    const fields = coerced ? this.shapeFor(coerced) : null;
    if (!coerced || !fields) return null;
    try {
      return fields.map(({ field, plan }) => ({
        key: field.key,
        nodes: field.nodes,
        read: plan ? plan.prepare(workspaceId, argumentsOf(field, coerced), coerced) : TYPENAME,
      }));
    } catch (error) {
      if (!isOfRequest(error)) this.fault(error);
      return null;
    }
  }

  private shapeFor(variables: Variables): readonly PlannedKey[] | null {
    const key = this.switches.map((name) => JSON.stringify(variables[name] ?? null)).join();
    const known = this.shapes.get(key);
    if (known === undefined) {
      const [oldest] = this.shapes.keys();
      if (oldest !== undefined && this.shapes.size >= KEPT_SHAPES) this.shapes.delete(oldest);
    } else this.shapes.delete(key);
    const fields = known === undefined ? this.plan(variables) : known;
    this.shapes.set(key, fields);
    return fields;
  }

  private plan(variables: Variables): readonly PlannedKey[] | null {
    try {
      const switches = Object.fromEntries(this.switches.map((name) => [name, variables[name]]));
      const shape = Shape.ofQuery(this.schema, this.document, this.operation, switches);
      const fields = shape.fields.map((field): PlannedKey => {
        if (field.name === '__typename') return { field, plan: null };
        const planned = this.planned.get(field.name);
        if (!planned) throw new NotPlanned(field.name);
        return { field, plan: planned.plan(shape.under(field)) };
      });
      this.made('planned');
      return fields;
    } catch (error) {
      // Whatever is wrong with the plan, the ordinary way knows how to answer or what to tell.
      if (!(error instanceof NotPlanned || isOfRequest(error))) this.fault(error);
      this.made('refused');
      return null;
    }
  }
}

/** It tells what is wrong about the request, and is told in the ordinary way. */
const isOfRequest = (error: unknown): boolean => error instanceof RequestError || error instanceof GraphQLError;

const TYPENAME: Prepared = () => Promise.resolve({ write: () => '"Query"' });
