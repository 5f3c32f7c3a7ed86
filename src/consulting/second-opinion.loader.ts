import { Injectable } from '@nestjs/common';
import { COMPARED_COLUMNS, comparedJoins, type ComparedRow } from '../claims/compared-row.js';
import { toPassage } from '../claims/comparison.loader.js';
import { SUPPORT_LABEL } from '../database/codes.js';
import { Database } from '../database/database.js';
import { batched, grouped, type RequestContext } from '../graphql/request-context.js';
import type { SnapshotPlace } from '../judging/comparison.js';
import { aboutOf } from './asked-citation.js';
import type { SecondOpinion } from './second-opinion.type.js';

interface Row extends ComparedRow {
  readonly citation_id: string;
  readonly about: string;
  readonly model: string;
  readonly answered_by: string | null;
  readonly prompt_version: number;
  readonly whole: boolean;
  readonly label: number;
  readonly confidence: number | null;
  readonly rationale: string;
  readonly quotes: SnapshotPlace[];
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cost: number | null;
  readonly asked_by: string | null;
  readonly asked_at: Date;
}

/** So many of a citation are told. */
const MOST = 10;

/** Reads second opinions, of many citations at a time. */
@Injectable()
export class SecondOpinionLoader {
  constructor(private readonly database: Database) {}

  /** The newest first. Answers that are no opinions are not told. */
  byCitation(context: RequestContext, uuid: string): Promise<SecondOpinion[]> {
    return batched<string, SecondOpinion[]>(context, 'second opinions of a citation', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (connection) =>
        connection.query<Row>(
          `SELECT o.citation_id, o.about, o.model, o.answered_by, o.prompt_version, o.whole, o.label, o.confidence, o.rationale,
             o.quotes, o.input_tokens, o.output_tokens, o.cost, o.asked_by, o.asked_at, ${COMPARED_COLUMNS}
           FROM unnest($2::uuid[]) AS u (id) CROSS JOIN LATERAL (
             SELECT * FROM second_opinion n WHERE n.workspace_id = $1 AND n.citation_id = u.id AND n.label IS NOT NULL
             ORDER BY n.asked_at DESC, n.id DESC LIMIT ${MOST}) o
           JOIN citation ci ON ci.workspace_id = $1 AND ci.id = o.citation_id ${comparedJoins('LEFT')}
           ORDER BY o.asked_at DESC, o.id DESC`,
          [context.viewer.workspaceId, ids],
        ),
      );
      return grouped(ids, rows, (row) => row.citation_id).map((own) => own.map(toOpinion));
    }).load(uuid);
  }
}

const toOpinion = (row: Row): SecondOpinion => ({
  label: SUPPORT_LABEL.fromCode(row.label),
  confidence: row.confidence,
  rationale: row.rationale,
  quotes: row.quotes.map(toPassage),
  isOfWhole: row.whole,
  model: row.model,
  answeredBy: row.answered_by,
  promptVersion: row.prompt_version,
  inputTokens: row.input_tokens,
  outputTokens: row.output_tokens,
  cost: row.cost,
  askedAt: row.asked_at,
  // Of a citation that leads to no source any more, too.
  isOutdated: row.about !== aboutOf(row),
  askedByUuid: row.asked_by,
});
