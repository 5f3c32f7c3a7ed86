import type { Citation } from '../claims/claim.type.js';
import { csvRow, type CsvValue } from './csv.js';
import type { ExportedClaim } from './exported-claims.loader.js';

/** The columns of `claims.csv`. New ones come at the end: programs may count. */
const COLUMNS: Readonly<Record<string, (exported: ExportedClaim) => CsvValue>> = {
  claim: ({ claim }) => claim.id,
  article: ({ article }) => article.slug,
  article_title: ({ article }) => article.title,
  article_url: ({ article }) => article.url,
  desk: ({ article }) => article.desk,
  place: ({ claim }) => claim.ordinal,
  line: ({ claim }) => claim.selector.line,
  section: ({ claim }) => claim.section,
  block: ({ claim }) => claim.block,
  attribute: ({ claim }) => claim.attribute,
  column: ({ claim }) => claim.column,
  value: ({ claim }) => claim.value,
  value_state: ({ claim }) => claim.valueState,
  text: ({ claim }) => claim.text,
  exact: ({ claim }) => claim.selector.exact,
  checkable: ({ claim }) => claim.checkable,
  priority: ({ claim }) => claim.priority,
  standing: ({ claim }) => claim.standing,
  findings: ({ findings }) => findings.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n'),
  citations: ({ citations }) => citations.map(citationLine).join('\n'),
  verdict: ({ verdict }) => verdict?.value,
  verdict_text: ({ verdict }) => verdict?.text,
  verdict_at: ({ verdict }) => verdict?.createdAt,
  version: ({ claim }) => claim.version,
};

/** "[2] SUPPORTS, ACCEPTED: Crossings of the year https://example.org/crossings". */
function citationLine({ label, stance, state, source }: Citation): string {
  const named = source ? [source.title, source.url ?? source.doi].filter(Boolean).join(' ') : 'leads nowhere';
  return `[${label}] ${stance}, ${state}: ${named}`;
}

/** Claims as CSV: the header, then a row each. */
export async function* claimsCsv(
  pages: AsyncIterable<readonly ExportedClaim[]>,
): AsyncGenerator<string, void, undefined> {
  let head = csvRow(Object.keys(COLUMNS));
  const columns = Object.values(COLUMNS);
  for await (const page of pages) {
    yield head + page.map((exported) => csvRow(columns.map((column) => column(exported)))).join('');
    head = '';
  }
}
