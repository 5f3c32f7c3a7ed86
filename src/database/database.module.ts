import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.js';
import type { StartedDatabase } from './start-database.js';

const STARTED = Symbol('the started database');

/** Gives `Database` to every module, and closes it, and the embedded server, when the application ends. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(STARTED) private readonly started: StartedDatabase) {}

  static for(started: StartedDatabase): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: STARTED, useValue: started },
        { provide: Database, useValue: started.database },
      ],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.started.close();
  }
}
