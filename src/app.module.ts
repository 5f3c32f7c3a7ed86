import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ArticlesModule } from './articles/articles.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CapturingApiModule } from './capturing/capturing-api.module.js';
import { CapturingModule } from './capturing/capturing.module.js';
import { ClaimsModule } from './claims/claims.module.js';
import { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import { ConsultingApiModule } from './consulting/consulting-api.module.js';
import { ConsultingModule } from './consulting/consulting.module.js';
import type { StartedDatabase } from './database/start-database.js';
import { EditingModule } from './editing/editing.module.js';
import { RipplesModule } from './editing/ripples.module.js';
import { EventsModule } from './events/events.module.js';
import { ExportingModule } from './exporting/exporting.module.js';
import { FindingsModule } from './findings/findings.module.js';
import { UpkeepModule } from './findings/upkeep.module.js';
import { ApiModule } from './graphql/graphql.module.js';
import { RateLimits } from './graphql/limits/rate.js';
import { HealthController } from './health/health.controller.js';
import { ImportApiModule } from './importing/import-api.module.js';
import { ImportingModule } from './importing/importing.module.js';
import { QueryingModule } from './querying/querying.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';
import { DeliveringModule } from './webhooks/delivering.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

/** Every module whose resolvers make the schema. */
export const API_MODULES = [
  ApiModule,
  WorkspacesModule,
  ArticlesModule,
  SourcesModule,
  ClaimsModule,
  FindingsModule,
  ReviewsModule,
  QueryingModule,
  EditingModule,
  ImportApiModule,
  CapturingApiModule,
  ConsultingApiModule,
  WebhooksModule,
] as const;

/** Every module that has jobs to do. */
const WORK_MODULES = [
  EventsModule,
  UpkeepModule,
  RipplesModule,
  ImportingModule,
  CapturingModule,
  ConsultingModule,
  DeliveringModule,
] as const;

/** The program: the one list of all modules. */
@Global()
@Module({ controllers: [HealthController] })
export class AppModule {
  static for(config: Config, started: StartedDatabase): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TelemetryModule.for('server'),
        DatabaseModule.for(started),
        AuthModule,
        ...API_MODULES,
        ExportingModule,
        ...WORK_MODULES,
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: RateLimits, useValue: new RateLimits(config) },
      ],
      exports: [Config, RateLimits],
    };
  }
}

/** What does jobs, without the API. */
@Global()
@Module({})
export class WorkerModule {
  static for(config: Config, started: StartedDatabase): DynamicModule {
    return {
      module: WorkerModule,
      imports: [TelemetryModule.for('worker'), DatabaseModule.for(started), ...WORK_MODULES],
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}
