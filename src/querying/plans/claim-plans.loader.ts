import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClaimFilter, ClaimOrder } from '../../claims/claim-filter.type.js';
import { CLAIM_ORDERS } from '../../claims/claim.rows.js';
import { Database } from '../../database/database.js';
import { RuleLoader } from '../../findings/rule.loader.js';
import { readPage, type PageArgs } from '../../graphql/connection.js';
import type { FieldPlan } from '../../graphql/plans/plan.js';
import { Plans } from '../../graphql/plans/plans.js';
import type { Shape } from '../../graphql/plans/shape.js';
import { ClaimParts } from './claim-parts.js';
import { ClaimRows, sortingOf } from './claim-rows.js';
import { claimStatement } from './claim-statement.js';
import { ClaimWriter } from './claim-writer.js';
import { OftenSent } from './often-sent.js';

interface ClaimArguments extends PageArgs {
  readonly filter?: ClaimFilter | null;
  readonly orderBy?: ClaimOrder | null;
}

/** Plans `claims` and `unsupportedClaims`, which answer most of what is read: one statement, written on as it comes. */
@Injectable()
export class ClaimPlans implements OnModuleInit {
  /** Filters make many texts; those without one are few, and must not lack a place for that. */
  private readonly often = { plain: new OftenSent(32), filtered: new OftenSent(16) };

  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly rules: RuleLoader,
  ) {}

  onModuleInit(): void {
    this.plans.register('claims', { plan: (shape) => this.plan(shape, false) });
    this.plans.register('unsupportedClaims', { plan: (shape) => this.plan(shape, true) });
  }

  private plan(shape: Shape, unsupported: boolean): FieldPlan {
    const parts = new ClaimParts();
    const write = new ClaimWriter(parts, (id) => this.rules.byId(id)).connection(shape);
    const sorting = sortingOf(parts);
    return {
      prepare: (workspaceId, args, variables) => {
        const { filter, orderBy, ...own } = args as ClaimArguments;
        const order = CLAIM_ORDERS[orderBy ?? 'RANK'];
        const page = readPage(own, order);
        const states = parts.states.map((stateOf) => stateOf(variables));
        const query = { filter, unsupported, order, page, states };
        const { sql, values, firstKey, byValue } = claimStatement(workspaceId, parts, query);
        const often = filter ? this.often.filtered : this.often.plain;
        return async (viewer) => {
          const rows = await this.database.readWorkspace(
            viewer,
            async (connection) => {
              const taken = new ClaimRows(parts, sorting, states, order, firstKey);
              await connection.eachTexts(sql, values, !byValue && often.has(sql), (row) => taken.take(row));
              return taken;
            },
            { single: true, generic: !filter },
          );
          return { write: () => write(rows.connection(page)) };
        };
      },
    };
  }
}
