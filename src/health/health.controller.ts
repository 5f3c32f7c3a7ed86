import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../database/database.js';
import { rulesFingerprint } from '../plugins/installed-rules.js';

/** For those who run the server. Open to all, so nothing about the inside is told. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process runs and answers. */
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /**
   * Requests can be answered: the database is there, and so are the tables. While nothing can be written but replicas
   * answer queries, that is said, with the same status. `rules` is the same for processes that judge by the same rules.
   */
  @Get('readyz')
  async ready(): Promise<Readiness> {
    try {
      await this.database.outsideWorkspaces('SELECT FROM workspace LIMIT 0', [], { isRead: true });
    } catch {
      throw new ServiceUnavailableException();
    }
    const { canWrite, replicas } = this.database.servers;
    return { status: canWrite ? 'ok' : 'read-only', rules: rulesFingerprint(), ...(replicas ? { replicas } : {}) };
  }
}

interface Readiness {
  readonly status: 'ok' | 'read-only';
  readonly rules: string;
  /** Servers to read from beside the primary, where there are some. */
  readonly replicas?: { readonly inUse: number; readonly of: number };
}
