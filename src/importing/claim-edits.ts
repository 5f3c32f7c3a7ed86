import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '../auth/roles.js';
import type { WorkspaceConnection } from '../database/database.js';
import type { HeldClaim } from '../editing/article-state.js';
import { languageOf } from '../languages/languages.js';
import { CutClaims, isSentence, type ClaimCut } from '../revising/claim-cuts.js';
import { Editing, type EditorViewer, type Outcome } from '../editing/editing.js';
import type { FormerArticle } from '../revising/former-article.js';
import { InputCheck } from '../editing/input-check.js';
import type { Continues } from '../revising/plan-revision.js';
import { standingArticle } from '../revising/standing-article.js';
import { storeMarks, type JudgedArticle, type Told } from '../revising/store-revision.js';
import { currentOf, expectVersion, fault, UserFault } from '../editing/user-fault.js';
import type { Effect } from '../editing/write-judgement.js';
import type { MergeClaimsInput, SplitClaimInput, UpdateClaimInput } from './claim-edits.type.js';
import { checkUpdate, overridesOf, type ClaimUpdate } from './claim-update.js';
import { userErrorOf } from './import-article.js';
import { ReviseArticle } from './revise-article.js';
import { RewriteClaim } from './rewrite-claim.js';
import {
  heldClaim,
  standing,
  updated,
  type ClaimsEdited,
  type ClaimsProposal,
  type StandingText,
} from './claims-proposal.js';

const MOST_MERGED = 50;

/** Changes of claims: what they say, what they are, and where one ends and the next begins. */
@Injectable()
export class ClaimEdits {
  constructor(
    @Inject(Editing) private readonly editing: Editing,
    @Inject(ReviseArticle) private readonly revise: ReviseArticle,
    @Inject(RewriteClaim) private readonly rewrite: RewriteClaim,
  ) {}

  update(viewer: EditorViewer, input: UpdateClaimInput): Promise<Outcome<ClaimsEdited>> {
    return this.edit(viewer, 'updateClaim', 'claimId', () => {
      const update = checkUpdate(input);
      return {
        claimId: update.claimId,
        propose: async (text) => {
          const held = heldClaim(text, update.claimId, 'claimId');
          expectVersion(currentOf('Claim', held), input.expectedVersion);
          const rewritten = update.asked && (await this.rewrite.propose(viewer, text, held, update));
          return rewritten ?? this.mark(viewer, text, held, update);
        },
      };
    });
  }

  split(viewer: EditorViewer, input: SplitClaimInput): Promise<Outcome<ClaimsEdited>> {
    return this.edit(viewer, 'splitClaim', 'claimId', () => {
      const check = new InputCheck();
      const claimId = check.id('Claim', input.claimId, 'claimId');
      check.done();
      return {
        claimId,
        propose: (text) => {
          const held = heldClaim(text, claimId, 'claimId');
          expectVersion(currentOf('Claim', held), input.expectedVersion);
          checkSentence(held, 'claimId');
          const length = held.evidence.text.length;
          if (input.at <= 0 || input.at >= length) {
            throw fault('INVALID_INPUT', `is not inside the text, which has ${length} characters`, 'at');
          }
          const cut = { texts: [held.evidence.text], at: input.at, twin: twinOf(text.former, held) };
          return this.cut(viewer, text, [held], cut, 'at');
        },
      };
    });
  }

  merge(viewer: EditorViewer, input: MergeClaimsInput): Promise<Outcome<ClaimsEdited>> {
    return this.edit(viewer, 'mergeClaims', 'claimIds', () => {
      const check = new InputCheck();
      const ids = input.claimIds.map((id) => check.id('Claim', id, 'claimIds'));
      if (ids.length < 2) check.wrong('claimIds', 'name at least two claims');
      else if (ids.length > MOST_MERGED)
        check.wrong('claimIds', `${ids.length} claims; at most ${MOST_MERGED}`, 'TOO_LARGE');
      else if (new Set(ids).size < ids.length) check.wrong('claimIds', 'a claim cannot be merged with itself');
      check.done();
      return {
        claimId: ids[0]!,
        propose: (text) => {
          const { claims } = text.former.state;
          const first = heldClaim(text, ids[0]!, 'claimIds');
          expectVersion(currentOf('Claim', first), input.expectedVersion);
          const merged = claims.filter(({ id }) => ids.includes(id));
          if (merged.length < ids.length) {
            throw fault('NOT_POSSIBLE', 'all of them must be claims of one article that stand', 'claimIds');
          }
          for (const each of merged) checkSentence(each, 'claimIds');
          const from = claims.indexOf(merged[0]!);
          const isRun = merged.every(
            (each, i) => each === claims[from + i] && each.evidence.blockIndex === merged[0]!.evidence.blockIndex,
          );
          if (!isRun) throw fault('NOT_POSSIBLE', 'only neighbours of one paragraph can be merged', 'claimIds');
          const texts = merged.map(({ evidence }) => evidence.text);
          return this.cut(viewer, text, merged, { texts, at: null, twin: twinOf(text.former, merged[0]!) }, 'claimIds');
        },
      };
    });
  }

  private edit(
    viewer: EditorViewer,
    action: Action,
    name: string,
    prepare: () => { claimId: string; propose: (text: StandingText) => ClaimsProposal | Promise<ClaimsProposal> },
  ): Promise<Outcome<ClaimsEdited>> {
    return this.editing.answer(viewer, action, async () => {
      const { claimId, propose } = prepare();
      let proposal: ClaimsProposal | null = null;
      const run = this.revise.run(viewer, {
        locator: { claim: claimId },
        propose: async (former, ask) => {
          proposal = await propose(await standing(viewer, former, ask, name));
          return proposal.next;
        },
        store: async (connection, judged): Promise<ClaimsEdited> => {
          const { told, store, claimIds } = proposal!;
          const effect = effectOf(judged);
          const ids = claimIds(judged.plan);
          const stored = await store(connection, judged, {
            ...told,
            after: { ...told.after, claimIds: ids, ...effect },
          });
          return { ...stored, claimIds: ids, effect };
        },
      });
      return await run.catch(asFault);
    });
  }

  /** Overrules the reader; the text stays. */
  private mark(viewer: EditorViewer, text: StandingText, held: HeldClaim, update: ClaimUpdate): ClaimsProposal {
    const { former, content } = text;
    const overrides = overridesOf(held, update);
    const continues = former.state.claims.map((each): Continues => ({
      held: each,
      change: 'KEPT',
      ...(each === held ? { overrides } : {}),
    }));
    return {
      next: { article: standingArticle(former), continues, content, isNew: false },
      told: updated(held, held.overrides, overrides),
      claimIds: () => [held.id],
      store: (connection, judged, told) => keepText(connection, viewer, judged, [], content, told),
    };
  }

  private cut(
    viewer: EditorViewer,
    { former, content, format }: StandingText,
    held: readonly HeldClaim[],
    cut: ClaimCut,
    name: string,
  ): ClaimsProposal {
    const article = standingArticle(former);
    const cutting = new CutClaims(article.claims, {
      content,
      format,
      markers: article.markers,
      language: languageOf(article.language),
    });
    if (!cutting.apply(cut)) {
      throw fault(
        'NOT_POSSIBLE',
        'the text cannot be cut there; both parts need words, and markup may stand in between',
        name,
      );
    }
    const result = cutting.result();
    const { claims } = former.state;
    const isCut = ({ of }: { readonly of: readonly number[] }): boolean => held.includes(claims[of[0]!]!);
    const seen = new Set<HeldClaim>();
    const continues = result.map((each): Continues => {
      const madeOf = each.of.map((i) => claims[i]!);
      const [first] = madeOf as [HeldClaim];
      if (!isCut(each)) return { held: first, change: 'KEPT' };
      if (seen.has(first)) return { held: null, change: 'ADDED', madeOf };
      seen.add(first);
      return { held: first, change: 'REWORDED', madeOf };
    });
    const places = [...result.keys()].filter((i) => isCut(result[i]!));
    const texts = places.map((i) => result[i]!.claim.text);
    return {
      next: { article: { ...article, claims: result.map(({ claim }) => claim) }, continues, content, isNew: false },
      told: {
        kind: cut.at === null ? 'claim.merged' : 'claim.split',
        subjectType: 'Claim',
        subjectId: held[0]!.id,
        before: { claimIds: held.map(({ id }) => id), texts: cut.texts },
        after: { texts },
      },
      claimIds: (plan) => places.map((i) => plan.claims[i]!.to.id),
      store: (connection, judged, told) => keepText(connection, viewer, judged, [cut], content, told),
    };
  }
}

async function keepText(
  connection: WorkspaceConnection,
  viewer: EditorViewer,
  judged: JudgedArticle,
  cuts: readonly ClaimCut[],
  content: string,
  told: Told,
): Promise<Pick<ClaimsEdited, 'revisionId' | 'notices'>> {
  const { former } = judged;
  if (!former) throw new Error('claims stand in an article');
  await storeMarks(connection, viewer, { cuts, content }, { ...judged, former }, told);
  return { revisionId: null, notices: [] };
}

function checkSentence(held: HeldClaim, name: string): void {
  if (isSentence(held.evidence)) return;
  throw fault('NOT_POSSIBLE', 'a field or cell is one answer; only sentences are split and merged', name);
}

function twinOf({ state }: FormerArticle, held: HeldClaim): number {
  const before = state.claims.slice(0, state.claims.indexOf(held));
  return before.filter(({ evidence }) => isSentence(evidence) && evidence.text === held.evidence.text).length;
}

function effectOf({ plan, findings }: JudgedArticle): Effect {
  return {
    opened: findings.opened.map(({ id }) => id),
    fixed: findings.fixed.map(({ id }) => id),
    standings: plan.claims.flatMap(({ from }, i) => {
      const { standing: to } = findings.judgement.claims[i]!;
      return from && from.standing !== to ? [{ claimId: from.id, from: from.standing, to }] : [];
    }),
  };
}

function asFault(error: unknown): never {
  const told = userErrorOf(error);
  throw told ? new UserFault(told) : error;
}
