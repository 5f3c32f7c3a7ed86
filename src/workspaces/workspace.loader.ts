import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ROLE } from '../database/codes.js';
import { Database } from '../database/database.js';
import { identity } from '../graphql/ids.js';
import type { Connection, Page } from '../graphql/connection.js';
import { sqlOrder, textKey, uuidKey } from '../graphql/keyset.js';
import { readPageOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { Columns, named } from '../graphql/rows.js';
import type { Ruleset, RulesetConfig } from '../judging/ruleset.js';
import { rulesetOf } from '../plugins/installed-rules.js';
import type { Member, Workspace } from './workspace.type.js';

interface WorkspaceRow {
  name: string;
  created_at: Date;
  ruleset: RulesetConfig;
}

interface MemberRow {
  id: string;
  name: string;
  email: string | null;
  role: number;
  version: number;
  created_at: Date;
  removed_at: Date | null;
}

const toMember = (row: MemberRow): Member => ({
  ...identity('Member', row.id),
  name: row.name,
  role: named(ROLE, row.role),
  version: row.version,
  createdAt: row.created_at,
  removedAt: row.removed_at,
  address: row.email,
});

/** By name. */
export const MEMBER_ORDER = sqlOrder('members', [textKey('m.name'), uuidKey('m.id')]);

const MEMBER_COLUMNS = new Columns<MemberRow>('m_', {
  id: 'm.id',
  name: 'm.name',
  email: 'm.email',
  role: 'm.role',
  version: 'm.version',
  created_at: 'm.created_at',
  removed_at: 'm.removed_at',
});

/** Reads the caller's workspace and its members. */
@Injectable()
export class WorkspaceLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Member', (context, uuid) => this.memberById(context, uuid));
    this.registry.register('Workspace', async (context, uuid) =>
      uuid === context.viewer.workspaceId ? this.workspace(context) : null,
    );
  }

  async workspace(context: RequestContext): Promise<Workspace> {
    const { name, created_at } = await this.row(context);
    return { ...identity('Workspace', context.viewer.workspaceId), name, createdAt: created_at };
  }

  /** Which rules the workspace runs, and how severe each is there. */
  async ruleset(context: RequestContext): Promise<Ruleset> {
    return rulesetOf((await this.row(context)).ruleset);
  }

  memberById(context: RequestContext, uuid: string): Promise<Member | null> {
    return batched<string, Member | null>(context, 'member', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, MEMBER_COLUMNS, 'member m', 'm', ids);
      return rows.map((row) => row && toMember(row));
    }).load(uuid);
  }

  /** Those who were not removed. */
  members(context: RequestContext, page: Page): Promise<Connection<Member>> {
    const where = ['m.workspace_id = $1', 'm.removed_at IS NULL'];
    const source = { alias: 'm', from: 'member m', columns: MEMBER_COLUMNS.list(), where };
    return readPageOf(
      this.database,
      context.viewer,
      () => source,
      MEMBER_ORDER,
      page,
      (row) => toMember(MEMBER_COLUMNS.read(row)),
    );
  }

  private row(context: RequestContext): Promise<WorkspaceRow> {
    return batched<string, WorkspaceRow>(context, 'workspace', async ([id]) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<WorkspaceRow>('SELECT name, created_at, ruleset FROM workspace WHERE id = $1', [id]),
      );
      return rows;
    }).load(context.viewer.workspaceId);
  }
}
