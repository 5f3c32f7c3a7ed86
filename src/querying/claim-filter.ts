import type { ClaimFilter } from '../claims/claim-filter.type.js';
import { BASIS, BLOCK, PRIORITY, REVIEW_STATE, SEVERITY, STANDING, VALUE_STATE } from '../database/codes.js';
import { listArgument, textArgument, uuidArgument } from '../graphql/ids.js';
import { isOneOf, type Parameters } from '../graphql/keyset.js';
import { badInput } from '../graphql/request-error.js';
import { leadingSource, sameSource } from '../sources/leading-source.js';

/** Conditions of a filter, all levels together. */
export const MAX_TERMS = 20;
/** Levels of and, or, not, the filter itself being the first. */
export const MAX_DEPTH = 4;
/** Matches of a full text search that are looked at; a search that finds more is too broad to page through. */
const MAX_MATCHES = 10_000;
/** Claims that are tested before it is told whether many have what is asked for: words are made out of each text anew. */
const TRIED = 100;

type Path = readonly string[];

/** A filter's conditions on a table `claim c`, as SQL to be joined by AND, in which `$1` is the workspace's id. */
export interface ClaimConditions {
  /** As indexes find what has them. */
  readonly found: readonly string[];
  /** As tests of one claim: the same where nothing else stands in another place than the claim's own. */
  readonly tested: readonly string[];
  /** How many claims to try the tests on, for conditions that many claims may have, or few. Null: as indexes find them is best. */
  readonly tried: number | null;
  /** Whether the best way depends on the values, so that a statement must not be planned once for all of them. */
  readonly byValue: boolean;
}

/**
 * The conditions of a filter. Every value of the caller becomes a parameter.
 *
 * @throws RequestError BAD_USER_INPUT naming the place in the filter, for one too large or too deep, an empty list, or
 * what is no id
 */
export function claimConditions(
  filter: ClaimFilter | null | undefined,
  parameters: Parameters,
  path: Path = ['filter'],
): ClaimConditions {
  if (!filter) return { found: [], tested: [], tried: null, byValue: false };
  const terms = { left: MAX_TERMS, tried: 0, byValue: false };
  const { found, tested } = inEachWay(conditions(filter, parameters, path, terms, 1));
  // The claims of some articles, or of somebody, are few: the rest is asked of those.
  const isNarrow = filter.articleIds != null || filter.assignee != null;
  if (isNarrow) return { found: tested, tested, tried: null, byValue: false };
  return { found, tested, tried: terms.tried || null, byValue: terms.byValue };
}

/** A condition in both ways. */
interface Condition {
  readonly sql: string;
  /** The same where it is left out. */
  readonly tested?: string;
}

const inEachWay = (all: readonly Condition[]): { found: string[]; tested: string[] } => ({
  found: all.map(({ sql }) => sql),
  tested: all.map(({ sql, tested }) => tested ?? sql),
});

/** What is counted over all levels of a filter. */
interface Counted {
  /** Of the terms that it may have. */
  left: number;
  /** See `ClaimConditions`; 0: not at all. */
  tried: number;
  byValue: boolean;
}

function conditions(
  filter: ClaimFilter,
  parameters: Parameters,
  path: Path,
  terms: Counted,
  depth: number,
): Condition[] {
  if (depth > MAX_DEPTH) throw badInput(path, `more than ${MAX_DEPTH} levels of and, or, not; write it flatter`);
  const at = (name: string): Path => [...path, name];
  const found = findingTerm(filter, parameters, at);
  // What is told sooner comes first: words are made out of a text.
  const own = [claimTerms, () => found, textTerms, citationTerm].flatMap((terms) => terms(filter, parameters, at));
  terms.left -= own.reduce((sum, { size }) => sum + size, 0);
  // PostgreSQL knows how frequent a desk and a rule are, when it sees which; of words it knows nothing.
  if (filter.text != null) terms.tried = TRIED;
  if (filter.text != null || filter.desk != null || found.length > 0) terms.byValue = true;
  if (terms.left < 0) throw badInput(path, `more than ${MAX_TERMS} conditions; leave some out, or ask twice`);

  const nested = (inner: ClaimFilter, where: Path): Condition =>
    together(conditions(inner, parameters, where, terms, depth + 1), all);
  const each = (name: 'and' | 'or'): Condition[] => {
    const list = filter[name];
    if (list == null) return [];
    return listArgument(list, at(name)).map((inner, i) => nested(inner, [...at(name), String(i)]));
  };
  const or = each('or');
  return [
    ...own,
    ...each('and'),
    ...(or.length > 0 ? [together(or, (sql) => `(${sql.join(' OR ')})`)] : []),
    ...(filter.not == null ? [] : [together([nested(filter.not, at('not'))], ([sql]) => `NOT ${sql}`)]),
  ];
}

const all = (sql: readonly string[]): string => (sql.length === 0 ? 'TRUE' : `(${sql.join(' AND ')})`);

/** One condition made of several, in both ways. */
function together(conditions: readonly Condition[], join: (sql: readonly string[]) => string): Condition {
  const { found, tested } = inEachWay(conditions);
  return { sql: join(found), tested: join(tested) };
}

/** A condition, and how many of the filter's terms it stands for. */
interface Term extends Condition {
  readonly size: number;
}

const term = (sql: string, size = 1): Term => ({ sql, size });

/**
 * That there is a row, or none. In tests of one claim, rows are looked up by their keys in a subquery that PostgreSQL cannot turn into a
 * join: for a join, it might read all of a table first.
 */
const exists = (rows: string, size = 1, sign: '' | 'NOT ' = ''): Term => ({
  sql: `${sign}EXISTS (SELECT ${rows})`,
  tested: `${sign}coalesce((SELECT true ${rows} LIMIT 1), false)`,
  size,
});

type At = (name: string) => Path;

/** What stands in the claim's own row. */
function claimTerms(filter: ClaimFilter, parameters: Parameters, at: At): Term[] {
  const terms: Term[] = [];
  if (filter.articleIds != null) {
    const ids = listArgument(filter.articleIds, at('articleIds')).map((id, i) =>
      uuidArgument('Article', id, [...at('articleIds'), String(i)]),
    );
    terms.push(term(`c.article_id = ANY(${parameters.add(ids)}::uuid[])`));
  }
  const coded = [
    ['standings', 'c.standing', filter.standings?.map((name) => STANDING.toCode[name])],
    ['blocks', 'c.block', filter.blocks?.map((name) => BLOCK.toCode[name])],
    ['priority', 'c.priority', filter.priority?.map((name) => PRIORITY.toCode[name])],
  ] as const;
  for (const [name, column, codes] of coded) {
    if (codes) terms.push(term(isOneOf(column, listArgument(codes, at(name)), 'smallint', parameters)));
  }
  if (filter.checkable != null) terms.push(term(filter.checkable ? 'c.checkable' : 'NOT c.checkable'));
  if (filter.assignee != null) {
    const member = uuidArgument('Member', filter.assignee, at('assignee'));
    // Said twice so that the partial index of assigned claims serves.
    terms.push(term(`(c.assignee_id IS NOT NULL AND c.assignee_id = ${parameters.add(member)}::uuid)`));
  }
  if (filter.unassigned != null) terms.push(term(`c.assignee_id IS ${filter.unassigned ? 'NULL' : 'NOT NULL'}`));
  if (filter.changedSince != null) {
    terms.push(term(`c.changed_at >= ${parameters.add(filter.changedSince)}::timestamptz`));
  }
  return terms;
}

/** What stands in the claim's text and its article. */
function textTerms(filter: ClaimFilter, parameters: Parameters, at: At): Term[] {
  const terms: Term[] = [];
  // First, for it is told sooner than words are made out of a text.
  if (filter.desk != null) terms.push(areOfDesk(`${parameters.add(textArgument(filter.desk, at('desk')))}::text`));
  const inText = (condition: string): Term =>
    exists(`FROM claim_text ft WHERE ft.workspace_id = $1 AND ft.claim_id = c.id
      AND ft.first_revision = c.text_revision AND ${condition}`);
  if (filter.valueStates != null) {
    const codes = listArgument(filter.valueStates, at('valueStates')).map((name) => VALUE_STATE.toCode[name]);
    terms.push(inText(isOneOf('ft.value_state', codes, 'smallint', parameters)));
  }
  if (filter.section != null) {
    const section = parameters.add(textArgument(filter.section, at('section')));
    terms.push(inText(`ft.section = ${section}::text`));
  }
  if (filter.text != null) {
    const words = textArgument(filter.text, at('text'));
    if (words.trim() === '') throw badInput(at('text'), 'is empty; give a word, or leave it out');
    terms.push(haveWords(`${parameters.add(words)}::text`));
  }
  return terms;
}

function areOfDesk(desk: string): Term {
  const ofDesk = `FROM article fa WHERE fa.workspace_id = $1 AND fa.desk = ${desk}`;
  return {
    sql: `c.article_id IN (SELECT fa.id ${ofDesk})`,
    tested: `coalesce((SELECT true ${ofDesk} AND fa.id = c.article_id), false)`,
    size: 1,
  };
}

/** The test is that of the function `search_claims`. */
function haveWords(words: string): Term {
  return {
    sql: `c.id IN (SELECT search_claims(${words}, ${MAX_MATCHES}))`,
    tested: `coalesce((SELECT to_tsvector('english', left(ft.text, 50000)) @@ (SELECT websearch_to_tsquery('english', ${words}))
      FROM claim_text ft WHERE ft.workspace_id = $1 AND ft.claim_id = c.id AND ft.first_revision = c.text_revision), false)`,
    size: 1,
  };
}

/** What is said about findings: rule and severity of one and the same open one. */
function findingTerm(filter: ClaimFilter, parameters: Parameters, at: At): Term[] {
  const terms: Term[] = [];
  const open: string[] = [];
  if (filter.rules != null) {
    const rules = listArgument(filter.rules, at('rules')).map((rule) => textArgument(rule, at('rules'), 100));
    open.push(isOneOf('ff.rule', rules, 'text', parameters));
  }
  if (filter.severities != null) {
    const codes = listArgument(filter.severities, at('severities')).map((name) => SEVERITY.toCode[name]);
    open.push(isOneOf('ff.severity', codes, 'smallint', parameters));
  }
  if (open.length > 0) terms.push(haveOpenFinding(open.join(' AND '), open.length));
  if (filter.waived != null) terms.push(haveFinding('ff.state = 3', 1, filter.waived ? undefined : 'NOT '));
  return terms;
}

/**
 * Some rules find something about articles and never about a claim. PostgreSQL does not know which, and would look through all claims for
 * one that has what there is often: so first of all, whether any claim has it.
 */
function haveOpenFinding(condition: string, size: number): Term {
  const { sql, tested } = haveFinding(`ff.state = 1 AND ${condition}`, size);
  const any = `SELECT true FROM finding ff WHERE ff.workspace_id = $1 AND ff.state = 1 AND ff.claim_id IS NOT NULL AND ${condition}`;
  return { sql: `(coalesce((${any} LIMIT 1), false) AND ${sql})`, tested, size };
}

const haveFinding = (condition: string, size: number, sign?: 'NOT '): Term =>
  exists(`FROM finding ff WHERE ff.workspace_id = $1 AND ff.claim_id = c.id AND ${condition}`, size, sign);

/** What is said about citations: of one and the same citation. */
function citationTerm(filter: ClaimFilter, parameters: Parameters, at: At): Term[] {
  const said: string[] = [];
  let publisher = false;
  if (filter.sourceId != null) {
    const id = parameters.add(uuidArgument('Source', filter.sourceId, at('sourceId')));
    said.push(`fr.source_id = ANY(${sameSource(id)})`);
  }
  if (filter.citedNumber != null) said.push(`fr.number = ${parameters.add(filter.citedNumber)}::integer`);
  if (filter.publisherId != null) {
    publisher = true;
    const id = uuidArgument('Publisher', filter.publisherId, at('publisherId'));
    said.push(`fs.publisher_id = ${parameters.add(id)}::uuid`);
  }
  if (filter.bases != null) {
    const codes = listArgument(filter.bases, at('bases')).map((name) => BASIS.toCode[name]);
    said.push(isOneOf('fc.basis', codes, 'smallint', parameters));
  }
  if (filter.reviewStates != null) {
    const codes = listArgument(filter.reviewStates, at('reviewStates')).map((name) => REVIEW_STATE.toCode[name]);
    said.push(isOneOf('fc.state', codes, 'smallint', parameters));
  }
  if (said.length === 0) return [];
  // Only who asks for proposals, or for what nobody has reviewed, is told of claims for which a source is proposed.
  const cited = filter.bases == null && filter.reviewStates == null;
  const joins = [
    'JOIN reference fr ON fr.workspace_id = $1 AND fr.id = fc.reference_id',
    ...(publisher ? [leadingSource('fr.source_id', 'INNER', 'fs')] : []),
  ];
  const all = [...said, ...(cited ? [`fc.basis <> ${BASIS.toCode.SUGGESTED}`] : [])].join(' AND ');
  const rows = `FROM citation fc ${joins.join(' ')} WHERE fc.workspace_id = $1 AND fc.claim_id = c.id AND ${all}`;
  return [exists(rows, said.length)];
}
