import { canTouch, type Change, type Place } from '../judging/again.js';
import type { Article, Claim, Standing } from '../judging/evidence.js';
import {
  judgeArticle,
  judgePart,
  standingAndRank,
  type ErroredRule,
  type Finding,
  type RuleNotAssessed,
} from '../judging/judge.js';
import { groupsOf, type ClaimRelations } from '../judging/relations.js';
import type { RuleMeta } from '../judging/rule.js';
import { rulesetOf } from '../plugins/installed-rules.js';
import type { ArticleState, HeldClaim, HeldFinding } from './article-state.js';
import { articleOf, knownOf } from './evidence-of.js';

/** What was changed: ids of claims, by what of them; or so much that all is judged. */
export type Touched = ReadonlyMap<Change, ReadonlySet<string>> | 'everything';

/** How one claim stands after a change. */
export interface JudgedClaim {
  readonly held: HeldClaim;
  readonly standing: Standing;
  readonly rank: number;
  readonly notAssessed: readonly RuleNotAssessed[];
  /** Null: as they were. */
  readonly relations: ClaimRelations | null;
  /** When time alone can next change what the rules say; null: it was not worked out, and stays as it was. */
  readonly due: { readonly at: Date | null } | null;
}

/** What a change did to what is found in an article. */
export interface Rejudged {
  /** All that were judged, also those that stand as before. */
  readonly claims: readonly JudgedClaim[];
  readonly opened: readonly (Finding & { readonly claimId: string | null })[];
  readonly fixed: readonly HeldFinding[];
  /** Found before and found again, and told in other words now, or waived or no longer so. */
  readonly altered: readonly { readonly held: HeldFinding; readonly finding: Omit<Finding, 'claim'> }[];
  /** Rules that failed: their claims say that they were not assessed. */
  readonly errored: readonly ErroredRule[];
}

/**
 * Judges again what a change touched. The state is as it is after the change, its findings and standings as they were
 * before.
 *
 * @param asOf of claims that are to be judged as of another time than `now`, by their ordinals
 * @throws RulesetError when the stored configuration of the rules is wrong
 */
export function judgeAgain(
  state: ArticleState,
  touched: Touched,
  now: Date,
  asOf?: ReadonlyMap<number, Date>,
): Rejudged {
  const article = articleOf(state);
  const options = { ruleset: rulesetOf(state.ruleset), waived: state.waived, now, ...(asOf ? { asOf } : {}) };
  // Of an article that had to be loaded whole nothing is known but its texts.
  if (touched === 'everything' || state.complete) {
    const { findings, claims, errored } = judgeArticle(article, options);
    const byOrdinal = new Map(claims.map((each) => [each.ordinal, each]));
    const compared = compare(
      state,
      article,
      findings,
      () => true,
      (held) => {
        const { notAssessed, relations, dueAt } = byOrdinal.get(held.evidence.ordinal)!;
        return { notAssessed, relations, due: { at: dueAt } };
      },
    );
    return { ...compared, errored };
  }
  const places = placesOf(state, touched);
  const part = judgePart(article, knownOf(state, article), (claim) => touchedOf(claim, places), options);
  const ordinalOf = new Map(state.claims.map(({ id, evidence }) => [id, evidence.ordinal]));
  // In the order in which all of them would be asked.
  const placeOf = new Map(options.ruleset.rules.map(({ rule }, i) => [rule.meta.id, i]));
  const asked = ({ claimId, rule }: HeldFinding): boolean =>
    part.asked.get(claimId === null ? null : ordinalOf.get(claimId)!)?.has(rule) ?? false;
  const compared = compare(state, article, part.findings, asked, (held) => {
    const rules = part.asked.get(held.evidence.ordinal);
    if (!rules) return null;
    const kept = held.notAssessed.filter(({ rule }) => !rules.has(rule));
    const notAssessed = [...kept, ...(part.notAssessed.get(held.evidence.ordinal) ?? [])].sort(
      (a, b) => (placeOf.get(a.rule) ?? 0) - (placeOf.get(b.rule) ?? 0),
    );
    return { notAssessed, relations: null, due: { at: part.dueAt.get(held.evidence.ordinal) ?? null } };
  });
  return { ...compared, errored: part.errored };
}

type Places = ReadonlyMap<number | null, readonly (readonly [Change, Place])[]>;

/** How each claim at hand, and the article, stands to those that were changed. */
function placesOf(state: ArticleState, touched: Exclude<Touched, 'everything'>): Places {
  const places = new Map<number | null, (readonly [Change, Place])[]>();
  for (const [change, ids] of touched) {
    const changed = state.claims.filter(({ id }) => ids.has(id));
    const blocks = new Set(changed.map(({ evidence }) => evidence.blockIndex));
    const groups = new Set(changed.flatMap(({ relations }) => groupsOf(relations)));
    const add = (ordinal: number | null, place: Place): void => {
      const known = places.get(ordinal);
      if (known) known.push([change, place]);
      else places.set(ordinal, [[change, place]]);
    };
    add(null, 'article');
    for (const { id, evidence, relations } of state.claims) {
      if (ids.has(id)) add(evidence.ordinal, 'changed');
      else if (blocks.has(evidence.blockIndex)) add(evidence.ordinal, 'same paragraph');
      if (!ids.has(id) && groupsOf(relations).some((group) => groups.has(group))) add(evidence.ordinal, 'restatement');
    }
  }
  return places;
}

function touchedOf(claim: Claim | null, places: Places): ((meta: RuleMeta) => boolean) | null {
  const own = places.get(claim?.ordinal ?? null);
  return own ? (meta) => own.some(([change, place]) => canTouch(meta, change, place)) : null;
}

/**
 * @param article the state as the rules see it
 * @param asked whether a finding is answered anew; others stay as they are
 * @param judged what is new about a claim besides its findings; null when it was not judged
 */
function compare(
  state: ArticleState,
  article: Article,
  found: readonly Finding[],
  asked: (finding: HeldFinding) => boolean,
  judged: (held: HeldClaim) => Pick<JudgedClaim, 'notAssessed' | 'relations' | 'due'> | null,
): Omit<Rejudged, 'errored'> {
  const claimIds = new Map(state.claims.map(({ id, evidence }) => [evidence.ordinal, id]));
  const before = new Map(state.findings.filter(asked).map((held) => [held.fingerprint, held]));
  const opened: Rejudged['opened'][number][] = [];
  const altered: Rejudged['altered'][number][] = [];
  for (const { claim, ...finding } of found) {
    const held = before.get(finding.fingerprint);
    before.delete(finding.fingerprint);
    const claimId = claim === null ? null : claimIds.get(claim)!;
    if (!held) opened.push({ ...finding, claim, claimId });
    else if (!isSame(held, finding)) altered.push({ held, finding });
  }
  const fixed = [...before.values()];
  const gone = new Set(fixed);
  const now = new Map<HeldFinding, Omit<Finding, 'claim'>>(altered.map(({ held, finding }) => [held, finding]));
  const standing = Map.groupBy(
    [
      ...state.findings
        .filter((held) => !gone.has(held))
        .map((held) => ({ ...(now.get(held) ?? rewaived(held, state)), claimId: held.claimId })),
      ...opened,
    ],
    ({ claimId }) => claimId,
  );
  const marked = new Set(state.findings.filter((held) => isWaiverChanged(held, state)).map(({ claimId }) => claimId));
  return {
    opened,
    fixed,
    altered: [...altered, ...waivedOrLifted(state, asked)],
    claims: state.claims.flatMap((held, i) => {
      const anew = judged(held);
      if (!anew && !marked.has(held.id)) return [];
      const own = standingAndRank(article, article.claims[i]!, standing.get(held.id) ?? []);
      const { notAssessed, relations, due } = anew ?? { notAssessed: held.notAssessed, relations: null, due: null };
      return [{ held, ...own, notAssessed, relations, due }];
    }),
  };
}

const isWaiverChanged = (held: HeldFinding, state: ArticleState): boolean =>
  held.waived !== state.waived.has(held.fingerprint);

const rewaived = (held: HeldFinding, state: ArticleState): HeldFinding => ({
  ...held,
  waived: state.waived.has(held.fingerprint),
});

/** Findings that were not asked about, and whose waiver began or ended. */
function waivedOrLifted(state: ArticleState, asked: (finding: HeldFinding) => boolean): Rejudged['altered'] {
  return state.findings
    .filter((held) => !asked(held) && isWaiverChanged(held, state))
    .map((held) => ({ held, finding: rewaived(held, state) }));
}

function isSame(held: HeldFinding, finding: Omit<Finding, 'claim'>): boolean {
  return (
    held.message === finding.message &&
    held.remedy === finding.remedy &&
    held.severity === finding.severity &&
    held.bearing === finding.bearing &&
    held.waived === finding.waived &&
    held.line === finding.line &&
    held.span?.start === finding.span?.start &&
    held.span?.end === finding.span?.end
  );
}
