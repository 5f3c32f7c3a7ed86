import { Injectable } from '@nestjs/common';
import type { Article } from '../../articles/article.type.js';
import { BLOCK, PAST_KIND, PRIORITY, STANDING, VALUE_STATE } from '../../database/codes.js';
import { Database } from '../../database/database.js';
import type { Connection, Page } from '../../graphql/connection.js';
import {
  connectRows,
  integerKey,
  pageStatement,
  Parameters,
  sqlOrder,
  uuidKey,
  type KeyedRow,
} from '../../graphql/keyset.js';
import { badInput } from '../../graphql/request-error.js';
import { batched, grouped, type RequestContext } from '../../graphql/request-context.js';
import { named } from '../../graphql/rows.js';
import type { Standing } from '../../judging/evidence.js';
import { toSummary } from '../summary.js';
import type { PastArticle, PastClaim, PastMoment, PastStandings } from './past.type.js';

/** In reading order. */
export const PAST_CLAIM_ORDER = sqlOrder('claims in the past', [integerKey('t.ordinal'), uuidKey('t.id')]);

/** The first of what is kept of a row from an event on; none: it has not changed since. */
const keptOf = (kind: number, row: string, part: string, article: string, seq: string): string =>
  `(SELECT x.state FROM past_row x WHERE x.workspace_id = $1 AND x.article_id = ${article} AND x.kind = ${kind}
     AND x.row_id = ${row} AND x.part = ${part} AND x.until_seq >= ${seq} ORDER BY x.until_seq LIMIT 1)`;

/** Claims of the article `p.parent` as they stood after its event `p.seq`. */
const CLAIMS = `(WITH kept AS MATERIALIZED (
    SELECT DISTINCT ON (x.row_id) x.row_id, x.state FROM past_row x
    WHERE x.workspace_id = $1 AND x.article_id = p.parent AND x.kind = ${PAST_KIND.toCode.CLAIM} AND x.until_seq >= p.seq
    ORDER BY x.row_id, x.until_seq
  )
  SELECT s.id, s.ordinal, s.text_revision, s.block, s.checkable, s.priority, s.standing FROM (
    SELECT c.id FROM claim c WHERE c.workspace_id = $1 AND c.article_id = p.parent AND c.gone_in IS NULL
    UNION SELECT k.row_id FROM kept k
  ) i JOIN claim c ON c.workspace_id = $1 AND c.id = i.id
  LEFT JOIN kept k ON k.row_id = c.id
  CROSS JOIN LATERAL jsonb_populate_record(c, coalesce(k.state, '{}')) s
  WHERE (k.row_id IS NULL OR k.state IS NOT NULL) AND s.gone_in IS NULL) t`;

interface MomentRow {
  parent: string;
  seq: number;
  past_since: number;
  kept_from: Date | null;
  title: string;
  desk: string | null;
  archived: boolean;
  revision_id: string | null;
}

interface ClaimRow {
  id: string;
  ordinal: number;
  block: number;
  checkable: boolean;
  priority: number;
  standing: number;
  text: string;
  section: string | null;
  attribute: string | null;
  column_heading: string | null;
  value: string | null;
  value_state: number | null;
}

/** Reads how articles stood at a time, from their rows as they are and what is kept of how they were. */
@Injectable()
export class PastLoader {
  constructor(private readonly database: Database) {}

  /**
   * @returns null when there was no such article yet
   * @throws RequestError BAD_USER_INPUT for a time from which not all is kept
   */
  async articleAt(context: RequestContext, { uuid }: Article, at: Date): Promise<PastArticle | null> {
    const row = await batched<string, MomentRow | null>(context, `articles at ${at.toISOString()}`, async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<MomentRow>(
          `SELECT p.parent, m.seq, a.past_since, s.title, s.desk, s.archived_at IS NOT NULL AS archived,
             rv.id AS revision_id, (SELECT e.at FROM event e WHERE e.workspace_id = $1 AND e.article_id = a.id
               AND e.seq = a.past_since) AS kept_from
           FROM unnest($2::uuid[]) p(parent) JOIN article a ON a.workspace_id = $1 AND a.id = p.parent
           CROSS JOIN LATERAL (SELECT coalesce((SELECT e.seq - 1 FROM event e WHERE e.workspace_id = $1
             AND e.article_id = a.id AND e.at > $3 ORDER BY e.seq LIMIT 1), a.event_seq) AS seq) m
           LEFT JOIN LATERAL ${keptOf(PAST_KIND.toCode.ARTICLE, 'a.id', '0', 'a.id', 'm.seq')} k ON true
           CROSS JOIN LATERAL jsonb_populate_record(a, coalesce(k.state, '{}')) s
           LEFT JOIN revision rv ON rv.workspace_id = $1 AND rv.article_id = a.id AND rv.number = s.revision`,
          [context.viewer.workspaceId, ids, at],
        ),
      );
      return grouped(ids, rows, ({ parent }) => parent).map(([own]) => own ?? null);
    }).load(uuid);
    if (!row || row.seq === 0) return null;
    if (row.seq < row.past_since || row.revision_id === null) {
      const since = row.kept_from ? row.kept_from.toISOString() : 'its next change';
      throw badInput(['at'], `how this article stood is kept from ${since} on; its history says what happened before`);
    }
    const { seq, title, desk, archived, revision_id: revisionUuid } = row;
    return { at, seq, title, desk, archived, revisionUuid, moment: { articleUuid: uuid, seq } };
  }

  /** @param place where in the query, so that one page of many articles is one batch */
  claimsOf(context: RequestContext, moment: PastMoment, page: Page, place: string): Promise<Connection<PastClaim>> {
    const load = async (moments: readonly PastMoment[]): Promise<Connection<PastClaim>[]> => {
      const parameters = new Parameters();
      parameters.add(context.viewer.workspaceId);
      const source = {
        alias: 't',
        from: CLAIMS,
        where: ['TRUE'],
        columns: ['t.*'],
        joins: [
          'JOIN claim_text ct ON ct.workspace_id = $1 AND ct.claim_id = t.id AND ct.first_revision = t.text_revision',
          `LEFT JOIN LATERAL ${keptOf(PAST_KIND.toCode.TEXT, 't.id', 't.text_revision', 'p.parent', 'p.seq')} k ON true`,
          "CROSS JOIN LATERAL jsonb_populate_record(ct, coalesce(k.state, '{}')) r",
        ],
        select: [
          ...['t.id', 't.ordinal', 't.block', 't.checkable', 't.priority', 't.standing', 'p.seq'],
          ...['r.text', 'r.section', 'r.attribute', 'r.column_heading', 'r.value', 'r.value_state'],
        ],
        parents: {
          from: `unnest(${parameters.add(moments.map(({ articleUuid }) => articleUuid))}::uuid[],
            ${parameters.add(moments.map(({ seq }) => seq))}::bigint[]) p(parent, seq)`,
          condition: 'p.parent IS NOT NULL',
        },
      };
      const statement = pageStatement(source, PAST_CLAIM_ORDER, page, parameters);
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow & ClaimRow>(statement, parameters.values),
      );
      const names = moments.map(nameOf);
      return grouped(names, rows, (row) =>
        nameOf({ articleUuid: row['parent'] as string, seq: row['seq'] as number }),
      ).map((own, i) => connectRows(PAST_CLAIM_ORDER, page, own, (row) => toPastClaim(row, moments[i]!)));
    };
    return batched(context, place, load, nameOf).load(moment);
  }

  /** How all claims stood. */
  standingsOf(context: RequestContext, moment: PastMoment): Promise<PastStandings> {
    const load = async (moments: readonly PastMoment[]): Promise<PastStandings[]> => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<{ parent: string; seq: number; standing: number; count: number }>(
          `SELECT p.parent, p.seq, t.standing, count(*)::integer AS count
           FROM unnest($2::uuid[], $3::bigint[]) p(parent, seq) CROSS JOIN LATERAL ${CLAIMS} GROUP BY 1, 2, 3`,
          [context.viewer.workspaceId, moments.map(({ articleUuid }) => articleUuid), moments.map(({ seq }) => seq)],
        ),
      );
      return grouped(moments.map(nameOf), rows, (row) => nameOf({ articleUuid: row.parent, seq: row.seq })).map(
        (own) => {
          const standings = Object.fromEntries(own.map(({ standing, count }) => [STANDING.fromCode(standing), count]));
          const claims = own.reduce((sum, { count }) => sum + count, 0);
          return toSummary({ claims, standings: standings as Partial<Record<Standing, number>>, ...NOT_COUNTED });
        },
      );
    };
    return batched(context, 'standings in the past', load, nameOf).load(moment);
  }
}

const NOT_COUNTED = { not_assessed: 0, severities: {}, rules: {} };

/** Tells moments of articles apart. */
export const nameOf = ({ articleUuid, seq }: PastMoment): string => `${articleUuid} ${seq}`;

function toPastClaim(row: ClaimRow, moment: PastMoment): PastClaim {
  return {
    text: row.text,
    ordinal: row.ordinal,
    section: row.section,
    block: named(BLOCK, row.block),
    attribute: row.attribute,
    column: row.column_heading,
    value: row.value,
    valueState: named(VALUE_STATE, row.value_state),
    checkable: row.checkable,
    priority: named(PRIORITY, row.priority),
    standing: named(STANDING, row.standing),
    moment,
    claimUuid: row.id,
  };
}
