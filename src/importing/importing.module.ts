import { Module } from '@nestjs/common';
import { FetchingModule } from '../fetching/fetching.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ImportArticle } from './import-article.js';
import { ReadingPool } from './reading-pool.js';
import { ReviseArticle } from './revise-article.js';

/** From an upload or an address to a stored revision. */
@Module({
  imports: [JobsModule, FetchingModule],
  providers: [ImportArticle, ReviseArticle, { provide: ReadingPool, useFactory: () => new ReadingPool() }],
  exports: [ImportArticle, ReviseArticle, ReadingPool],
})
export class ImportingModule {}
