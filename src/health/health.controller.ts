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
   * Requests can be answered: the database is there, and so are the tables. `rules` is the same for processes that judge by
   * the same rules.
   */
  @Get('readyz')
  async ready(): Promise<{ status: string; rules: string }> {
    try {
      await this.database.outsideWorkspaces('SELECT FROM workspace LIMIT 0');
    } catch {
      throw new ServiceUnavailableException();
    }
    return { status: 'ok', rules: rulesFingerprint() };
  }
}
