import { encodeCursor } from '../../src/graphql/cursor.js';
import { MISSING_ORDER } from '../../src/querying/missing-references.loader.js';
import { SUMMARY_BODY } from '../measures/dashboard.js';
import { cursorOf, type Pages } from '../measures/pages.js';
import { QUERIES } from '../measures/queries.js';
import type { Asker, Group, Operation } from './operation.js';
import type { Places } from './places.js';

/** Questions of each operation in a round. */
const TIMES = 20;
const PAGE = 'pageInfo { hasNextPage endCursor }';
const CLAIM = 'id text standing priority article { id title }';
const CLAIMS = (filter: string): string =>
  `query Claims($filter: ClaimFilter) { claims(first: 50, filter: $filter${filter}) { edges { node { ${CLAIM} } } ${PAGE} } }`;
const FROM = '2026-01-01T00:00:00Z';
const TO = '2026-07-01T00:00:00Z';

/** What users read, as they ask for it. */
export function reads(ask: Asker, places: Places, pages: Pages): Operation[] {
  const claims = places.claims(TIMES);
  const { articles, sources, mostCited } = places;
  const some = <T>(list: readonly T[]): T[] => Array.from({ length: TIMES }, (_, i) => list[i % list.length]!);
  const read = <T>(
    group: Group,
    name: string,
    over: readonly T[],
    query: string,
    variables: (each: T) => Record<string, unknown>,
    holds: string | ((each: T) => string),
  ): Operation => ({
    name,
    group,
    steps: some(over).map((each) => ask.read(query, variables(each), typeof holds === 'string' ? holds : holds(each))),
  });
  const fixed = (group: Group, name: string, query: string, variables: Record<string, unknown>, holds: string) =>
    read(group, name, [null], query, () => variables, holds);
  const [{ query: mainQuery }] = QUERIES as [(typeof QUERIES)[number]];
  return [
    read(
      'pages',
      'unsupported claims, anywhere',
      pages.random,
      mainQuery,
      (place) => ({ first: 50, after: cursorOf(place) }),
      '"text":',
    ),
    fixed('pages', 'unsupported claims, last page', mainQuery, { first: 50, after: cursorOf(pages.last) }, '"text":'),
    read(
      'pages',
      'claims with a rare word',
      claims,
      CLAIMS(''),
      ({ text }) => ({ filter: { text: rarest(text) } }),
      ({ id }) => id,
    ),
    fixed('pages', 'claims with frequent words', CLAIMS(''), { filter: { text: 'passengers' } }, '"text":'),
    fixed('pages', 'claims with frequent words, last page', LAST_CLAIMS, { filter: { text: 'passengers' } }, '"text":'),
    fixed('pages', 'claims of a desk', CLAIMS(', orderBy: CHANGED'), { filter: { desk: 'City' } }, '"text":'),
    fixed(
      'pages',
      'claims of a desk with words',
      CLAIMS(''),
      { filter: { desk: 'City', text: 'passengers' } },
      '"text":',
    ),
    fixed('pages', 'claims by a rule', CLAIMS(''), { filter: { rules: [places.rule] } }, '"text":'),
    read(
      'pages',
      'claims that cite a source',
      sources,
      CLAIMS(''),
      ({ id }) => ({ filter: { sourceId: id } }),
      '"text":',
    ),
    fixed('pages', 'articles of a desk', ARTICLES, { filter: { desk: 'City' } }, '"slug":'),
    read(
      'pages',
      'articles by words of the title',
      articles,
      ARTICLES,
      ({ title }) => ({ filter: { title } }),
      ({ id }) => id,
    ),
    fixed('pages', 'sources', SOURCES, { filter: null }, '"title":'),
    fixed('pages', 'sources by title', SOURCES_BY_TITLE('first'), {}, '"title":'),
    fixed('pages', 'sources by title, last page', SOURCES_BY_TITLE('last'), {}, '"title":'),
    read(
      'pages',
      'sources by words of the title',
      sources,
      SOURCES,
      ({ title }) => ({ filter: { text: title } }),
      ({ id }) => id,
    ),
    fixed(
      'pages',
      'findings of a rule',
      FINDINGS,
      { filter: { rules: [places.rule], states: ['OPEN'] } },
      '"message":',
    ),
    fixed('pages', 'missing references', MISSING('first: 50, after: $at'), { at: null }, '"label":'),
    fixed('pages', 'missing references, deep', MISSING('first: 50, after: $at'), { at: CLEARS_ONE }, '"label":'),
    fixed('pages', 'missing references, last page', MISSING('last: 50, before: $at'), { at: null }, '"label":'),
    read(
      'things',
      'article with its claims',
      articles,
      ARTICLE,
      ({ id }) => ({ id }),
      ({ title }) => title,
    ),
    read('things', 'claim with its history', claims, CLAIM_AND_HISTORY, ({ id }) => ({ id }), '"history":'),
    read('things', 'restatements elsewhere', claims, RESTATEMENTS, ({ id }) => ({ id }), '"restatements":'),
    fixed('things', 'who cites the most cited source', CITATIONS('first'), { id: mostCited.id }, '"claim":'),
    fixed('things', 'who cites it, last page', CITATIONS('last'), { id: mostCited.id }, '"claim":'),
    read(
      'things',
      'source by address (preview)',
      claims,
      PREVIEW,
      ({ id, other }) => ({ input: { claimId: id, source: { url: other.url } } }),
      '"citation":{',
    ),
    read('things', 'history of an article', articles, HISTORY, ({ id }) => ({ id }), '"kind":'),
    read('things', 'article as of a moment', articles, AS_OF, ({ id }) => ({ id, at: TO }), '"claims":'),
    {
      name: 'export of an article',
      group: 'things',
      steps: some(articles).map(({ slug, title }) => ask.file(`/export/article.md?slug=${slug}`, title)),
    },
    fixed('totals', 'who am I', '{ viewer { role workspace { name } } }', {}, 'ADMIN'),
    fixed('totals', 'dashboard', (JSON.parse(SUMMARY_BODY) as { query: string }).query, {}, '"claims":'),
    fixed('totals', 'totals of a desk', DESK, { filter: { desk: 'City' } }, '"claims":'),
    read('totals', 'totals of an article', articles, DESK, ({ id }) => ({ filter: { articleId: id } }), '"claims":'),
    fixed('totals', 'breakdown by article', BREAKDOWN, { by: 'ARTICLE' }, '"unsupported":'),
    fixed('totals', 'breakdown by desk', BREAKDOWN, { by: 'DESK' }, '"unsupported":'),
    fixed('totals', 'breakdown by publisher', BREAKDOWN, { by: 'PUBLISHER' }, '"unsupported":'),
    fixed('totals', 'breakdown by rule', BREAKDOWN, { by: 'RULE' }, '"unsupported":'),
    fixed('totals', 'breakdown by heading', BREAKDOWN, { by: 'SECTION' }, '"unsupported":'),
    fixed('totals', 'trend of half a year', TREND, { from: FROM, to: TO }, '"score":'),
    fixed(
      'totals',
      'trend of a desk by hours',
      HOURS,
      { from: '2026-06-01T00:00:00Z', to: TO, desk: 'City' },
      '"score":',
    ),
    fixed('totals', 'findings by age', AGES, { filter: null }, '"count":'),
    fixed('totals', 'findings of a rule by age', AGES, { filter: { rules: [places.rule] } }, '"count":'),
  ];
}

/** Of the words that have a capital letter and are no first word, one that is a place: few claims have it. */
const rarest = (text: string): string =>
  /\b(?!The|Repairs|Storms|About|Rents)[A-Z][a-z]{4,}|(?<=^The )[A-Z]\w+/.exec(text)?.[0] ?? text;

const ARTICLES = `query Articles($filter: ArticleFilter) {
  articles(first: 50, filter: $filter, orderBy: UPDATED) { edges { node { id slug title updatedAt summary { claims } } } ${PAGE} }
}`;
const SOURCES = `query Sources($filter: SourceFilter) {
  sources(first: 50, filter: $filter) { edges { node { id title url publisher { name } } } ${PAGE} }
}`;
const FINDINGS = `query Findings($filter: FindingFilter) {
  findings(first: 50, filter: $filter) { edges { node { id message severity claim { id text } article { id title } } } ${PAGE} }
}`;
const SOURCES_BY_TITLE = (end: 'first' | 'last'): string =>
  `{ sources(${end}: 50, orderBy: TITLE) { edges { node { id title url publisher { name } } } ${PAGE} } }`;
const LAST_CLAIMS = `query Claims($filter: ClaimFilter) {
  claims(last: 50, filter: $filter) { edges { node { ${CLAIM} } } ${PAGE} }
}`;
const MISSING = (range: string): string => `query Missing($at: String) {
  missingReferences(${range}) { edges { node { label number findingsCleared article { id title } } } ${PAGE} }
}`;
/** Behind all references that would clear more findings than one. */
const CLEARS_ONE = encodeCursor(MISSING_ORDER.name, ['-1', '00000000-0000-0000-0000-000000000000']);
const ARTICLE = `query Article($id: ID!) {
  article(id: $id) {
    id title desk revision { number } summary { claims byStanding { standing count } }
    references { id number text source { id title } }
    claims(first: 50, orderBy: READING_ORDER) {
      edges { node { id text standing section citations { id number source { id title } } findings { id message } } } ${PAGE}
    }
  }
}`;
const CLAIM_AND_HISTORY = `query Claim($id: ID!) {
  node(id: $id) {
    ... on Claim {
      id text standing selector { exact } article { id title } verdict { value } assignee { name }
      citations { id number quote source { id title url } } findings { id message remedy }
      comments(first: 20) { edges { node { text } } }
    }
  }
  history(subjectId: $id, first: 20) { edges { node { kind at } } }
}`;
const RESTATEMENTS = `query Restatements($id: ID!) {
  node(id: $id) { ... on Claim { restatements(first: 20, scope: OTHER_ARTICLES) { edges { node { ${CLAIM} } } ${PAGE} } } }
}`;
const CITATIONS = (end: 'first' | 'last'): string => `query Citations($id: ID!) {
  node(id: $id) { ... on Source { title citations(${end}: 50) { edges { node { id claim { ${CLAIM} } } } ${PAGE} } } }
}`;
const PREVIEW = `query Preview($input: AttachSourceInput!) {
  previewAttachSource(input: $input) { citation { source { title } } fixed { message } userErrors { message } }
}`;
const HISTORY = `query History($id: ID!) { history(subjectId: $id, first: 50) { edges { node { kind at } } ${PAGE} } }`;
const AS_OF = `query AsOf($id: ID!, $at: DateTime!) {
  article(id: $id) { asOf(at: $at) { title claims(first: 50) { edges { node { __typename } } } standings { __typename } } }
}`;
const DESK = `query Summary($filter: SummaryFilter) {
  evidenceSummary(filter: $filter) { claims checkable byStanding { standing count } bySeverity { severity count } }
}`;
const BREAKDOWN = `query Breakdown($by: BreakdownBy!) {
  evidenceBreakdown(by: $by, first: 20) { edges { node { label unsupported summary { claims } } } ${PAGE} }
}`;
const TREND = `query Trend($from: DateTime!, $to: DateTime!) {
  evidenceTrend(from: $from, to: $to, interval: DAY) { from claims score byStanding { standing count } }
}`;
const HOURS = `query Hours($from: DateTime!, $to: DateTime!, $desk: String) {
  evidenceTrend(from: $from, to: $to, interval: HOUR, desk: $desk) { from claims score }
}`;
const AGES = `query Ages($filter: FindingFilter) { findingsByAge(filter: $filter) { __typename count } }`;
