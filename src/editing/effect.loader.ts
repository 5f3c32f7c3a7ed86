import { Injectable } from '@nestjs/common';
import { ClaimLoader } from '../claims/claim.loader.js';
import type { Citation, Claim } from '../claims/claim.type.js';
import type { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { FindingLoader } from '../findings/finding.loader.js';
import type { ClaimWithFindings, Finding } from '../findings/finding.type.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import type { RequestContext } from '../graphql/request-context.js';
import { SourceLoader } from '../sources/source.loader.js';
import type { UserErrorData } from '../graphql/user-error.js';
import type { Changed } from './change-article.js';
import type { CitationChanged } from './citation.edits.js';
import type { Outcome } from './editing.js';

/** What a change did, as the API shows it. */
export interface ShownEffect {
  readonly fixed: Finding[];
  readonly opened: Finding[];
  readonly userErrors: UserErrorData[];
}

/** Reads what mutations answer with. */
@Injectable()
export class EffectLoader {
  constructor(
    private readonly findings: FindingLoader,
    private readonly claims: ClaimLoader,
    private readonly registry: NodeRegistry,
  ) {}

  async effect(
    context: RequestContext,
    { done, userErrors }: Outcome<Pick<Changed<unknown>, 'effect'>>,
  ): Promise<ShownEffect> {
    const [fixed, opened] = await Promise.all([
      this.all(context, done?.effect.fixed ?? []),
      this.all(context, done?.effect.opened ?? []),
    ]);
    return { fixed, opened, userErrors: [...userErrors] };
  }

  async citation(
    context: RequestContext,
    outcome: Outcome<Changed<CitationChanged>>,
  ): Promise<ShownEffect & { citation: Citation | null; claim: Claim | null }> {
    const ids = outcome.done?.result;
    const [effect, citation, claim] = await Promise.all([
      this.effect(context, outcome),
      ids ? this.claims.citationById(context, ids.citationId) : null,
      ids ? this.claims.byId(context, ids.claimId) : null,
    ]);
    return { ...effect, citation, claim };
  }

  /**
   * The same within the transaction of a change that will be undone. What hangs on the claim is read now, too: later
   * it would be read as it is.
   */
  async within(
    context: RequestContext,
    connection: WorkspaceConnection,
    { result: { citationId, claimId }, effect }: Changed<CitationChanged>,
  ): Promise<ShownEffect & { citation: Citation | null; claim: ClaimWithFindings | null }> {
    // The loaders ask a database for a transaction; they get the one that is under way, and remember nothing after it.
    const database = {
      readWorkspace: (_viewer: unknown, work: (c: WorkspaceConnection) => unknown) => work(connection),
    };
    const inside = { ...context, batches: new Map() };
    const claims = new ClaimLoader(database as unknown as Database, this.registry);
    const findings = new FindingLoader(database as unknown as Database, this.registry);
    const sources = new SourceLoader(database as unknown as Database, this.registry);
    const [citation, claim, citations, open, shown] = await Promise.all([
      claims.citationById(inside, citationId),
      claims.byId(inside, claimId),
      claims.citationsOf(inside, claimId),
      findings.ofClaim(inside, claimId, 'OPEN'),
      new EffectLoader(findings, claims, this.registry).effect(inside, {
        done: { effect },
        userErrors: [],
      }),
    ]);
    const withSource = async (each: Citation): Promise<Citation> => ({
      ...each,
      source: each.sourceUuid === null ? null : await sources.byId(inside, each.sourceUuid),
    });
    return {
      ...shown,
      citation: citation && (await withSource(citation)),
      claim: claim && {
        ...claim,
        citations: await Promise.all(citations.map(withSource)),
        findings: new Map([['OPEN', open]]),
      },
    };
  }

  private async all(context: RequestContext, ids: readonly string[]): Promise<Finding[]> {
    const found = await Promise.all(ids.map((id) => this.findings.byId(context, id)));
    return found.filter((finding) => finding !== null);
  }
}
