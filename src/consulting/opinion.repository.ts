import { v7 as uuid } from 'uuid';
import { SUPPORT_LABEL } from '../database/codes.js';
import { wellFormed, wellFormedJson } from '../database/well-formed.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { placeIn } from '../judging/comparing/snapshot.js';
import { PROMPT_VERSION } from './prompt.js';
import type { Answer } from './second-judge.js';

/** What is asked: the same question has the same answer. */
export interface QuestionKey {
  readonly citationId: string;
  /** See `AskedCitation.about`. */
  readonly about: string;
  readonly model: string;
}

/** An answer that there is. */
export interface KnownAnswer {
  /** Why it is no opinion; null: it is one. */
  readonly problem: string | null;
  readonly askedAt: Date;
}

/**
 * Whether nothing is to be asked anew.
 *
 * @param wishedAt when a person asked for an opinion: an answer before that which is none is not enough; null: nobody did
 */
export const isEnough = ({ problem, askedAt }: KnownAnswer, wishedAt: Date | null): boolean =>
  problem === null || wishedAt === null || askedAt >= wishedAt;

/** The answers that there are to what would be asked now, by the citation's id: the newest opinion, else the newest of the others. */
export async function knownAnswers(
  connection: WorkspaceConnection,
  workspaceId: string,
  model: string,
  asked: readonly { readonly id: string; readonly about: string }[],
): Promise<Map<string, KnownAnswer>> {
  const rows = await connection.query<KnownAnswer & { id: string }>(
    `SELECT DISTINCT ON (o.citation_id) o.citation_id AS id, o.problem, o.asked_at AS "askedAt"
     FROM unnest($2::uuid[], $3::text[]) AS u (id, about)
     JOIN second_opinion o ON o.workspace_id = $1 AND o.citation_id = u.id AND o.about = u.about
     WHERE o.model = $4 AND o.prompt_version = $5
     ORDER BY o.citation_id, o.label IS NULL, o.asked_at DESC`,
    [workspaceId, asked.map(({ id }) => id), asked.map(({ about }) => about), model, PROMPT_VERSION],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many questions were asked since a time, in all workspaces. */
export async function questionsSince(connection: WorkspaceConnection, since: Date): Promise<number> {
  const [row] = await connection.query<{ n: number }>('SELECT questions_since($1)::integer AS n', [since]);
  return row!.n;
}

/** The beginning of a day, UTC. */
export const dayOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));

/** Held by whoever counts questions to ask one more: the ones before are in what it counts. */
const COUNTING = 6_014_027;

/** How a question is asked. */
export interface Beginning {
  /** Questions a day, of all workspaces; 0: as many as wanted. */
  readonly limit: number;
  /** How long nobody else asks the same. */
  readonly heldMs: number;
  readonly at: Date;
  /** When a person asked for it; null: nobody did. */
  readonly wishedAt: Date | null;
}

/**
 * Writes down that a question is asked, before it is: it counts whatever comes of it.
 *
 * @returns the question's id; the answer that there is by now; HELD: somebody asks it just now; LIMITED: the day has no more of them
 */
export async function beginQuestion(
  connection: WorkspaceConnection,
  workspaceId: string,
  { citationId, about, model }: QuestionKey,
  { limit, heldMs, at, wishedAt }: Beginning,
): Promise<{ readonly id: string } | { readonly known: KnownAnswer } | 'HELD' | 'LIMITED'> {
  await connection.query('SELECT pg_advisory_xact_lock($1)', [COUNTING]);
  const open = await connection.query(
    `SELECT 1 FROM judge_question WHERE workspace_id = $1 AND citation_id = $2 AND about = $3 AND model = $4
       AND prompt_version = $5 AND ended_at IS NULL AND held_until > $6`,
    [workspaceId, citationId, about, model, PROMPT_VERSION, at],
  );
  if (open.length > 0) return 'HELD';
  // After the open ones: a question ends in the transaction that keeps its answer.
  const known = (await knownAnswers(connection, workspaceId, model, [{ id: citationId, about }])).get(citationId);
  if (known && isEnough(known, wishedAt)) return { known };
  if (limit > 0 && (await questionsSince(connection, dayOf(at))) >= limit) return 'LIMITED';
  const id = uuid();
  await connection.query(
    `INSERT INTO judge_question (workspace_id, id, citation_id, about, model, prompt_version, asked_at, held_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, id, citationId, about, model, PROMPT_VERSION, at, new Date(at.getTime() + heldMs)],
  );
  return { id };
}

/** Says that a question has ended, and what it took where it was answered. */
export async function endQuestion(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  answer: Pick<Answer, 'inputTokens' | 'outputTokens' | 'cost'> | null,
): Promise<void> {
  await connection.query(
    `UPDATE judge_question SET ended_at = now(), input_tokens = $3, output_tokens = $4, cost = $5
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, answer?.inputTokens ?? null, answer?.outputTokens ?? null, answer?.cost ?? null],
  );
}

/** An answer, with what it was asked about. */
export interface NewOpinion extends QuestionKey {
  readonly answer: Answer;
  readonly snapshot: { readonly id: string; readonly text: string };
  readonly isWhole: boolean;
  readonly askedBy: string | null;
  readonly askedAt: Date;
}

/** Keeps an answer, unless its citation is gone since. */
export async function keepOpinion(
  connection: WorkspaceConnection,
  workspaceId: string,
  { citationId, about, model, answer, snapshot, isWhole, askedBy, askedAt }: NewOpinion,
): Promise<void> {
  const { opinion } = answer;
  const quotes = (opinion?.quotes ?? []).map((span) => placeIn({ name: snapshot.id, text: snapshot.text }, span));
  await connection.query(
    `INSERT INTO second_opinion (workspace_id, id, citation_id, about, model, answered_by, prompt_version, whole, label,
       confidence, rationale, problem, quotes, input_tokens, output_tokens, cost, asked_by, asked_at)
     SELECT ci.workspace_id, $2::uuid, ci.id, $4, $5, $6, $7::integer, $8::boolean, $9::smallint, $10::real, $11, $12, $13::jsonb,
       $14::integer, $15::integer, $16::float8, $17::uuid, $18::timestamptz
     FROM citation ci WHERE ci.workspace_id = $1 AND ci.id = $3 FOR KEY SHARE`,
    [
      workspaceId,
      uuid(),
      citationId,
      about,
      model,
      answer.model && wellFormed(answer.model),
      PROMPT_VERSION,
      isWhole,
      opinion && SUPPORT_LABEL.toCode[opinion.label],
      opinion?.confidence ?? null,
      opinion && wellFormed(opinion.rationale),
      answer.problem && wellFormed(answer.problem),
      wellFormedJson(quotes),
      answer.inputTokens,
      answer.outputTokens,
      answer.cost,
      askedBy,
      askedAt,
    ],
  );
}
