import { revisionText } from '../articles/article.repository.js';
import type { WorkspaceConnection, WorkspaceScope } from '../database/database.js';
import type { HeldClaim, Overrides } from '../editing/article-state.js';
import type { FormerArticle } from '../revising/former-article.js';
import type { NextText, PlannedRevision } from '../revising/plan-revision.js';
import type { JudgedArticle, Told } from '../revising/store-revision.js';
import { fault } from '../editing/user-fault.js';
import type { Effect } from '../editing/write-judgement.js';
import type { ArticleFormat } from '../judging/evidence.js';
import type { Notice } from '../reading/notice.js';
import type { Ask } from './revise-article.js';

/** What became of claims that people changed. UUIDs. */
export interface ClaimsEdited {
  readonly claimIds: readonly string[];
  /** Null: the text stayed. */
  readonly revisionId: string | null;
  readonly effect: Effect;
  readonly notices: readonly Notice[];
}

/** An article that stands, with its newest text. */
export interface StandingText {
  readonly former: FormerArticle;
  readonly content: string;
  readonly format: ArticleFormat;
}

/** A change of an article's claims, ready to be judged and stored. */
export interface ClaimsProposal {
  readonly next: NextText;
  readonly told: Told;
  /** Which claims it is about. */
  claimIds(plan: PlannedRevision): string[];
  /** @returns the revision that it made, if any */
  store(
    connection: WorkspaceConnection,
    judged: JudgedArticle,
    told: Told,
  ): Promise<Pick<ClaimsEdited, 'revisionId' | 'notices'>>;
}

/**
 * The article that a claim stands in.
 *
 * @param name of the input's field, for errors
 * @throws UserFault NOT_FOUND, NOT_POSSIBLE for an archived article
 */
export async function standing(
  { workspaceId }: WorkspaceScope,
  former: FormerArticle | null,
  ask: Ask,
  name: string,
): Promise<StandingText> {
  if (!former) throw fault('NOT_FOUND', 'nothing in this workspace has this id; it may be gone', name);
  const { article } = former.state;
  if (article.archivedAt) {
    throw fault('NOT_POSSIBLE', `the article "${article.slug}" is archived; import it again to take it up`, name);
  }
  return { former, ...(await ask((connection) => revisionText(connection, workspaceId, article.revisionId))) };
}

/** @throws UserFault NOT_FOUND */
export function heldClaim({ former }: StandingText, id: string, name: string): HeldClaim {
  const held = former.state.claims.find((each) => each.id === id);
  if (!held) throw fault('NOT_FOUND', 'no claim that stands has this id; it went with an earlier revision', name);
  return held;
}

/** What the history says of a claim that was marked or reworded. */
export function updated(
  held: HeldClaim,
  before: Overrides,
  after: Overrides,
  more: Record<string, unknown> = {},
): Told {
  const { text } = held.evidence;
  const subject = { kind: 'claim.updated' as const, subjectType: 'Claim', subjectId: held.id };
  return { ...subject, before: { text, ...before }, after: { text, ...after, ...more } };
}
