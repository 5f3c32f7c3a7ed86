import type { Article, Claim } from '../judging/evidence.js';
import { citationOf, isCited, referenceOf } from '../editing/evidence-of.js';
import type { FormerArticle } from './former-article.js';

/**
 * The newest text of an article as it was read, its claims cut as people did: without what editors added to it. Of its
 * markers those that claims cite by are left out.
 */
export function standingArticle({ state }: Pick<FormerArticle, 'state'>): Article {
  const { title, titleSpan, titleLine, language, hasReferenceList } = state.article;
  const references = new Map(state.references.map((each) => [each.id, each]));
  const cited = Map.groupBy(
    state.citations.filter(isCited).filter(({ createdBy, spans }) => createdBy === null || spans.length > 0),
    ({ claimId }) => claimId,
  );
  const ofText = state.references.filter(({ text, markerCount }) => text !== null || markerCount > 0);
  return {
    title,
    titleSpan,
    titleLine,
    language,
    hasReferenceList,
    markers: state.brokenMarkers,
    references: ofText.map((each) => referenceOf(each.defined ? { ...each, source: null } : each, state)),
    claims: state.claims.map(({ id, evidence, read }): Claim => ({
      ...evidence,
      ...read,
      citations: (cited.get(id) ?? []).map((each) => citationOf(each, references.get(each.referenceId)!, state)),
    })),
  };
}
