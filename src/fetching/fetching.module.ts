import { Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Fetcher } from './fetcher.js';

/** The way out to the web. */
@Module({
  providers: [{ provide: Fetcher, inject: [Config], useFactory: ({ fetching }: Config) => new Fetcher(fetching) }],
  exports: [Fetcher],
})
export class FetchingModule {}
