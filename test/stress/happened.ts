import { CLAIM_CHANGE } from '../../src/database/codes.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import type { TestDatabase } from '../support/test-database.js';
import type { ReadEvent } from './subscriber.js';

interface EventRow extends ReadEvent {
  readonly article_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly after: {
    readonly standings?: readonly { readonly claimId: string }[];
    readonly opened?: readonly string[];
    readonly fixed?: readonly string[];
    readonly claimIds?: readonly string[];
    readonly revision?: number;
  } | null;
}

/** What happened in a workspace, by its tables. */
export interface Happened {
  /** In the order of the workspace. */
  readonly events: readonly ReadEvent[];
  /** "position claim", in the order in which they are to be told. */
  readonly changes: readonly string[];
}

/** Reads the tables row by row, with none of the program's own statements. Call it when all is over. */
export async function whatHappened(db: TestDatabase, workspaceId: string): Promise<Happened> {
  const rows = await db.owner<EventRow>(
    `SELECT workspace_seq::integer AS position, seq, kind, article_id, subject_type, subject_id, after
     FROM event WHERE workspace_id = $1 ORDER BY workspace_seq`,
    [workspaceId],
  );
  const findings = await db.owner<{ id: string; claim_id: string | null }>(
    'SELECT id, claim_id FROM finding WHERE workspace_id = $1',
    [workspaceId],
  );
  const first = await db.owner<{ article_id: string; id: string }>(
    `SELECT article_id, id FROM claim c WHERE workspace_id = $1
     AND EXISTS (SELECT FROM claim_text t WHERE t.workspace_id = $1 AND t.claim_id = c.id AND first_revision = 1)`,
    [workspaceId],
  );
  const revised = await db.owner<{ article_id: string; revision: number; claim_id: string }>(
    `SELECT article_id, revision, claim_id FROM claim_revision WHERE workspace_id = $1 AND standing_after IS NOT NULL
     AND (change = $2 OR standing_before IS DISTINCT FROM standing_after)`,
    [workspaceId, CLAIM_CHANGE.toCode.REWORDED],
  );
  const claimOf = new Map(findings.map(({ id, claim_id }) => [id, claim_id]));
  const firstOf = Map.groupBy(first, ({ article_id }) => article_id);
  const revisedOf = Map.groupBy(revised, ({ article_id, revision }) => `${article_id} ${revision}`);
  const changes = rows.flatMap(({ position, kind, article_id, subject_type, subject_id, after }) => {
    const claims = new Set<string>();
    const add = (id: string | null | undefined): unknown => id && claims.add(id);
    if (subject_type === 'Claim') add(subject_id);
    after?.standings?.forEach(({ claimId }) => add(claimId));
    after?.claimIds?.forEach(add);
    for (const finding of [...(after?.opened ?? []), ...(after?.fixed ?? [])]) add(claimOf.get(finding));
    if (kind === 'article.imported') {
      if (after?.revision === 1) firstOf.get(article_id)?.forEach(({ id }) => add(id));
      else revisedOf.get(`${article_id} ${after?.revision}`)?.forEach(({ claim_id }) => add(claim_id));
    }
    return [...claims].sort().map((id) => changeName(position, toGlobalId('Claim', id)));
  });
  return { events: rows.map(({ position, seq, kind }) => ({ position, seq, kind })), changes };
}

/** What tells one change from all others. */
export const changeName = (position: number, claimId: string): string => `${position} ${claimId}`;
