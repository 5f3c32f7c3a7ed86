import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Database } from '../database/database.js';
import { badInput } from '../graphql/request-error.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { Member } from '../workspaces/workspace.type.js';
import { snapshotWithText } from './snapshot.repository.js';
import { Snapshot } from './source.type.js';

/** So much of a text is answered at once, in UTF-16 units. */
const LONGEST_PART = 20_000;

@Resolver(() => Snapshot)
export class SnapshotResolver {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceLoader,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who captured it; null: the program did by itself.' })
  capturedBy(@Context() context: RequestContext, @Parent() snapshot: Snapshot): null | Promise<Member | null> {
    return snapshot.capturedByUuid === null ? null : this.workspaces.memberById(context, snapshot.capturedByUuid);
  }

  @ResolveField(() => String, {
    description: `A part of its text, at most ${LONGEST_PART.toLocaleString('en')} UTF-16 units; as much of the beginning when no place is named.`,
  })
  async text(
    @Context() context: RequestContext,
    @Parent() snapshot: Snapshot,
    @Args('start', { type: () => Int, nullable: true, description: 'Where it begins, from 0.' }) start?: number | null,
    @Args('end', { type: () => Int, nullable: true, description: 'Where it ends.' }) end?: number | null,
  ): Promise<string> {
    const from = start ?? 0;
    const to = end ?? from + LONGEST_PART;
    if (from < 0 || to < from) throw badInput(['start'], 'a part begins at 0 or later, and ends behind its beginning');
    if (to - from > LONGEST_PART) throw badInput(['end'], `ask for ${LONGEST_PART} UTF-16 units at most`);
    const text = await this.whole(context, snapshot.uuid);
    // Half of a surrogate pair is no text.
    return text.slice(from, to).toWellFormed();
  }

  /** One after the other: each can have megabytes. */
  private whole(context: RequestContext, uuid: string): Promise<string> {
    return batched<string, string>(context, 'text of a snapshot', async (ids) => {
      const texts: string[] = [];
      for (const id of ids) {
        const found = await this.database.readWorkspace(context.viewer, (connection) =>
          snapshotWithText(connection, context.viewer.workspaceId, id),
        );
        texts.push(found?.text ?? '');
      }
      return texts;
    }).load(uuid);
  }
}
