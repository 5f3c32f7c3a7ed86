import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Database } from '../database/database.js';
import { uuidArgument } from '../graphql/ids.js';
import type { RequestContext } from '../graphql/request-context.js';
import { RequestError } from '../graphql/request-error.js';
import { ReadingError, ReadingPool } from '../importing/reading-pool.js';
import { JobLoader } from '../jobs/job.loader.js';
import { snapshotBefore, snapshotWithText } from '../sources/snapshot.repository.js';
import { SourceLoader } from '../sources/source.loader.js';
import { Snapshot } from '../sources/source.type.js';
import { Captures } from './captures.js';
import { CaptureSnapshotInput, CaptureSnapshotPayload, SnapshotChanges } from './capture.type.js';

@Resolver(() => Snapshot)
export class SnapshotCaptureResolver {
  constructor(
    private readonly captures: Captures,
    private readonly sources: SourceLoader,
    private readonly jobs: JobLoader,
    private readonly database: Database,
    private readonly pool: ReadingPool,
  ) {}

  @Mutation(() => CaptureSnapshotPayload, {
    nullable: true,
    description:
      'Keeps the text of a source as it is now, given or fetched from its address; the claims that cite it are compared with it. Needs CHECKER.',
  })
  async captureSnapshot(
    @Context() context: RequestContext,
    @Args('input', { description: 'The source, and its text.' }) input: CaptureSnapshotInput,
  ): Promise<CaptureSnapshotPayload> {
    const { done, userErrors } = await this.captures.capture(context.viewer, input);
    const [source, snapshot, job] = await Promise.all([
      done && this.sources.byId(context, done.sourceId),
      done?.snapshotId ? this.sources.snapshotById(context, done.snapshotId) : null,
      done?.jobId ? this.jobs.byId(context, done.jobId) : null,
    ]);
    return { source, snapshot, job, isNew: done?.isNew ?? null, userErrors: [...userErrors] };
  }

  @ResolveField(() => SnapshotChanges, {
    nullable: true,
    description: 'What changed since another snapshot of the source; null: this is the first.',
  })
  async changes(
    @Context() context: RequestContext,
    @Parent() snapshot: Snapshot,
    @Args('since', {
      type: () => ID,
      nullable: true,
      description: 'The other snapshot; when left out, the one before.',
    })
    since?: string | null,
  ): Promise<SnapshotChanges | null> {
    const { viewer } = context;
    const named = since == null ? null : uuidArgument('Snapshot', since, ['since']);
    const both = await this.database.readWorkspace(viewer, async (connection) => {
      const later = await snapshotWithText(connection, viewer.workspaceId, snapshot.uuid);
      if (!later) return null;
      const id = named ?? (await snapshotBefore(connection, viewer.workspaceId, later));
      const earlier = id === null ? null : await snapshotWithText(connection, viewer.workspaceId, id);
      if (named !== null && earlier?.sourceId !== later.sourceId) {
        throw new RequestError('BAD_USER_INPUT', 'since: no snapshot of the same source has this id');
      }
      return earlier && { earlier, later };
    });
    if (!both) return null;
    const other = await this.sources.snapshotById(context, both.earlier.id);
    try {
      const found = await this.pool.diff({ before: both.earlier.text, after: both.later.text });
      return { since: other!, changes: [...found.passages], total: found.total, isFine: found.isFine };
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      throw new RequestError('QUERY_TIMEOUT', 'to compare the two texts took too long; try again later');
    }
  }
}
