import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { ROLE } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { identity } from '../graphql/ids.js';
import { sqlOrder, timeKey, uuidKey } from '../graphql/keyset.js';
import { readPageOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { Columns, named } from '../graphql/rows.js';
import type { Token } from './token.type.js';

interface TokenRow {
  id: string;
  member_id: string;
  name: string;
  role: number;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** All but the hash. */
const TOKEN_COLUMNS = new Columns<TokenRow>('t_', {
  id: 't.id',
  member_id: 't.member_id',
  name: 't.name',
  role: 't.role',
  created_at: 't.created_at',
  expires_at: 't.expires_at',
  revoked_at: 't.revoked_at',
  last_used_at: 't.last_used_at',
});

/** The newest first. */
export const TOKEN_ORDER = sqlOrder('tokens', [timeKey('t.created_at'), uuidKey('t.id')], true);

const toToken = (row: TokenRow): Token => ({
  ...identity('Token', row.id),
  name: row.name,
  role: named(ROLE, row.role),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  lastUsedAt: row.last_used_at,
  memberUuid: row.member_id,
});

/** Own tokens are for everybody to see, those of others for ADMIN. */
const maySee = ({ role, memberId }: Viewer, whose: string): boolean => role === 'ADMIN' || memberId === whose;

/** Reads tokens, without what they are. */
@Injectable()
export class TokenLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Token', (context, uuid) => this.byId(context, uuid));
  }

  /** Null for one that the caller may not see, too. */
  byId(context: RequestContext, uuid: string): Promise<Token | null> {
    return batched<string, Token | null>(context, 'token', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, TOKEN_COLUMNS, 'api_token t', 't', ids);
      return rows.map((row) => row && (maySee(context.viewer, row.member_id) ? toToken(row) : null));
    }).load(uuid);
  }

  /** @param of the member whose tokens to list; null: all that the caller may see */
  page({ viewer }: RequestContext, of: string | null, page: Page): Promise<Connection<Token>> {
    const only = [...(of === null ? [] : [of]), ...(viewer.role === 'ADMIN' ? [] : [viewer.memberId])];
    return readPageOf(
      this.database,
      viewer,
      (parameters) => ({
        alias: 't',
        from: 'api_token t',
        columns: TOKEN_COLUMNS.list(),
        where: ['t.workspace_id = $1', ...only.map((id) => `t.member_id = ${parameters.add(id)}::uuid`)],
      }),
      TOKEN_ORDER,
      page,
      (row) => toToken(TOKEN_COLUMNS.read(row)),
    );
  }
}
