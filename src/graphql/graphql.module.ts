import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { ConflictErrorResolver } from './conflict-error.resolver.js';
import { PassOnFilter } from './exception.filter.js';
import { graphqlOptions } from './graphql-options.js';
import { RateLimits } from './limits/rate.js';
import { NodeRegistry } from './node-registry.js';
import { Plans, PlansModule } from './plans/plans.js';
import { NodeResolver } from './node.resolver.js';

/** The GraphQL API: its server, and what all resolvers share. */
@Global()
@Module({
  imports: [
    PlansModule,
    GraphQLModule.forRootAsync<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      inject: [Config, Database, RateLimits, Plans],
      useFactory: graphqlOptions,
    }),
  ],
  providers: [NodeRegistry, NodeResolver, ConflictErrorResolver, { provide: APP_FILTER, useClass: PassOnFilter }],
  exports: [NodeRegistry, GraphQLModule],
})
export class ApiModule {}
