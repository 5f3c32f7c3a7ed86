import type { Database, WorkspaceScope } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Happening } from '../events/event.repository.js';
import type { Change } from '../judging/again.js';
import {
  unreadState,
  type ArticleState,
  type HeldArticle,
  type HeldCitation,
  type HeldClaim,
  type HeldReference,
  type HeldSource,
} from './article-state.js';
import type { CitationCount } from '../sources/reference.repository.js';
import type { Touched } from './judge-again.js';
import { makeChange } from './make-change.js';
import { recountedTally } from './tally.js';
import { holdArticle, loadArticle, type ClaimScope, type Locator, type Scope } from './load-article.js';
import { fault } from './user-fault.js';
import type { Effect } from './write-judgement.js';
import { writeRest } from './write-rest.js';

/** Who changes something; a member, or null for what happens by itself. */
export type Actor = WorkspaceScope & { readonly memberId: string | null };

export interface ChangeOptions<T, A = void> {
  /**
   * Which claims are needed; null for a change that no rule looks at: then nothing is read, and nothing judged. A function
   * where it takes a look to know.
   */
  readonly scope: Scope | null | ((connection: WorkspaceConnection) => Promise<Scope | null>);
  /** Nothing is written, not even to the history, when it turns out to have no effect. */
  readonly silent?: boolean;
  /** What else must be read; it is asked for together with the article's own. */
  readonly also?: (connection: WorkspaceConnection) => Promise<A>;
  /** Changes of an article that was archived are refused, unless this is set. */
  readonly archived?: 'allowed';
  /** Looks at what would become of it; then all is undone. */
  readonly preview?: ((connection: WorkspaceConnection, changed: Changed<T>) => Promise<void>) | undefined;
}

export interface Changed<T> {
  readonly result: T;
  readonly articleId: string;
  readonly effect: Effect;
  /** As it is after the change, and still held: for another change of it in the same transaction. */
  readonly article: HeldArticle;
}

/** A change that is not made yet: of which article, and what is done to it. */
export interface Plan<T, A = void> {
  readonly locator: Locator;
  /** What the caller calls the thing that it named, for the error when there is none: "claimId". */
  readonly name: string;
  readonly options: ChangeOptions<T, A>;
  readonly work: (edit: Edit, also: A) => Promise<T> | T;
  /** How it is made along with others of its article; null or left out: it is made by itself. */
  readonly together?: Together<T> | null;
}

/**
 * A change that can be made to the state of an article that others have changed, before any of that is written. What it
 * does to the state is what its statements do to the rows, in objects of its own, and it sends none of them itself but for
 * reading: when it throws, nothing is left of it.
 */
export interface Together<T> {
  readonly scope: ClaimScope;
  /** A source that is held as it is until the transaction ends; null: none. */
  readonly sourceId: string | null;
  readonly work: (edit: Edit, source: HeldSource | null) => Promise<T> | T;
}

/**
 * Changes an article: takes its lock, loads what is needed, lets the plan's `work` change that, judges again what it
 * touched, and writes findings, standings, totals and events, all in one transaction.
 *
 * @throws UserFault, which undoes everything
 */
export async function changeArticle<T, A = void>(
  database: Database,
  actor: Actor,
  { locator, name, options, work }: Plan<T, A>,
): Promise<Changed<T>> {
  const change = async (connection: WorkspaceConnection): Promise<Changed<T>> => {
    const article = await holdArticle(connection, actor.workspaceId, locator);
    checkHeld(article, name, options.archived);
    const changed = await changeHeld(connection, actor, article, options, work);
    if (!options.preview) return changed;
    await options.preview(connection, changed);
    throw new RolledBack(changed);
  };
  try {
    return await database.withWorkspace(actor, change);
  } catch (error) {
    if (error instanceof RolledBack) return error.changed as Changed<T>;
    throw error;
  }
}

/** @throws UserFault NOT_FOUND for no article, NOT_POSSIBLE for one that was archived */
export function checkHeld(
  article: HeldArticle | null,
  name: string,
  archived: 'allowed' | undefined,
): asserts article is HeldArticle {
  if (!article) throw fault('NOT_FOUND', 'nothing in this workspace has this id; it may be gone', name);
  if (article.archivedAt && archived !== 'allowed') {
    throw fault('NOT_POSSIBLE', `the article "${article.slug}" is archived; import it again to take it up`, name);
  }
}

/** Carries out of a transaction what would have become of it. */
class RolledBack extends Error {
  constructor(readonly changed: Changed<unknown>) {
    super('rolled back on purpose');
  }
}

/**
 * The same for an article that is held already, in the transaction of `connection`.
 *
 * @param at the time that it happens at
 */
export async function changeHeld<T, A = void>(
  connection: WorkspaceConnection,
  actor: Actor,
  article: HeldArticle,
  { scope: needed, also, silent }: Pick<ChangeOptions<T, A>, 'scope' | 'also' | 'silent'>,
  work: (edit: Edit, also: A) => Promise<T> | T,
  at = new Date(),
): Promise<Changed<T>> {
  const scope = typeof needed === 'function' ? await needed(connection) : needed;
  const [state, more] = await Promise.all([
    scope === null ? unreadState(article) : loadArticle(connection, actor.workspaceId, article, scope, at),
    also?.(connection) as Promise<A>,
  ]);
  const edit = new Edit(connection, actor, state, at);
  const made = await makeChange(edit, (each) => work(each, more), { isJudged: scope !== null, silent });
  const { rest } = made;
  const written = made.write();
  // What a source would clear is counted in what was written; of very much, some is sent late.
  if (rest?.totals?.missing) await written;
  await Promise.all([written, rest && writeRest(connection, actor.workspaceId, [rest])]);
  return made.changed;
}

/** What happened, but for who did it and when. */
export type EditHappening = Omit<Happening, 'actorId' | 'at'>;

/** A change of one article under way. */
export class Edit {
  readonly happenings: EditHappening[] = [];
  readonly counts: CitationCount[] = [];
  private readonly writes: (() => Promise<unknown>)[] = [];
  private readonly changed = new Map<Change, Set<string>>();
  private all = false;

  constructor(
    readonly connection: WorkspaceConnection,
    readonly actor: Actor,
    readonly state: ArticleState,
    readonly at: Date,
  ) {}

  get workspaceId(): string {
    return this.actor.workspaceId;
  }

  get touched(): Touched {
    return this.all ? 'everything' : this.changed;
  }

  /** Nothing happened, and there is nothing to write. */
  get isNothing(): boolean {
    return this.happenings.length + this.writes.length + this.counts.length === 0;
  }

  /** @throws UserFault NOT_FOUND */
  claim(id: string, name: string): HeldClaim {
    const found = this.state.claims.find((each) => each.id === id);
    if (!found) throw fault('NOT_FOUND', 'no claim that stands has this id; it went with an earlier revision', name);
    return found;
  }

  /** @throws UserFault NOT_FOUND */
  citation(id: string, name: string): HeldCitation {
    const found = this.state.citations.find((each) => each.id === id);
    if (!found) throw fault('NOT_FOUND', 'no citation has this id; it may be detached', name);
    return found;
  }

  reference(id: string): HeldReference {
    return this.state.references.find((each) => each.id === id)!;
  }

  /** Says that claims are to be judged again, for a change of what rules read of them. */
  touch(change: Change, claimIds: Iterable<string>): void {
    const known = this.changed.get(change) ?? new Set<string>();
    for (const id of claimIds) known.add(id);
    this.changed.set(change, known);
  }

  /** Says that all is to be judged again, relations of claims too; the scope must have been 'all'. */
  touchAll(): void {
    this.all = true;
  }

  /** Counts the totals anew instead of adding to them; the scope must have been 'all'. */
  recountTally(): void {
    this.state.tally = recountedTally(this.state);
  }

  /** A statement that is sent with the others, when the change is complete. */
  write(statement: () => Promise<unknown>): void {
    this.writes.push(statement);
  }

  /** Adds to how many citations a reference has, which is written after all else. */
  count(counted: CitationCount): void {
    this.counts.push(counted);
  }

  /** Goes to the article's history. */
  happen(happening: EditHappening): void {
    this.happenings.push(happening);
  }

  /** Sends what was to be written, in order, without waiting in between. */
  flush(): Promise<unknown> {
    return Promise.all(this.writes.map((statement) => statement()));
  }
}
