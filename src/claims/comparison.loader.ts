import { Injectable } from '@nestjs/common';
import { BLOCK } from '../database/codes.js';
import { Database } from '../database/database.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { readComparison } from '../judging/comparison-check.js';
import type { Compared, SnapshotPlace } from '../judging/comparison.js';
import { fromCsl, type StoredCsl } from '../sources/csl.js';
import { leadingSource } from '../sources/leading-source.js';
import type { QuoteMatch, SnapshotPassage, SupportScore } from './claim.type.js';
import { madeFromOf } from './made-from.js';

interface ComparisonRow {
  id: string;
  made_from: string;
  comparison: unknown;
  quote: string | null;
  block: number;
  text: string;
  attribute: string | null;
  column_heading: string | null;
  language: string | null;
  source_id: string;
  snapshots_version: number;
  csl: StoredCsl;
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
          `SELECT ci.id, m.made_from, m.comparison, ci.quote, c.block, t.text, t.attribute, t.column_heading, a.language,
             s.id AS source_id, s.snapshots_version, s.csl
           FROM citation_comparison m JOIN citation ci ON ci.workspace_id = $1 AND ci.id = m.citation_id
           JOIN claim c ON c.workspace_id = $1 AND c.id = ci.claim_id
           JOIN claim_text t ON t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = c.text_revision
           JOIN article a ON a.workspace_id = $1 AND a.id = ci.article_id
           JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id ${leadingSource('r.source_id')}
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

function isFresh(row: ComparisonRow): boolean {
  const { block, attribute, column_heading: column, text } = row;
  const claim = { block: BLOCK.fromCode(block), attribute, column, text };
  const source = { id: row.source_id, snapshotsVersion: row.snapshots_version, issued: fromCsl(row.csl).issued };
  return row.made_from === madeFromOf(claim, row.quote, source, row.language);
}

const toPassage = ({ snapshot, position, quote }: SnapshotPlace): SnapshotPassage => ({
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
