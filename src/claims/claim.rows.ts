import { BASIS, BLOCK, DIRECTNESS, PRIORITY, REVIEW_STATE, STANCE, STANDING, VALUE_STATE } from '../database/codes.js';
import { identity } from '../graphql/ids.js';
import { integerKey, smallintKey, sqlOrder, timeKey, uuidKey } from '../graphql/keyset.js';
import { Columns, named, type Needs } from '../graphql/rows.js';
import type { ClaimOrder } from './claim-filter.type.js';
import type { Citation, Claim, NotAssessed } from './claim.type.js';

export interface ClaimRow {
  id: string;
  article_id: string;
  ordinal: number;
  block: number;
  checkable: boolean;
  priority: number;
  standing: number;
  restatement_group: number | null;
  not_assessed: NotAssessed[];
  assignee_id: string | null;
  version: number;
}

/** Of a table `claim c`. */
export const CLAIM_COLUMNS = new Columns<ClaimRow>('c_', {
  id: 'c.id',
  article_id: 'c.article_id',
  ordinal: 'c.ordinal',
  block: 'c.block',
  checkable: 'c.checkable',
  priority: 'c.priority',
  standing: 'c.standing',
  restatement_group: 'c.restatement_group',
  not_assessed: 'c.not_assessed',
  assignee_id: 'c.assignee_id',
  version: 'c.version',
});

export const CLAIM_NEEDS: Needs<ClaimRow> = {
  ordinal: ['ordinal'],
  block: ['block'],
  checkable: ['checkable'],
  priority: ['priority'],
  standing: ['standing'],
  notAssessed: ['not_assessed'],
  assignee: ['assignee_id'],
  version: ['version'],
  article: ['article_id'],
  restatements: ['article_id', 'restatement_group'],
};

export interface ClaimTextRow {
  text: string;
  section: string | null;
  attribute: string | null;
  column_heading: string | null;
  value: string | null;
  value_state: number | null;
  line: number;
  start_offset: number;
  end_offset: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** Of a table `claim_text ct`. */
export const CLAIM_TEXT_COLUMNS = new Columns<ClaimTextRow>('ct_', {
  text: 'ct.text',
  section: 'ct.section',
  attribute: 'ct.attribute',
  column_heading: 'ct.column_heading',
  value: 'ct.value',
  value_state: 'ct.value_state',
  line: 'ct.line',
  start_offset: 'ct.start_offset',
  end_offset: 'ct.end_offset',
  exact: 'ct.exact',
  prefix: 'ct.prefix',
  suffix: 'ct.suffix',
});

export const CLAIM_TEXT_NEEDS: Needs<ClaimTextRow> = {
  text: ['text'],
  section: ['section'],
  attribute: ['attribute'],
  column: ['column_heading'],
  value: ['value'],
  valueState: ['value_state'],
  selector: ['line', 'start_offset', 'end_offset', 'exact', 'prefix', 'suffix'],
};

/** The current text of a claim. */
export const CLAIM_TEXT_JOIN = `JOIN claim_text ct
  ON ct.workspace_id = $1 AND ct.claim_id = c.id AND ct.first_revision = c.text_revision`;

export function toClaim(claim: ClaimRow, text: ClaimTextRow): Claim {
  return {
    ...identity('Claim', claim.id),
    text: text.text,
    ordinal: claim.ordinal,
    section: text.section,
    block: named(BLOCK, claim.block),
    attribute: text.attribute,
    column: text.column_heading,
    value: text.value,
    valueState: named(VALUE_STATE, text.value_state),
    selector: {
      exact: text.exact,
      prefix: text.prefix,
      suffix: text.suffix,
      start: text.start_offset,
      end: text.end_offset,
      line: text.line,
    },
    checkable: claim.checkable,
    priority: named(PRIORITY, claim.priority),
    standing: named(STANDING, claim.standing),
    notAssessed: claim.not_assessed,
    version: claim.version,
    articleUuid: claim.article_id,
    assigneeUuid: claim.assignee_id,
    restatementGroup: claim.restatement_group,
  };
}

export const CLAIM_ORDERS = {
  RANK: sqlOrder('claims:rank', [smallintKey('c.rank'), uuidKey('c.id')]),
  // While claims are matched to a new revision two may share an ordinal; the id keeps the order total.
  READING_ORDER: sqlOrder('claims:reading', [uuidKey('c.article_id'), integerKey('c.ordinal'), uuidKey('c.id')]),
  CHANGED: sqlOrder('claims:changed', [timeKey('c.changed_at'), uuidKey('c.id')], true),
} as const satisfies Record<ClaimOrder, unknown>;

export interface CitationRow {
  id: string;
  claim_id: string;
  ordinal: number;
  stance: number;
  directness: number;
  basis: number;
  state: number;
  quote: string | null;
  locator: string | null;
  note: string | null;
  version: number;
  number: number;
  label: string;
  source_id: string | null;
}

/** Of tables `citation ci` and `reference r`. */
export const CITATION_COLUMNS = new Columns<CitationRow>('ci_', {
  id: 'ci.id',
  claim_id: 'ci.claim_id',
  ordinal: 'ci.ordinal',
  stance: 'ci.stance',
  directness: 'ci.directness',
  basis: 'ci.basis',
  state: 'ci.state',
  quote: 'ci.quote',
  locator: 'ci.locator',
  note: 'ci.note',
  version: 'ci.version',
  number: 'r.number',
  label: 'r.label',
  source_id: 'r.source_id',
});

export const CITATION_NEEDS: Needs<CitationRow> = {
  stance: ['stance'],
  directness: ['directness'],
  basis: ['basis'],
  state: ['state'],
  quote: ['quote'],
  locator: ['locator'],
  note: ['note'],
  version: ['version'],
  number: ['number'],
  label: ['label'],
  source: ['source_id'],
};

export const CITATION_FROM = `citation ci
  JOIN reference r ON r.workspace_id = ci.workspace_id AND r.id = ci.reference_id`;

/** What of a citation is the same at all times. */
export type CitedRow = Omit<CitationRow, 'id' | 'claim_id' | 'ordinal' | 'version'>;

export const toCited = (row: CitedRow) => ({
  number: row.number,
  label: row.label,
  stance: named(STANCE, row.stance),
  directness: named(DIRECTNESS, row.directness),
  basis: named(BASIS, row.basis),
  state: named(REVIEW_STATE, row.state),
  quote: row.quote,
  locator: row.locator,
  note: row.note,
  sourceUuid: row.source_id,
});

export function toCitation(row: CitationRow): Citation {
  return {
    ...identity('Citation', row.id),
    ...toCited(row),
    version: row.version,
    claimUuid: row.claim_id,
  };
}

/** In the order in which they were made. */
export const CITATION_ORDER = sqlOrder('citations', [uuidKey('ci.id')]);
