/** Query texts of the main query: for a page of unsupported claims with all that an editor sees of them. */

/** A query text, as the program takes it. */
export interface QueryText {
  readonly name: string;
  readonly query: string;
}

/** What is asked of a claim. */
export const NODE = `id text standing priority section article { id title slug }
  citations { id number stance source { id title url } } findings { id severity message rule { id } }`;
export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

/** All are answered with the same bytes, but for the brief one, which asks for less. */
export const QUERIES: readonly QueryText[] = [
  {
    name: 'Worklist',
    query: `query Worklist($first: Int!, $after: String) {
      unsupportedClaims(first: $first, after: $after) { edges { node { ${NODE} } } ${PAGE_INFO} }
    }`,
  },
  {
    name: 'WithFragments',
    query: `query WithFragments($first: Int!, $after: String) {
      unsupportedClaims(after: $after, first: $first) { edges { node { ...Row } } ...Place }
    }
    fragment Row on Claim { id text standing priority section article { ...Where } ...Evidence }
    fragment Where on Article { id title slug }
    fragment Evidence on Claim {
      citations { id number stance source { ...Origin } } findings { id severity message rule { id } }
    }
    fragment Origin on Source { id title url }
    fragment Place on ClaimConnection { ${PAGE_INFO} }`,
  },
  {
    name: 'Inline',
    query: `query Inline($first: Int!, $after: String, $all: Boolean = true) {
      unsupportedClaims(first: $first, after: $after) {
        edges { node { ... on Claim { ${NODE.replace('findings', 'findings @include(if: $all)')} } } } ${PAGE_INFO}
      }
    }`,
  },
  {
    name: 'Brief',
    query: `query Brief($first: Int!, $after: String) {
      unsupportedClaims(first: $first, after: $after) {
        edges { node { id text standing priority section article { id title slug } } } ${PAGE_INFO}
      }
    }`,
  },
];

const POSTGRAPHILE_BRIEF = `rowId standing priority
  claimTexts: claimTextsByWorkspaceIdAndClaimIdList(condition: { lastRevision: null }) { text section }
  article: articleByWorkspaceIdAndArticleId { rowId title slug }`;
const POSTGRAPHILE_NODE = `${POSTGRAPHILE_BRIEF}
  citations: citationsByWorkspaceIdAndClaimIdList(orderBy: [ORDINAL_ASC, ROW_ID_ASC]) {
    rowId stance reference: referenceByWorkspaceIdAndReferenceId { number source: sourceByWorkspaceIdAndSourceId { rowId title url } }
  }
  findings: findingsByWorkspaceIdAndClaimIdList(condition: { state: 1 }, orderBy: [SEVERITY_ASC, ROW_ID_ASC]) {
    rowId severity message rule
  }`;

/** The same of PostGraphile, in its own words. Its cursors would go through all rows before, so a function finds the page. */
export const POSTGRAPHILE_QUERIES: readonly QueryText[] = [
  ['Worklist', POSTGRAPHILE_NODE, ''],
  ['WithFragments', '...Row', `fragment Row on Claim { ${POSTGRAPHILE_NODE} }`],
  ['Inline', `... on Claim { ${POSTGRAPHILE_NODE} }`, ''],
  ['Brief', POSTGRAPHILE_BRIEF, ''],
].map(([name, node, more]) => ({
  name: name!,
  query: `query ${name}($first: Int!, $rank: Int!, $claim: UUID!) {
    unsupportedClaims(afterRank: $rank, afterClaim: $claim, first: $first) {
      nodes { ${node} } pageInfo { hasNextPage }
    }
  } ${more}`,
}));

/** What a team would add for PostGraphile. */
export const POSTGRAPHILE_FUNCTION = [
  `CREATE OR REPLACE FUNCTION unsupported_claims(after_rank integer, after_claim uuid) RETURNS SETOF claim
    LANGUAGE sql STABLE AS $$
    SELECT c.* FROM claim c
    WHERE c.workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid
      AND c.gone_in IS NULL AND c.standing BETWEEN 1 AND 4
      AND NOT EXISTS (SELECT FROM article ar WHERE ar.workspace_id = c.workspace_id AND ar.id = c.article_id
        AND ar.archived_at IS NOT NULL)
      AND (c.rank, c.id) > (after_rank::smallint, after_claim)
    ORDER BY c.rank, c.id
  $$`,
  'GRANT EXECUTE ON FUNCTION unsupported_claims(integer, uuid) TO obelus_app',
];
