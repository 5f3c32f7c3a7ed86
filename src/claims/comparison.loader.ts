import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { readComparison } from '../judging/comparison-check.js';
import type { Compared, SnapshotPlace } from '../judging/comparison.js';
import type { QuoteMatch, SnapshotPassage, SupportScore } from './claim.type.js';
import { COMPARED_COLUMNS, comparedJoins, madeFromRow, type ComparedRow } from './compared-row.js';

interface ComparisonRow extends ComparedRow {
  id: string;
  made_from: string;
  comparison: unknown;
}

/** Reads what came of comparing citations with their sources, many at a time. */
@Injectable()
export class ComparisonLoader {
  constructor(private readonly database: Database) {}

  /** Null: it was not compared, or not as claim, quote and snapshots are now. */
  byCitation(context: RequestContext, uuid: string): Promise<Compared | null> {
    return batched<string, Compared | null>(context, 'comparison of a citation', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (connection) =>
        connection.query<ComparisonRow>(
          `SELECT ci.id, m.made_from, m.comparison, ${COMPARED_COLUMNS}
           FROM citation_comparison m JOIN citation ci ON ci.workspace_id = $1 AND ci.id = m.citation_id
           ${comparedJoins()}
           WHERE m.workspace_id = $1 AND m.citation_id = ANY ($2::uuid[])`,
          [context.viewer.workspaceId, ids],
        ),
      );
      const fresh = new Map(rows.filter(isFresh).map(({ id, comparison }) => [id, readComparison(comparison)]));
      return ids.map((id) => {
        const found = fresh.get(id);
        return found?.state === 'COMPARED' ? found : null;
      });
    }).load(uuid);
  }
}

const isFresh = (row: ComparisonRow): boolean => row.made_from === madeFromRow(row);

/** A place in a snapshot, for the API. */
export const toPassage = ({ snapshot, position, quote }: SnapshotPlace): SnapshotPassage => ({
  start: position.start,
  end: position.end,
  exact: quote.exact,
  prefix: quote.prefix,
  suffix: quote.suffix,
  snapshotUuid: snapshot,
});

/** What a comparison says of support, for the API. */
export function toSupport(compared: Compared | null): SupportScore | null {
  if (!compared?.support) return null;
  const { score, label, confidence, passages } = compared.support;
  const missing = (compared.figures?.missing ?? []).map(({ text }) => text);
  return { score, label, confidence, missing, passages: passages.map(toPassage) };
}

/** What it says of the quote on the citation, for the API. */
export function toQuoteMatch(compared: Compared | null): QuoteMatch | null {
  const match = compared?.quotes.find(({ of }) => of === 'CITATION');
  if (!match) return null;
  const { result, place, differences } = match;
  return { result, place: place && toPassage(place), differences: [...differences] };
}
