import { Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { FetchingModule } from '../fetching/fetching.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { Courier } from './courier.js';
import { KeyStore } from './key-store.js';

/** What delivers to webhooks; workers have it, too. */
@Module({
  imports: [JobsModule, FetchingModule],
  providers: [
    Courier,
    { provide: KeyStore, inject: [Config], useFactory: ({ webhookKey }: Config) => new KeyStore(webhookKey) },
  ],
  exports: [KeyStore],
})
export class DeliveringModule {}
