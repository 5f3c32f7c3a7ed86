import { isDeepStrictEqual } from 'node:util';
import { tellErrored } from '../findings/errored-rules.js';
import { RELATIONS_VERSION } from '../judging/relations.js';
import { reading } from '../telemetry/instruments.js';
import { secondsSince } from '../telemetry/registry.js';
import type { ArticleState } from './article-state.js';
import type { Changed, Edit, EditHappening } from './change-article.js';
import { judgeAgain, type Rejudged } from './judge-again.js';
import { settleComparisons } from './settle-comparisons.js';
import { isOtherwise, stateAfter } from './state-after.js';
import type { Rest } from './write-rest.js';
import { planJudgement, scheduleJudged, type Effect } from './write-judgement.js';

/** A change that is made to the state of an article, judged, and not written yet. */
export interface Made<T> {
  readonly changed: Changed<T>;
  /** The article with it: what reading it anew would give, once it is written. */
  readonly state: ArticleState;
  /** What is written after it, for several changes at once; null: nothing. */
  readonly rest: Rest | null;
  /** Sends all of it but the rest, in order, without waiting in between. */
  write(): Promise<unknown>;
}

export interface MakeOptions {
  /** Whether any rule looks at it, and the state was read. */
  readonly isJudged: boolean;
  /** Nothing is to be written when it turns out to have no effect. */
  readonly silent?: boolean | undefined;
}

const NO_EFFECT: Effect = { opened: [], fixed: [], standings: [] };

/** Lets `work` change the state of an article, and judges again what that touched. @throws UserFault */
export async function makeChange<T>(
  edit: Edit,
  work: (edit: Edit) => Promise<T> | T,
  { isJudged, silent }: MakeOptions,
): Promise<Made<T>> {
  const { connection, workspaceId, at, actor } = edit;
  const { article } = edit.state;
  const result = await work(edit);
  if (isJudged) await settleComparisons(edit);
  const rejudged = isJudged ? judged(edit) : null;
  const changed = { result, articleId: article.id, effect: NO_EFFECT, article };
  if (rejudged === null ? edit.isNothing : silent === true && !hasEffect(rejudged)) {
    // Nothing else is to be seen of it, but what was due is not due again.
    const write = async (): Promise<void> => {
      if (rejudged !== null) await scheduleJudged(connection, workspaceId, edit.state, rejudged, at);
    };
    return { changed, state: edit.state, rest: null, write };
  }
  const planned = rejudged && (await planJudgement(connection, workspaceId, edit.state, rejudged, at));
  const effect = planned?.effect ?? NO_EFFECT;
  const happenings = edit.happenings.map((each, i) => (i === 0 ? withEffect(each, effect) : each));
  const events = happenings.map((each) => ({ ...each, actorId: actor.memberId, at }));
  const eventSeq = article.eventSeq + events.length;
  const relationsVersion = isJudged ? RELATIONS_VERSION : article.relationsVersion;
  const after = { ...article, eventSeq, relationsVersion };
  return {
    changed: { ...changed, effect, article: after },
    state: {
      ...(rejudged && planned ? stateAfter(edit.state, rejudged, planned.openedIds, at) : edit.state),
      article: after,
    },
    rest: {
      from: article.eventSeq,
      after,
      events,
      counts: edit.counts,
      judgedIds: planned?.judgedIds ?? [],
      totals: planned?.totals ?? null,
      at,
    },
    write: () => Promise.all([edit.flush(), planned?.send()]),
  };
}

function judged({ state, touched, at }: Edit): Rejudged {
  const start = performance.now();
  const rejudged = judgeAgain(state, touched, at);
  reading.duration.observe({ task: 'judge again' }, secondsSince(start));
  tellErrored(`article ${state.article.id}`, rejudged.errored);
  return rejudged;
}

function hasEffect({ opened, fixed, altered, claims }: Rejudged): boolean {
  if (opened.length + fixed.length + altered.length > 0) return true;
  return claims.some(
    (each) => isOtherwise(each) || (each.relations !== null && !isDeepStrictEqual(each.relations, each.held.relations)),
  );
}

/** What followed from a change stands in its event: who listens need not ask. */
const withEffect = (happening: EditHappening, effect: Effect): EditHappening => ({
  ...happening,
  after: { ...happening.after, ...effect },
});
