import { notArchived } from '../articles/article.rows.js';
import { FINDING_STATE, SEVERITY, STANDING } from '../database/codes.js';
import { listArgument, textArgument, uuidArgument } from '../graphql/ids.js';
import { isOneOf, type Parameters } from '../graphql/keyset.js';
import { badInput } from '../graphql/request-error.js';
import type { Severity } from '../judging/evidence.js';
import type { FindingFilter } from './finding.type.js';

/** The rules of a filter. @throws RequestError BAD_USER_INPUT */
export const rulesArgument = (rules: readonly string[]): readonly string[] =>
  listArgument(rules, ['filter', 'rules']).map((rule) => textArgument(rule, ['filter', 'rules']));

/** The severities of a filter, as codes. @throws RequestError BAD_USER_INPUT */
export const severitiesArgument = (severities: readonly Severity[]): readonly number[] =>
  listArgument(severities, ['filter', 'severities']).map((severity) => SEVERITY.toCode[severity]);

/**
 * Conditions on a table `finding f`, of which `$1` is the workspace.
 *
 * @param which 'shown': none of archived articles, unless the filter names an article or a claim
 * @throws RequestError BAD_USER_INPUT
 */
export function findingConditions(filter: FindingFilter, parameters: Parameters, which: 'shown' | 'all'): string[] {
  const where: string[] = [];
  if (which === 'shown' && filter.articleId == null && filter.claimId == null) where.push(notArchived('f.article_id'));
  if (filter.articleId != null) {
    const article = uuidArgument('Article', filter.articleId, ['filter', 'articleId']);
    where.push(`f.article_id = ${parameters.add(article)}::uuid`);
  }
  if (filter.claimId != null) {
    const claim = uuidArgument('Claim', filter.claimId, ['filter', 'claimId']);
    where.push(`f.claim_id = ${parameters.add(claim)}::uuid`);
  }
  if (filter.rules != null) where.push(isOneOf('f.rule', rulesArgument(filter.rules), 'text', parameters));
  if (filter.severities != null) {
    where.push(isOneOf('f.severity', severitiesArgument(filter.severities), 'smallint', parameters));
  }
  if (filter.bearings != null) {
    const codes = listArgument(filter.bearings, ['filter', 'bearings']).map((bearing) => STANDING.toCode[bearing]);
    where.push(isOneOf('f.bearing', codes, 'smallint', parameters));
  }
  const { firstSeenSince: since, firstSeenBefore: before } = filter;
  if (since != null && before != null && since >= before) {
    throw badInput(['filter', 'firstSeenBefore'], 'is not after firstSeenSince; no finding is in between');
  }
  if (since != null) where.push(`f.first_seen_at >= ${parameters.add(since)}::timestamptz`);
  if (before != null) where.push(`f.first_seen_at < ${parameters.add(before)}::timestamptz`);
  const states = filter.states == null ? null : listArgument(filter.states, ['filter', 'states']);
  // The literal lets PostgreSQL use the index of open findings.
  if (!states || (states.length === 1 && states[0] === 'OPEN')) where.push('f.state = 1');
  else {
    const codes = states.map((state) => FINDING_STATE.toCode[state]);
    where.push(isOneOf('f.state', codes, 'smallint', parameters));
  }
  return where;
}
