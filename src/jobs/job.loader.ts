import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JOB_STATE } from '../database/codes.js';
import { Database } from '../database/database.js';
import { identity } from '../graphql/ids.js';
import { rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { Columns, named } from '../graphql/rows.js';
import type { Job } from './job.type.js';

interface JobRow {
  id: string;
  kind: string;
  state: number;
  done: number;
  total: number | null;
  error: string | null;
}

const JOB_COLUMNS = new Columns<JobRow>('j_', {
  id: 'j.id',
  kind: 'j.kind',
  state: 'j.state',
  done: 'j.done',
  total: 'j.total',
  error: 'j.error',
});

/** Reads how far jobs are. */
@Injectable()
export class JobLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Job', (context, uuid) => this.byId(context, uuid));
  }

  byId(context: RequestContext, uuid: string): Promise<Job | null> {
    return batched<string, Job | null>(context, 'job', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, JOB_COLUMNS, 'job j', 'j', ids);
      return rows.map((row) => row && toJob(row));
    }).load(uuid);
  }
}

const toJob = (row: JobRow): Job => ({
  ...identity('Job', row.id),
  kind: row.kind,
  state: named(JOB_STATE, row.state),
  done: row.done,
  total: row.total,
  error: row.error,
});
