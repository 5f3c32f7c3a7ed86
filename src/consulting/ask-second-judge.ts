import { Inject, Injectable } from '@nestjs/common';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { Editing, type EditorViewer, type Outcome } from '../editing/editing.js';
import { InputCheck } from '../editing/input-check.js';
import { fault, UserFault } from '../editing/user-fault.js';
import { LIMITS } from '../graphql/limits/limits.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { askedCitations, type AskedCitation } from './asked-citation.js';
import { Consulting, limitedMessage } from './consulting.js';
import { dayOf, knownAnswers, questionsSince } from './opinion.repository.js';
import type { AskSecondJudgeInput } from './second-opinion.type.js';

/** What was asked for. UUIDs. */
export interface AskedFor {
  readonly citationIds: readonly string[];
  /** Null: there is an opinion on each. */
  readonly jobId: string | null;
}

const FIELD = 'citationIds';

/** Takes people's wishes for second opinions. */
@Injectable()
export class AskSecondJudge {
  constructor(
    @Inject(Editing) private readonly editing: Editing,
    @Inject(Consulting) private readonly consulting: Consulting,
  ) {}

  /** @throws RequestError FORBIDDEN; why nothing is asked is in `userErrors` */
  ask(viewer: EditorViewer, { citationIds }: AskSecondJudgeInput): Promise<Outcome<AskedFor>> {
    return this.editing.answer(viewer, 'askSecondJudge', () => {
      const ids = idsOf(citationIds);
      return this.editing.database.withWorkspace(viewer, (connection) => this.start(connection, viewer, ids));
    });
  }

  private async start(
    connection: WorkspaceConnection,
    viewer: EditorViewer,
    ids: readonly string[],
  ): Promise<AskedFor> {
    const { workspaceId } = viewer;
    const found = await askedCitations(connection, workspaceId, ids);
    refuse(
      ids.flatMap((id, i) =>
        found.has(id) ? [] : [wrong('NOT_FOUND', 'no citation of this workspace has this id', i)],
      ),
    );
    const { settings } = this.consulting;
    if (!settings) {
      const advice = 'who runs the server can name one with OBELUS_JUDGE_URL (docs/second-judge.md)';
      throw fault('NOT_POSSIBLE', `there is no second judge; ${advice}`);
    }
    refuse(ids.flatMap((id, i) => problemOf(found.get(id) ?? null, i)));
    const asked = ids.map((id) => found.get(id)!);
    const known = await knownAnswers(connection, workspaceId, settings.model, asked);
    const open = ids.filter((id) => known.get(id)?.problem !== null);
    if (open.length === 0) return { citationIds: ids, jobId: null };
    const { dailyLimit } = settings;
    if (dailyLimit > 0 && (await questionsSince(connection, dayOf(new Date()))) >= dailyLimit) {
      throw fault('NOT_POSSIBLE', limitedMessage(settings));
    }
    return { citationIds: ids, jobId: await this.consulting.start(connection, viewer, open) };
  }
}

/** @throws UserFault EMPTY, TOO_LARGE, INVALID_INPUT */
function idsOf(citationIds: readonly string[]): string[] {
  if (citationIds.length === 0) throw fault('EMPTY', 'name at least one citation', FIELD);
  if (citationIds.length > LIMITS.items) {
    const advice = `at most ${LIMITS.items} are allowed: send them in several requests`;
    throw fault('TOO_LARGE', `there are ${citationIds.length.toLocaleString('en')} citations; ${advice}`, FIELD);
  }
  const check = new InputCheck([FIELD]);
  const ids = citationIds.map((id, i) => check.id('Citation', id, String(i)));
  check.done();
  return [...new Set(ids)];
}

const wrong = (code: UserErrorData['code'], message: string, i: number): UserErrorData => ({
  code,
  message,
  field: [FIELD, String(i)],
});

function problemOf(citation: AskedCitation | null, i: number): UserErrorData[] {
  if (citation?.state === 'GONE') return [wrong('NOT_POSSIBLE', 'its claim is not in the article any more', i)];
  if (citation?.state === 'SUGGESTED') {
    return [wrong('NOT_POSSIBLE', 'it is a proposal, and those are not compared; accept it first', i)];
  }
  if (citation && citation.state !== 'NO_SNAPSHOT') return [];
  return [wrong('NOT_POSSIBLE', 'its source has no snapshot to hold the claim beside; capture one first', i)];
}

function refuse([first, ...more]: readonly UserErrorData[]): void {
  if (first) throw new UserFault(first, ...more);
}
