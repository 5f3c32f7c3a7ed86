import type { ArticleRow } from '../../articles/article.rows.js';
import type { CitationRow, ClaimRow, ClaimTextRow } from '../../claims/claim.rows.js';
import {
  BASIS,
  BLOCK,
  DIRECTNESS,
  FINDING_STATE,
  PRIORITY,
  RELIABILITY,
  REVIEW_STATE,
  SEVERITY,
  STANCE,
  STANDING,
  VALUE_STATE,
} from '../../database/codes.js';
import type { FindingRow } from '../../findings/finding.rows.js';
import { coded, globalId, json, plain, quoted, time, type Leaves } from '../../graphql/plans/write.js';
import type { PublisherRow, SourceRow } from '../../sources/source.rows.js';

/*
 * The fields that plans write, by the type of the object, and from which column. What is not here, or is no field of one
 * row alone, is answered by resolvers.
 */

export const CLAIM_FIELDS: Leaves<ClaimRow> = {
  id: globalId('Claim', 'id'),
  ordinal: plain('ordinal'),
  block: coded(BLOCK, 'block'),
  checkable: plain('checkable'),
  priority: coded(PRIORITY, 'priority'),
  standing: coded(STANDING, 'standing'),
  version: plain('version'),
};

export const CLAIM_TEXT_FIELDS: Leaves<ClaimTextRow> = {
  text: quoted('text'),
  section: quoted('section'),
  attribute: quoted('attribute'),
  column: quoted('column_heading'),
  value: quoted('value'),
  valueState: coded(VALUE_STATE, 'value_state'),
};

/** Of a claim's text or of a finding. */
export const SELECTOR_FIELDS: Leaves<
  Pick<ClaimTextRow & FindingRow, 'exact' | 'prefix' | 'suffix' | 'start_offset' | 'end_offset' | 'line'>
> = {
  exact: quoted('exact'),
  prefix: quoted('prefix'),
  suffix: quoted('suffix'),
  start: plain('start_offset'),
  end: plain('end_offset'),
  line: plain('line'),
};

export const ARTICLE_FIELDS: Leaves<ArticleRow> = {
  id: globalId('Article', 'id'),
  slug: quoted('slug'),
  title: quoted('title'),
  url: quoted('url'),
  language: quoted('language'),
  desk: quoted('desk'),
  publishedAt: time('published_at'),
  updatedAt: time('updated_at'),
  archivedAt: time('archived_at'),
  version: plain('version'),
};

export const CITATION_FIELDS: Leaves<CitationRow> = {
  id: globalId('Citation', 'id'),
  number: plain('number'),
  label: quoted('label'),
  stance: coded(STANCE, 'stance'),
  directness: coded(DIRECTNESS, 'directness'),
  basis: coded(BASIS, 'basis'),
  state: coded(REVIEW_STATE, 'state'),
  quote: quoted('quote'),
  locator: quoted('locator'),
  note: quoted('note'),
  version: plain('version'),
};

export const SOURCE_FIELDS: Leaves<SourceRow> = {
  id: globalId('Source', 'id'),
  title: quoted('title'),
  url: quoted('url'),
  doi: quoted('doi'),
  publishedAt: time('published_at'),
  retracted: plain('retracted'),
  csl: json('csl'),
  version: plain('version'),
};

export const PUBLISHER_FIELDS: Leaves<PublisherRow> = {
  id: globalId('Publisher', 'id'),
  name: quoted('name'),
  owner: quoted('owner'),
  reliability: coded(RELIABILITY, 'reliability'),
  version: plain('version'),
};

export const FINDING_FIELDS: Leaves<FindingRow> = {
  id: globalId('Finding', 'id'),
  severity: coded(SEVERITY, 'severity'),
  bearing: coded(STANDING, 'bearing'),
  state: coded(FINDING_STATE, 'state'),
  message: quoted('message'),
  remedy: quoted('remedy'),
  fingerprint: quoted('fingerprint'),
  firstSeenAt: time('first_seen_at'),
  fixedAt: time('fixed_at'),
};
