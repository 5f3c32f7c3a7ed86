import type { JudgeSettings } from '../config/judge-settings.js';
import type { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { JobOwner } from '../jobs/jobs.js';
import { judge as instruments } from '../telemetry/instruments.js';
import { askedCitations, questionOf, type AskedCitation, type ReadyQuestion } from './asked-citation.js';
import { comparedFrom, settleDoubt } from './doubtful.repository.js';
import { JudgeError } from './judge-error.js';
import {
  beginQuestion,
  endQuestion,
  isEnough,
  keepOpinion,
  knownAnswers,
  type KnownAnswer,
} from './opinion.repository.js';
import type { Answer, SecondJudge } from './second-judge.js';

/**
 * What became of asking about a citation.
 *
 * - ANSWERED, UNUSABLE: it was asked, or was before; the answer is kept, and the latter is no opinion
 * - HELD: somebody else asks the same just now
 * - LIMITED: the day has no more questions
 * - PENDING: claim and source are still to be compared
 * - NOTHING: there is nothing to ask about, and why
 */
export type Outcome =
  | { readonly kind: 'ANSWERED' | 'LIMITED' }
  | { readonly kind: 'HELD' }
  | { readonly kind: 'PENDING' }
  | { readonly kind: 'UNUSABLE' | 'NOTHING'; readonly why: string };

/** Who asks, and with what. */
export interface Desk {
  readonly database: Pick<Database, 'readWorkspace' | 'withWorkspace'>;
  readonly judge: Pick<SecondJudge, 'ask'>;
  readonly settings: Pick<JudgeSettings, 'model' | 'timeoutMs' | 'dailyLimit'>;
}

/** For tries after failures and the waits between them, in milliseconds. */
const RETRIES_MS = 60_000;
/** From the end of a question until somebody else may ask the same, in milliseconds: it is written down in between. */
const WRITING_MS = 5_000;

/** How long one question may take, tries after failures included, in milliseconds. */
export const questionMs = ({ timeoutMs }: Desk['settings']): number => timeoutMs + RETRIES_MS;

/** What is known before it is asked: that it need not be, or what is asked. */
type Before =
  | { readonly outcome: Outcome; readonly madeFrom: string | null }
  | { readonly outcome: null; readonly citation: AskedCitation; readonly question: ReadyQuestion };

/**
 * Asks the second judge about a citation, unless it has answered the same already, and keeps what it says beside the citation.
 * Nothing else is changed. It is safe to do twice, and at the same time.
 *
 * @param wishedAt when a person asked for it: what could not be used before that is asked anew; null: nobody did, and what a
 *   person reviewed is left alone
 * @throws JudgeError when there is no answer; the signal's reason
 */
export async function askAbout(
  desk: Desk,
  owner: JobOwner,
  citationId: string,
  wishedAt: Date | null,
  signal: AbortSignal,
): Promise<Outcome> {
  const { database, settings } = desk;
  const { workspaceId } = owner;
  const settle = (madeFrom: string | null): Promise<void> =>
    database.withWorkspace(owner, (connection) => settleDoubt(connection, { workspaceId, citationId }, madeFrom));
  const before = await database.readWorkspace(owner, (connection) =>
    lookBefore(connection, workspaceId, citationId, settings.model, wishedAt),
  );
  if (before.outcome) {
    const { outcome, madeFrom } = before;
    await settle(madeFrom);
    return outcome;
  }
  const { citation, question } = before;
  const askedAt = new Date();
  const begun = await database.withWorkspace(owner, (connection) =>
    beginQuestion(
      connection,
      workspaceId,
      { citationId, about: citation.about, model: settings.model },
      { limit: settings.dailyLimit, heldMs: questionMs(settings) + WRITING_MS, at: askedAt, wishedAt },
    ),
  );
  if (begun === 'LIMITED') instruments.questions.inc({ outcome: 'limited' });
  if (typeof begun === 'string') return { kind: begun };
  if ('known' in begun) {
    await settle(citation.madeFrom);
    return outcomeOf(begun.known);
  }
  const answer = await answerTo(desk, owner, begun.id, question, signal);
  instruments.questions.inc({ outcome: answer.opinion ? 'answered' : 'unusable' });
  await database.withWorkspace(owner, async (connection) => {
    await keep(connection, owner, { citation, question, answer, askedAt, model: settings.model });
    await endQuestion(connection, workspaceId, begun.id, answer);
    await settleDoubt(connection, { workspaceId, citationId }, citation.madeFrom);
  });
  return answer.opinion ? { kind: 'ANSWERED' } : { kind: 'UNUSABLE', why: answer.problem };
}

async function lookBefore(
  connection: WorkspaceConnection,
  workspaceId: string,
  citationId: string,
  model: string,
  wishedAt: Date | null,
): Promise<Before> {
  const citation = (await askedCitations(connection, workspaceId, [citationId])).get(citationId) ?? null;
  // A citation that leads nowhere any more may have been compared before.
  const madeFrom = citation ? citation.madeFrom : await comparedFrom(connection, { workspaceId, citationId });
  const known = (outcome: Outcome): Before => ({ outcome, madeFrom });
  const nothing = (why: string): Before => known({ kind: 'NOTHING', why });
  if (!citation || citation.state === 'GONE') return nothing('it is not in its article any more');
  if (citation.state === 'SUGGESTED') return nothing('it is a proposal, and those are not compared');
  if (citation.state === 'NO_SNAPSHOT') return nothing('its source has no snapshot');
  // Who compares it says anew whether it is to be asked about.
  if (citation.state === 'PENDING') return known({ kind: 'PENDING' });
  if (wishedAt === null && citation.isSettled) return nothing('a person reviewed it, or its article is archived');
  const answer = (await knownAnswers(connection, workspaceId, model, [citation])).get(citationId);
  if (answer && isEnough(answer, wishedAt)) return known(outcomeOf(answer));
  const question = await questionOf(connection, workspaceId, citation);
  if (!question) return nothing('its source is long, and in a language that is not compared');
  return { outcome: null, citation, question };
}

const outcomeOf = ({ problem }: KnownAnswer): Outcome =>
  problem === null ? { kind: 'ANSWERED' } : { kind: 'UNUSABLE', why: problem };

/** @throws JudgeError; the signal's reason: the question has ended then, too */
async function answerTo(
  { database, judge, settings }: Desk,
  owner: JobOwner,
  id: string,
  { asked }: ReadyQuestion,
  signal: AbortSignal,
): Promise<Answer> {
  const clock = AbortSignal.timeout(questionMs(settings));
  try {
    return await judge.ask(asked, AbortSignal.any([signal, clock]));
  } catch (error) {
    await database.withWorkspace(owner, (connection) => endQuestion(connection, owner.workspaceId, id, null));
    signal.throwIfAborted();
    instruments.questions.inc({ outcome: 'failed' });
    if (!clock.aborted) throw error;
    const detail = `no answer within ${questionMs(settings) / 1000} s`;
    throw new JudgeError('AWAY', 'the second judge took too long', detail);
  }
}

interface Got {
  readonly citation: AskedCitation;
  readonly question: ReadyQuestion;
  readonly answer: Answer;
  readonly askedAt: Date;
  readonly model: string;
}

function keep(
  connection: WorkspaceConnection,
  { workspaceId, memberId }: JobOwner,
  { citation, question, answer, askedAt, model }: Got,
): Promise<void> {
  const { asked, snapshotId } = question;
  return keepOpinion(connection, workspaceId, {
    citationId: citation.id,
    about: citation.about,
    model,
    answer,
    snapshot: { id: snapshotId, text: asked.text },
    isWhole: asked.isWhole,
    askedBy: memberId,
    askedAt,
  });
}
