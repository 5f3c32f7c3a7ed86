import { ARTICLE_COLUMNS, ARTICLE_NEEDS, toArticle, type ArticleRow } from '../articles/article.rows.js';
import {
  CITATION_COLUMNS,
  CITATION_NEEDS,
  CLAIM_COLUMNS,
  CLAIM_NEEDS,
  CLAIM_TEXT_COLUMNS,
  CLAIM_TEXT_NEEDS,
  toCitation,
  toClaim,
} from '../claims/claim.rows.js';
import type { Citation, Claim } from '../claims/claim.type.js';
import { FINDING_STATE, type FindingState } from '../database/codes.js';
import { FINDING_COLUMNS, FINDING_NEEDS, toFinding } from '../findings/finding.rows.js';
import type { ClaimWithFindings, Finding } from '../findings/finding.type.js';
import type { KeyedRow, PageSource } from '../graphql/keyset.js';
import { Parameters } from '../graphql/keyset.js';
import { columnsFor } from '../graphql/rows.js';
import type { Selection } from '../graphql/selection.js';
import {
  PUBLISHER_COLUMNS,
  PUBLISHER_NEEDS,
  SOURCE_COLUMNS,
  SOURCE_NEEDS,
  toPublisher,
  toSource,
} from '../sources/source.rows.js';
import { citationJoins, claimJoins } from './claim-joins.js';

/** What of a page's statement depends on the fields that are asked for. */
export type ClaimColumns = Pick<PageSource, 'joins' | 'select'>;

/** The columns and tables that a page of claims needs, and no more. */
export function claimColumns(claim: Selection | null): ClaimColumns {
  const fields = claim?.names() ?? [];
  const text = columnsFor(CLAIM_TEXT_NEEDS, fields, []);
  const article = inlineArticle(claim);
  return {
    joins: claimJoins({ text: text.length > 0, article: article !== null }),
    select: [
      ...CLAIM_COLUMNS.list(columnsFor(CLAIM_NEEDS, fields, ['id', 'article_id'])),
      ...CLAIM_TEXT_COLUMNS.list(text),
      ...ARTICLE_COLUMNS.list(article ?? []),
    ],
  };
}

/** The article's columns; null when none of its fields is asked for. */
function inlineArticle(claim: Selection | null): (keyof ArticleRow & string)[] | null {
  const article = claim?.under('article');
  return article ? columnsFor(ARTICLE_NEEDS, article.names(), ['id']) : null;
}

/** A claim of the page, with its article when that was asked for. */
export function claimOfRow(row: KeyedRow, claim: Selection | null): Claim {
  const made = toClaim(CLAIM_COLUMNS.read(row), CLAIM_TEXT_COLUMNS.read(row));
  if (claim?.has('article')) made.article = toArticle(ARTICLE_COLUMNS.read(row));
  return made;
}

/** A statement for what hangs on the claims of a page, and how its rows become part of them. */
export interface AttachedStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly attach: (rows: readonly KeyedRow[]) => void;
}

/**
 * One statement for the citations, with their sources and publishers, and the findings of all claims of a page; null
 * when neither is asked for. Either kind of row has nulls in the other's columns.
 */
export function attachedStatement(
  workspaceId: string,
  claims: readonly Claim[],
  claim: Selection | null,
): AttachedStatement | null {
  const citations = claim?.under('citations') ?? null;
  const findings = claim?.under('findings') ?? null;
  if (claims.length === 0 || (!citations && !findings)) return null;
  const parameters = new Parameters();
  parameters.add(workspaceId);
  const ids = parameters.add([...new Set(claims.map(({ uuid }) => uuid))]);
  const states = findings ? statesOf(claim) : [];

  const cited = citations && citationBranch(citations, ids);
  const found = findings && findingBranch(findings, ids, states, parameters);
  const branches = [
    ...(cited ? [branch('citation', [...cited.columns, ...(found?.nulls ?? [])], cited.from)] : []),
    ...(found ? [branch('finding', [...(cited?.nulls ?? []), ...found.columns], found.from)] : []),
  ];
  return {
    sql: branches.join(' UNION ALL '),
    values: parameters.values,
    attach: (rows) => attach(claims, rows, citations, findings && states),
  };
}

interface Branch {
  readonly columns: readonly string[];
  /** As many nulls, for the branch that has no such columns. */
  readonly nulls: readonly string[];
  readonly from: string;
}

const branch = (kind: string, columns: readonly string[], from: string): string =>
  `SELECT '${kind}' AS kind, ${columns.join(', ')} FROM ${from}`;

function citationBranch(citation: Selection, ids: string): Branch {
  const own = columnsFor(CITATION_NEEDS, citation.names(), ['id', 'claim_id', 'ordinal', 'source_id']);
  const source = citation.under('source');
  const sourceColumns = source ? columnsFor(SOURCE_NEEDS, source.names(), ['id', 'publisher_id']) : [];
  const publisher = source?.under('publisher');
  const publisherColumns = publisher ? columnsFor(PUBLISHER_NEEDS, publisher.names(), ['id']) : [];
  return {
    columns: [
      ...CITATION_COLUMNS.list(own),
      ...SOURCE_COLUMNS.list(sourceColumns),
      ...PUBLISHER_COLUMNS.list(publisherColumns),
    ],
    nulls: [
      ...CITATION_COLUMNS.nulls(own),
      ...SOURCE_COLUMNS.nulls(sourceColumns),
      ...PUBLISHER_COLUMNS.nulls(publisherColumns),
    ],
    from: `citation ci ${citationJoins({ source: Boolean(source), publisher: Boolean(publisher) })}
      WHERE ci.workspace_id = $1 AND ci.claim_id = ANY(${ids}::uuid[])`,
  };
}

function findingBranch(
  finding: Selection,
  ids: string,
  states: readonly (FindingState | null)[],
  parameters: Parameters,
): Branch {
  const columns = columnsFor(FINDING_NEEDS, finding.names(), ['id', 'claim_id', 'article_id', 'state', 'severity']);
  const codes = states.flatMap((state) => (state === null ? [] : [FINDING_STATE.toCode[state]]));
  const inState = states.includes(null) ? '' : `AND f.state = ANY(${parameters.add(codes)}::smallint[])`;
  return {
    columns: FINDING_COLUMNS.list(columns),
    nulls: FINDING_COLUMNS.nulls(columns),
    from: `finding f WHERE f.workspace_id = $1 AND f.claim_id = ANY(${ids}::uuid[]) ${inState}`,
  };
}

/** The states that any `findings(state: …)` of the claim asks for; null stands for all. */
function statesOf(claim: Selection | null): (FindingState | null)[] {
  const asked = claim?.argumentsOf('findings') ?? [];
  return [...new Set(asked.map(({ state }) => (state ?? null) as FindingState | null))];
}

function attach(
  claims: readonly Claim[],
  rows: readonly KeyedRow[],
  citation: Selection | null,
  states: readonly (FindingState | null)[] | null,
): void {
  const citations = new Map<string, Citation[]>();
  const findings = new Map<string, Finding[]>();
  const ordinals = new Map<Citation, number>();
  for (const row of rows) {
    if (row.kind === 'citation') {
      const made = citationOfRow(row, citation);
      ordinals.set(made, CITATION_COLUMNS.read(row).ordinal);
      push(citations, made.claimUuid, made);
    } else {
      const read = FINDING_COLUMNS.read(row);
      push(findings, read.claim_id ?? '', toFinding(read));
    }
  }
  for (const claim of claims) {
    if (citation) {
      const own = citations.get(claim.uuid) ?? [];
      claim.citations = own.sort((a, b) => (ordinals.get(a) ?? 0) - (ordinals.get(b) ?? 0) || byId(a, b));
    }
    if (states) {
      const own = (findings.get(claim.uuid) ?? []).sort(
        (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || byId(a, b),
      );
      (claim as ClaimWithFindings).findings = new Map(
        states.map((state) => [state, state === null ? own : own.filter((finding) => finding.state === state)]),
      );
    }
  }
}

const SEVERITY_ORDER = { ERROR: 1, WARNING: 2, NOTE: 3 } as const;
const byId = (a: { uuid: string }, b: { uuid: string }): number => (a.uuid < b.uuid ? -1 : a.uuid > b.uuid ? 1 : 0);

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function citationOfRow(row: KeyedRow, selection: Selection | null): Citation {
  const citation = toCitation(CITATION_COLUMNS.read(row));
  const source = selection?.under('source');
  if (!source) return citation;
  citation.source = citation.sourceUuid === null ? null : toSource(SOURCE_COLUMNS.read(row));
  if (citation.source && source.has('publisher')) {
    citation.source.publisher =
      citation.source.publisherUuid === null ? null : toPublisher(PUBLISHER_COLUMNS.read(row));
  }
  return citation;
}
