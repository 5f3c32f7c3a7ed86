import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CLAIM_TEXT_JOIN } from '../claims/claim.rows.js';
import type { Claim } from '../claims/claim.type.js';
import { BLOCK, VALUE_STATE } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection } from '../graphql/connection.js';
import { grouped, type RequestContext } from '../graphql/request-context.js';
import { named } from '../graphql/rows.js';
import type { Hole } from '../judging/evidence.js';
import { restating } from '../judging/text/restating.js';
import type { StatedClaim } from '../judging/text/statements.js';
import { languageOf } from '../languages/languages.js';
import { ClaimPageLoader, type Chosen, type ClaimQuery } from './claim-page.loader.js';

/** Claims that share the most of a claim's keys: so many are read and compared with it. */
export const MOST_COMPARED = 50;

interface StatedRow {
  /** Whom it may restate. */
  parent: string;
  id: string;
  block: number;
  checkable: boolean;
  text: string;
  section: string | null;
  attribute: string | null;
  column_heading: string | null;
  value_state: number | null;
  holes: Hole[];
  language: string | null;
}

type Stated = StatedClaim & { readonly uuid: string };

/**
 * Finds what other articles of the workspace say as well. An index leads to the claims that share words with a claim (see the
 * migration claims-alike); those are read and compared with it as restatements within an article are.
 */
@Injectable()
export class ElsewhereLoader {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimPageLoader,
  ) {}

  /** The same page of what restates each of several claims in other articles. */
  async pages(context: RequestContext, uuids: readonly string[], query: ClaimQuery): Promise<Connection<Claim>[]> {
    const rows = await this.candidates(context, uuids);
    const chosen: Chosen[] = [];
    for (const [i, candidates] of grouped(uuids, rows, ({ parent }) => parent).entries()) {
      const own = candidates.find(({ id }) => id === uuids[i]);
      if (!own || candidates.length === 1) continue;
      // Comparing takes milliseconds for each claim; other requests go on in between.
      await setImmediate();
      for (const { uuid } of restatingOf(own, candidates)) chosen.push({ parent: own.id, claimUuid: uuid });
    }
    return this.claims.pagesOfChosen(context, uuids, chosen, query);
  }

  /** Each claim itself, and those that may restate it: looked up once each, in whatever order the rest is joined. */
  private candidates(context: RequestContext, uuids: readonly string[]): Promise<StatedRow[]> {
    return this.database.readWorkspace(context.viewer, (client) =>
      client.query<StatedRow>(
        `WITH found AS MATERIALIZED (SELECT p.parent, p.place, each.id, each.near
           FROM unnest($2::uuid[]) WITH ORDINALITY p(parent, place)
           CROSS JOIN LATERAL (SELECT p.parent AS id, 0 AS near
             UNION ALL SELECT * FROM alike_claims(p.parent, $3) WITH ORDINALITY) each)
         SELECT found.parent, c.id, c.block, c.checkable, ct.text, ct.section, ct.attribute, ct.column_heading, ct.value_state,
           ct.holes, a.language
         FROM found
         JOIN claim c ON c.workspace_id = $1 AND c.id = found.id
         ${CLAIM_TEXT_JOIN}
         JOIN article a ON a.workspace_id = $1 AND a.id = c.article_id
         ORDER BY found.place, found.near`,
        [context.viewer.workspaceId, uuids, MOST_COMPARED],
      ),
    );
  }
}

function restatingOf(own: StatedRow, candidates: readonly StatedRow[]): Stated[] {
  const language = languageOf(own.language);
  const others = candidates.filter((each) => each !== own && languageOf(each.language) === language);
  return restating(toStated(own), others.map(toStated), own.language);
}

const toStated = (row: StatedRow): Stated => ({
  uuid: row.id,
  block: named(BLOCK, row.block),
  blockIndex: 0,
  checkable: row.checkable,
  text: row.text,
  section: row.section,
  attribute: row.attribute,
  column: row.column_heading,
  valueState: named(VALUE_STATE, row.value_state),
  holes: row.holes,
});
