/**
 * The server that most teams would write: Nest, Apollo, TypeORM's entities, a DataLoader for each thing that hangs on
 * others, one transaction a request in the program's role, after the same check of the token.
 */
import 'reflect-metadata';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { tokenCheck } from '../../servers/token-check.js';
import { ENTITIES } from './entities.js';
import { CitationResolver, ClaimResolver } from './resolvers.js';
import { RequestScope } from './scope.js';

const dataSource = await new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL!,
  entities: ENTITIES,
  poolSize: Number(process.env.POOL ?? 10),
  installExtensions: false,
  extra: { options: '-c role=obelus_app -c search_path=public -c statement_timeout=5000' },
}).initialize();
const check = tokenCheck(async (sql, values) => ({
  rows: (await dataSource.query(sql, values)) as { workspace_id: string }[],
}));

interface RequestContext {
  readonly scope: RequestScope;
}

const ending: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue }) => contextValue.scope.end(),
    }),
};

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      playground: false,
      introspection: true,
      csrfPrevention: false,
      plugins: [ending],
      context: async ({ req }: { req: { headers: { authorization?: string } } }): Promise<RequestContext> => {
        const workspace = await check(req.headers.authorization);
        if (workspace === null) throw new Error('no token, or one that is unknown');
        return { scope: new RequestScope(dataSource, workspace) };
      },
    }),
  ],
  providers: [ClaimResolver, CitationResolver],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] });
await app.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
console.log(`listening on ${await app.getUrl()}/graphql`);
