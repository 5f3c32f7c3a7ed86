import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { DueArticles } from '../findings/due-articles.js';
import { forgetAnswers } from '../graphql/idempotency/kept-answer.repository.js';
import { Jobs } from '../jobs/jobs.js';
import { passTime } from './pass-time.js';

const EACH_HOUR = '17 * * * *';

/** What time does to articles, and to the answers that are kept for those who ask again. */
@Injectable()
export class Upkeep implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DueArticles) private readonly due: DueArticles,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.due.onDue(async ({ workspaceId }, articleIds, at) => {
      for (const articleId of articleIds) {
        await this.database.withWorkspace({ workspaceId }, (connection) =>
          passTime(connection, workspaceId, articleId, at),
        );
      }
    });
    this.jobs.every(EACH_HOUR, 'forget-answers', async () => void (await forgetAnswers(this.database)));
  }
}
