import { CLAIM_TEXT_JOIN } from '../claims/claim.rows.js';
import { leadingSource } from '../sources/leading-source.js';

/** What is joined to claims `c`, as far as columns of it are asked for: their texts `ct`, their articles `a`. */
export const claimJoins = (has: { readonly text: boolean; readonly article: boolean }): string[] => [
  ...(has.text ? [CLAIM_TEXT_JOIN] : []),
  ...(has.article ? ['JOIN article a ON a.workspace_id = $1 AND a.id = c.article_id'] : []),
];

/** What is joined to citations `ci`: their references `r`, and as far as columns of it are asked for, sources `s` and publishers `pb`. */
export const citationJoins = (has: { readonly source: boolean; readonly publisher: boolean }): string =>
  [
    'JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id',
    ...(has.source ? [leadingSource('r.source_id', 'LEFT')] : []),
    ...(has.publisher ? ['LEFT JOIN publisher pb ON pb.workspace_id = $1 AND pb.id = s.publisher_id'] : []),
  ].join(' ');
