import { Inject, Injectable } from '@nestjs/common';
import type { HeldClaim } from '../editing/article-state.js';
import { applyCuts, isSentence, type ClaimCut } from '../revising/claim-cuts.js';
import type { EditorViewer } from '../editing/editing.js';
import type { Continues } from '../revising/plan-revision.js';
import { cutsToRead, filledIn, spliced } from '../revising/splice-claim.js';
import { storeCuts, storeRevision } from '../revising/store-revision.js';
import { anchorsOf, stretchOf } from '../revising/text-in-input.js';
import { fault } from '../editing/user-fault.js';
import type { Article } from '../judging/evidence.js';
import { continuedClaims } from './continued-claims.js';
import { updated, type ClaimsProposal, type StandingText } from './claims-proposal.js';
import { overridesOf, type ClaimUpdate } from './claim-update.js';
import { ReadingPool } from './reading-pool.js';

/** A new text of an article, in which one claim reads as it was asked for. */
interface Rewritten {
  readonly content: string;
  readonly article: Article;
  /** Cuts of people that must be made again. */
  readonly cuts: readonly ClaimCut[];
}

/** Writes what a claim should read into the article's text, which is then read again: a new revision. */
@Injectable()
export class RewriteClaim {
  constructor(@Inject(ReadingPool) private readonly pool: ReadingPool) {}

  /** @returns null when the claim reads so already. @throws UserFault NOT_POSSIBLE where it cannot be made to */
  async propose(
    viewer: EditorViewer,
    standing: StandingText,
    held: HeldClaim,
    update: ClaimUpdate,
  ): Promise<ClaimsProposal | null> {
    const { what, text } = update.asked!;
    const { evidence } = held;
    if (isSentence(evidence) !== (what === 'text')) {
      const advice = what === 'text' ? 'a field or cell has a value' : 'a sentence has a text';
      throw fault('NOT_POSSIBLE', `${advice}: change that`, what);
    }
    if (text === (what === 'text' ? evidence.text : evidence.value)) return null;
    const { former, format } = standing;
    const made = await this.rewritten(standing, held, text);
    if (!made) {
      const why = 'the article would not read so: markup stands in the way, or other claims would change';
      throw fault('NOT_POSSIBLE', `${why}; import the corrected article instead`, what);
    }
    const overrides = overridesOf(held, update);
    const { slug, revision } = former.state.article;
    const input = {
      slug,
      content: made.content,
      format,
      url: null,
      desk: null,
      publishedAt: null,
      expectedVersion: null,
    };
    return {
      next: {
        article: made.article,
        content: made.content,
        isNew: true,
        continues: await this.continues(standing, held, made, overrides),
      },
      told: updated(held, held.overrides, overrides, { [what]: text, revision: revision + 1 }),
      claimIds: () => [held.id],
      store: async (connection, judged, told) => {
        const stored = await storeRevision(connection, viewer, input, judged, told);
        if (stored.kind === 'conflict') throw new Error('no version was expected');
        await storeCuts(connection, viewer, stored.articleId, made.cuts, judged.at);
        return stored;
      },
    };
  }

  private async rewritten(standing: StandingText, held: HeldClaim, asked: string): Promise<Rewritten | null> {
    const { former, format } = standing;
    const claims = former.state.claims.map(({ evidence }) => evidence);
    for (const content of contents(standing, held, asked)) {
      const read = await this.pool.read({ content, format, title: former.state.article.title });
      const article = applyCuts(read, former.cuts, { content, format });
      const cuts = cutsToRead(claims, held.evidence.ordinal - 1, asked, article.claims, former.cuts);
      if (cuts)
        return { content, article: applyCuts({ ...article, markers: read.markers }, cuts, { content, format }), cuts };
    }
    return null;
  }

  private async continues(
    { former }: StandingText,
    edited: HeldClaim,
    { article }: Rewritten,
    overrides: Continues['overrides'],
  ): Promise<Continues[]> {
    const held = former.state.claims;
    if (held.length === article.claims.length) {
      return held.map((each) =>
        each === edited
          ? { held: each, change: 'REWORDED', ...(overrides ? { overrides } : {}) }
          : { held: each, change: 'KEPT' },
      );
    }
    const continues = await continuedClaims(this.pool, held, article.claims);
    return continues.map((each) => (each.held === edited && overrides ? { ...each, overrides } : each));
  }
}

/** What the article's text could be. */
function contents({ former, content, format }: StandingText, { id, evidence }: HeldClaim, asked: string): string[] {
  const { span, attribute, value } = evidence;
  if (value === '') {
    // A blank cell stands where its row's label does: nobody can tell where its own place is.
    if (evidence.block !== 'FIELD') return [];
    return labelEnds(content, evidence, format).flatMap((end) =>
      filledIn(content.slice(end), asked, format).map((rest) => content.slice(0, end) + rest),
    );
  }
  const cited = former.state.citations.filter(({ claimId }) => claimId === id).flatMap(({ spans }) => spans);
  const markers = [...former.state.brokenMarkers.map((marker) => marker.span), ...cited];
  const stretch = stretchOf(content, evidence, markers, format);
  const label =
    value !== null && attribute !== null && evidence.text.startsWith(`${attribute} `) ? `${attribute} ` : '';
  return spliced(stretch, label + asked).map((text) => content.slice(0, span.start) + text + content.slice(span.end));
}

/** Where the label of a blank field may end: where the claim ends, or within it, which then takes in its empty place. */
function labelEnds(content: string, { span, text }: HeldClaim['evidence'], format: StandingText['format']): number[] {
  const last = anchorsOf(stretchOf(content, { span, text }, [], format))?.input.at(-1);
  if (!last) return [span.end];
  const closing = /^[)\]”"’']*/.exec(content.slice(span.start + last.end, span.end))![0].length;
  return [...new Set([span.end, span.start + last.end + closing])];
}
