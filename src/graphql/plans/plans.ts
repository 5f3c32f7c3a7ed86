import { randomUUID } from 'node:crypto';
import { Global, Injectable, Module } from '@nestjs/common';
import { OperationTypeNode, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { graphql } from '../../telemetry/instruments.js';
import { faultLog } from '../fault-log.js';
import { operationsOf } from '../operations.js';
import { nameOf } from '../operation-telemetry.js';
import { OperationPlans } from './operation-plans.js';
import type { PlannedField } from './plan.js';

/** Documents whose plans are kept. */
const KEPT_DOCUMENTS = 256;
/** Longer documents are not planned, in UTF-16 units: their texts would be most of what is kept. */
const LONGEST = 10_000;

/**
 * Keeps what is planned of the queries that are asked again and again. A query is met in the ordinary way first, where
 * its document is parsed, compared with the schema and found to be within its limits; the same text again is planned.
 */
@Injectable()
export class Plans {
  private readonly log = faultLog();
  private readonly planned = new Map<string, PlannedField>();
  /** By text, the one used longest ago first. */
  private readonly documents = new Map<string, OperationPlans>();
  /** Those of which no plan is ever made, as far as the caller keeps them. */
  private readonly others = new WeakSet<DocumentNode>();
  /** Tests compare what is answered with plans and without. */
  enabled = true;

  /** @param field of Query */
  register(field: string, planned: PlannedField): void {
    this.planned.set(field, planned);
  }

  /** Documents of which plans are kept. */
  get size(): number {
    return this.documents.size;
  }

  /** Takes note of a document that may be run as it is. @param text what it was parsed from */
  learn(schema: GraphQLSchema, document: DocumentNode, text: string): void {
    if (this.others.has(document) || this.documents.has(text)) return;
    const operation = this.onlyQuery(document);
    if (!operation || text.length > LONGEST) {
      this.others.add(document);
      return;
    }
    const made = (outcome: string): void => graphql.plans.inc({ outcome });
    const fault = (error: unknown): void => this.log(randomUUID(), error);
    this.keep(text, new OperationPlans(schema, document, operation, this.planned, made, fault));
  }

  /** The plans of a document that is known; null where it is to be answered in the ordinary way. */
  find(text: string, operationName: string | null): OperationPlans | null {
    const found = this.enabled ? this.documents.get(text) : undefined;
    if (!found) return null;
    if (operationName !== null && operationName !== found.operation.name?.value) return null;
    this.keep(text, found);
    return found;
  }

  /** The operation of a document that has one, a query of nothing but fields that are planned. */
  private onlyQuery(document: DocumentNode): OperationDefinitionNode | null {
    const [only, ...others] = operationsOf(document);
    if (only?.operation !== OperationTypeNode.QUERY || others.length > 0) return null;
    const field = nameOf(document, null)?.field ?? '';
    return field === 'several' || this.planned.has(field) ? only : null;
  }

  private keep(text: string, plans: OperationPlans): void {
    this.documents.delete(text);
    this.documents.set(text, plans);
    const [oldest] = this.documents.keys();
    if (oldest !== undefined && this.documents.size > KEPT_DOCUMENTS) this.documents.delete(oldest);
  }
}

@Global()
@Module({ providers: [Plans], exports: [Plans] })
export class PlansModule {}
