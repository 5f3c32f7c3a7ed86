import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VERDICT } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Finding } from '../findings/finding.type.js';
import { identity } from '../graphql/ids.js';
import type { KeyedRow } from '../graphql/keyset.js';
import { rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, inOrder, type RequestContext } from '../graphql/request-context.js';
import { Columns, named } from '../graphql/rows.js';
import type { Verdict, Waiver } from './review.type.js';

interface WaiverRow {
  id: string;
  article_id: string;
  fingerprint: string;
  reason: string;
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
}

const WAIVER_COLUMNS = new Columns<WaiverRow>('w_', {
  id: 'w.id',
  article_id: 'w.article_id',
  fingerprint: 'w.fingerprint',
  reason: 'w.reason',
  created_by: 'w.created_by',
  created_at: 'w.created_at',
  expires_at: 'w.expires_at',
});

const toWaiver = (row: WaiverRow): Waiver => ({
  ...identity('Waiver', row.id),
  reason: row.reason,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  createdByUuid: row.created_by,
});

interface VerdictRow {
  id: string;
  claim_id: string;
  value: number;
  text: string;
  created_by: string;
  created_at: Date;
}

const VERDICT_COLUMNS = new Columns<VerdictRow>('v_', {
  id: 'v.id',
  claim_id: 'v.claim_id',
  value: 'v.value',
  text: 'v.text',
  created_by: 'v.created_by',
  created_at: 'v.created_at',
});

const toVerdict = (row: VerdictRow): Verdict => ({
  ...identity('Verdict', row.id),
  value: named(VERDICT, row.value),
  text: row.text,
  createdAt: row.created_at,
  createdByUuid: row.created_by,
});

/** Reads waivers and verdicts, many at a time. */
@Injectable()
export class ReviewLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Waiver', (context, uuid) => this.waiverById(context, uuid));
    this.registry.register('Verdict', (context, uuid) => this.verdictById(context, uuid));
  }

  waiverById(context: RequestContext, uuid: string): Promise<Waiver | null> {
    return batched<string, Waiver | null>(context, 'waiver', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, WAIVER_COLUMNS, 'waiver w', 'w', ids);
      return rows.map((row) => row && toWaiver(row));
    }).load(uuid);
  }

  verdictById(context: RequestContext, uuid: string): Promise<Verdict | null> {
    return batched<string, Verdict | null>(context, 'verdict', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, VERDICT_COLUMNS, 'verdict v', 'v', ids);
      return rows.map((row) => row && toVerdict(row));
    }).load(uuid);
  }

  /** The waiver in force that a finding falls under; null when none does. */
  waiverOf(context: RequestContext, finding: Finding): Promise<Waiver | null> {
    return batched<Finding, Waiver | null>(
      context,
      'waiver of a finding',
      async (findings) => {
        const rows = await this.database.readWorkspace(context.viewer, (client) =>
          client.query<KeyedRow>(
            `SELECT DISTINCT ON (w.article_id, w.fingerprint) ${WAIVER_COLUMNS.list().join(', ')}
             FROM unnest($2::uuid[], $3::text[]) p(article_id, fingerprint)
             JOIN waiver w ON w.workspace_id = $1 AND w.article_id = p.article_id AND w.fingerprint = p.fingerprint
             WHERE w.lifted_at IS NULL AND (w.expires_at IS NULL OR w.expires_at > now())
             ORDER BY w.article_id, w.fingerprint, w.created_at DESC, w.id`,
            [
              context.viewer.workspaceId,
              findings.map((each) => each.articleUuid),
              findings.map((each) => each.fingerprint),
            ],
          ),
        );
        const found = new Map(
          rows.map((row) => WAIVER_COLUMNS.read(row)).map((row) => [`${row.article_id} ${row.fingerprint}`, row]),
        );
        return findings.map((each) => {
          const row = found.get(placeOfFinding(each));
          return row ? toWaiver(row) : null;
        });
      },
      placeOfFinding,
    ).load(finding);
  }

  /** The verdict on a claim as its text stands; null when nobody has reached one. */
  verdictOf(context: RequestContext, claimUuid: string): Promise<Verdict | null> {
    return batched<string, Verdict | null>(context, 'verdict on a claim', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow>(
          `SELECT ${VERDICT_COLUMNS.list().join(', ')} FROM verdict v
           WHERE v.workspace_id = $1 AND v.claim_id = ANY($2::uuid[]) AND v.outdated_at IS NULL`,
          [context.viewer.workspaceId, ids],
        ),
      );
      const read = rows.map((row) => VERDICT_COLUMNS.read(row));
      return inOrder(ids, read, (row) => row.claim_id).map((row) => row && toVerdict(row));
    }).load(claimUuid);
  }
}

const placeOfFinding = (finding: Finding): string => `${finding.articleUuid} ${finding.fingerprint}`;
