import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { SourceLoader } from '../sources/source.loader.js';
import { SourceImports } from './import-sources.js';
import { ImportSourcesInput, ImportSourcesPayload } from './import-sources.type.js';

@Resolver()
export class ImportSourcesResolver {
  constructor(
    private readonly imports: SourceImports,
    private readonly sources: SourceLoader,
  ) {}

  @Mutation(() => ImportSourcesPayload, {
    nullable: true,
    description:
      'Makes each record of a file a source of the workspace; one that it has is found, and stays as it is. All or none. Needs EDITOR.',
  })
  async importSources(
    @Context() context: RequestContext,
    @Args('input', { description: 'The file.' }) input: ImportSourcesInput,
  ): Promise<ImportSourcesPayload> {
    const { done, userErrors } = await this.imports.import(context.viewer, input);
    const sources = done && (await Promise.all(done.ids.map((id) => this.sources.byId(context, id))));
    return {
      sources: sources && sources.filter((source) => source !== null),
      added: done?.added ?? 0,
      userErrors: [...userErrors],
    };
  }
}
