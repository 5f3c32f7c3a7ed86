import { toGlobalId } from '../graphql/global-id.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';
import { describedRule, indexesOf, SARIF_SCHEMA_ADDRESS, saidOf } from '../reporting/sarif.js';
import type { ExportedFinding } from './exported-findings.loader.js';
import { jsonList } from './json-list.js';

const INDEXES = indexesOf(BUILT_IN_RULES.map(({ meta }) => meta.id));

/**
 * Findings as SARIF 2.1.0, a run with all of them. An article stands under its address, else under its slug.
 *
 * @param baseUrl of this server, for the pages of its rules
 */
export function findingsSarif(
  pages: AsyncIterable<readonly ExportedFinding[]>,
  baseUrl: string,
): AsyncGenerator<string, void, undefined> {
  const rules = BUILT_IN_RULES.map((rule) => describedRule(rule, `${baseUrl}/docs/rules/${rule.meta.id}`));
  const tool = { driver: { name: 'Obelus', rules } };
  return jsonList(
    `{"$schema":"${SARIF_SCHEMA_ADDRESS}","version":"2.1.0","runs":[{"tool":${JSON.stringify(tool)},` +
      '"columnKind":"utf16CodeUnits","invocations":[{"executionSuccessful":true}],"results":[',
    resultsOf(pages),
    () => ']}]}',
  );
}

async function* resultsOf(
  pages: AsyncIterable<readonly ExportedFinding[]>,
): AsyncGenerator<readonly object[], void, undefined> {
  for await (const page of pages) yield page.map(resultOf);
}

function resultOf({ finding, article, waiver }: ExportedFinding): object {
  const { ruleId, selector, bearing, claimUuid, state } = finding;
  const uri = article.url ?? encodeURIComponent(article.slug);
  return {
    ...saidOf(finding, ruleId, INDEXES.get(ruleId)),
    locations: [
      { physicalLocation: { artifactLocation: { uri }, ...(selector ? { region: regionOf(selector) } : {}) } },
    ],
    // Where one result tells whether it is suppressed, the standard wants all of them to.
    suppressions: waiver ? [{ kind: 'external', status: 'accepted', justification: waiver.reason }] : [],
    properties: {
      article: article.id,
      claim: claimUuid === null ? null : toGlobalId('Claim', claimUuid),
      bearing,
      state,
    },
  };
}

const regionOf = ({ line, start, end }: NonNullable<ExportedFinding['finding']['selector']>): object => ({
  ...(line === null ? {} : { startLine: line }),
  ...(start === null || end === null ? {} : { charOffset: start, charLength: end - start }),
});
