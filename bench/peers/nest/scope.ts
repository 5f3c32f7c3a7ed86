import DataLoader from 'dataloader';
import { In, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { SEVERITY, STANCE } from '../../../src/database/codes.js';
import { toGlobalId } from '../../../src/graphql/global-id.js';
import { Article, Citation, Finding, Source } from './entities.js';
import type { CitationType, FindingType } from './types.js';

/** One request: a transaction that sees one workspace, and the loaders that ask within it. */
export class RequestScope {
  private begun: Promise<QueryRunner> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    readonly workspaceId: string,
  ) {}

  async manager(): Promise<EntityManager> {
    this.begun ??= this.begin();
    return (await this.begun).manager;
  }

  async end(): Promise<void> {
    if (!this.begun) return;
    const runner = await this.begun;
    await runner.commitTransaction();
    await runner.release();
  }

  readonly articles = new DataLoader<string, Article>((ids) => this.byId(Article, ids));
  readonly sources = new DataLoader<string, Source>((ids) => this.byId(Source, ids));

  readonly citations = new DataLoader<string, CitationType[]>(async (claimIds) => {
    const manager = await this.manager();
    const rows = await manager.find(Citation, {
      where: { workspaceId: this.workspaceId, claimId: In([...claimIds]) },
      relations: { reference: true },
      order: { ordinal: 'ASC', id: 'ASC' },
    });
    const byClaim = Map.groupBy(rows, ({ claimId }) => claimId);
    return claimIds.map((id) =>
      (byClaim.get(id) ?? []).map(({ id: own, stance, reference }) => ({
        id: toGlobalId('Citation', own),
        number: reference.number,
        stance: STANCE.fromCode(stance),
        sourceId: reference.sourceId,
      })),
    );
  });

  readonly findings = new DataLoader<string, FindingType[]>(async (claimIds) => {
    const manager = await this.manager();
    const rows = await manager.find(Finding, {
      where: { workspaceId: this.workspaceId, claimId: In([...claimIds]), state: 1 },
      order: { severity: 'ASC', id: 'ASC' },
    });
    const byClaim = Map.groupBy(rows, ({ claimId }) => claimId);
    return claimIds.map((id) =>
      (byClaim.get(id) ?? []).map(({ id: own, severity, message, rule }) => ({
        id: toGlobalId('Finding', own),
        severity: SEVERITY.fromCode(severity),
        message,
        rule: { id: rule },
      })),
    );
  });

  private async begin(): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(`SELECT set_config('obelus.workspace', $1, true)`, [this.workspaceId]);
    return runner;
  }

  private async byId<T extends Article | Source>(entity: new () => T, ids: readonly string[]): Promise<T[]> {
    const manager = await this.manager();
    const rows = await manager
      .createQueryBuilder(entity, 'e')
      .where('e.workspaceId = :workspace AND e.id IN (:...ids)', { workspace: this.workspaceId, ids })
      .getMany();
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id)!);
  }
}
