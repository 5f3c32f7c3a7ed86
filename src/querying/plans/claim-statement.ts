import { ARTICLE_COLUMNS } from '../../articles/article.rows.js';
import { CLAIM_TEXT_COLUMNS } from '../../claims/claim.rows.js';
import { FINDING_STATE, type FindingState } from '../../database/codes.js';
import type { Page } from '../../graphql/connection.js';
import { keyName, numberedRows, Parameters, type SqlOrder } from '../../graphql/keyset.js';
import { PUBLISHER_COLUMNS, SOURCE_COLUMNS } from '../../sources/source.rows.js';
import { citationJoins, claimJoins } from '../claim-joins.js';
import { claimSource, type ClaimQuery } from '../claim-page.loader.js';
import type { ClaimParts } from './claim-parts.js';

/** Which claims, and what of their findings. */
export interface PlannedQuery extends Pick<ClaimQuery, 'filter' | 'unsupported'> {
  readonly order: SqlOrder;
  readonly page: Page;
  /** As many as `ClaimParts.states`. */
  readonly states: readonly (FindingState | null)[];
}

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** The first of the places in rows of claims where the keys of the order stand. */
  readonly firstKey: number;
  /** Whether it is best planned for the values that it comes with. */
  readonly byValue: boolean;
}

/**
 * One statement for a page of claims, their articles, citations, sources, publishers and findings. Each row is one of a
 * claim, a citation or a finding, and has these columns in the same places, all as text: a join of all of them would
 * have each citation once for every finding, and columns of their own would be three quarters NULL.
 *
 * @throws RequestError BAD_USER_INPUT for a filter that can never be right
 */
export function claimStatement(workspaceId: string, parts: ClaimParts, query: PlannedQuery): Statement {
  const { order, page } = query;
  const parameters = new Parameters();
  parameters.add(workspaceId);
  const source = claimSource(query, parameters, null);
  const rows = numberedRows({ ...source, columns: pageColumns(parts) }, order, page, parameters);
  const within = parts.hasCitations || parts.states.length > 0 ? `c.n <= ${parameters.add(page.size)}::integer` : '';
  const keys = order.columns.map((_, i) => `c.${keyName(i)}`);
  const branches: readonly Branch[] = [
    { columns: [...parts.claims.expressions, ...keys], from: claimTables(parts) },
    ...(parts.hasCitations ? [{ columns: parts.citations.expressions, from: citationTables(parts, within) }] : []),
    ...(parts.states.length > 0
      ? [{ columns: parts.findings.expressions, from: findingTables(query.states, within) }]
      : []),
  ];
  const width = Math.max(...branches.map(({ columns }) => columns.length));
  const selects = branches.map(({ columns, from }) => `SELECT ${texts(columns, width)} FROM ${from}`);
  return {
    sql: `WITH c AS MATERIALIZED (${rows}) ${selects.join(' UNION ALL ')}`,
    values: parameters.values,
    firstKey: parts.claims.expressions.length,
    byValue: source.byValue,
  };
}

interface Branch {
  readonly columns: readonly string[];
  readonly from: string;
}

const texts = (columns: readonly string[], width: number): string =>
  [...columns.map((sql) => `(${sql})::text`), ...Array<string>(width - columns.length).fill('NULL::text')].join(', ');

/** The columns of the claims' own table that the page is to have, for what is selected and what is joined. */
function pageColumns({ claims }: ClaimParts): string[] {
  const own = claims.expressions.filter((sql) => sql.startsWith('c.') && sql !== 'c.n');
  return [...new Set(['c.id', 'c.article_id', 'c.text_revision', ...own])];
}

function claimTables(parts: ClaimParts): string {
  const has = { text: parts.reads(CLAIM_TEXT_COLUMNS), article: parts.reads(ARTICLE_COLUMNS) };
  return ['c', ...claimJoins(has)].join(' ');
}

function citationTables(parts: ClaimParts, within: string): string {
  const has = { source: parts.reads(SOURCE_COLUMNS), publisher: parts.reads(PUBLISHER_COLUMNS) };
  return `c JOIN citation ci ON ci.workspace_id = $1 AND ci.claim_id = c.id ${citationJoins(has)} WHERE ${within}`;
}

/** States are few and stand in the text: for a list that it does not know, PostgreSQL expects ten times as many findings. */
function findingTables(states: readonly (FindingState | null)[], within: string): string {
  const codes = [...new Set(states)].flatMap((state) => (state === null ? [] : [FINDING_STATE.toCode[state]])).sort();
  const asked = states.includes(null)
    ? ''
    : `AND f.state ${codes.length === 1 ? `= ${codes[0]}` : `IN (${codes.join(', ')})`}`;
  return `c JOIN finding f ON f.workspace_id = $1 AND f.claim_id = c.id ${asked} WHERE ${within}`;
}
