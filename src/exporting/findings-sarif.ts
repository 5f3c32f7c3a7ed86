import { toGlobalId } from '../graphql/global-id.js';
import { installedRules } from '../plugins/installed-rules.js';
import { describedRule, indexesOf, SARIF_SCHEMA_ADDRESS, saidOf, type RuleIndexes } from '../reporting/sarif.js';
import type { ExportedFinding } from './exported-findings.loader.js';
import { jsonList } from './json-list.js';

/**
 * Findings as SARIF 2.1.0, a run with all of them. An article stands under its address, else under its slug.
 *
 * @param baseUrl of this server, for the pages of its rules
 */
export function findingsSarif(
  pages: AsyncIterable<readonly ExportedFinding[]>,
  baseUrl: string,
): AsyncGenerator<string, void, undefined> {
  const indexes = indexesOf(installedRules().map(({ meta }) => meta.id));
  const rules = installedRules().map((rule) => describedRule(rule, `${baseUrl}/docs/rules/${rule.meta.id}`));
  const tool = { driver: { name: 'Obelus', rules } };
  return jsonList(
    `{"$schema":"${SARIF_SCHEMA_ADDRESS}","version":"2.1.0","runs":[{"tool":${JSON.stringify(tool)},` +
      '"columnKind":"utf16CodeUnits","invocations":[{"executionSuccessful":true}],"results":[',
    resultsOf(pages, indexes),
    () => ']}]}',
  );
}

async function* resultsOf(
  pages: AsyncIterable<readonly ExportedFinding[]>,
  indexes: RuleIndexes,
): AsyncGenerator<readonly object[], void, undefined> {
  for await (const page of pages) yield page.map((each) => resultOf(each, indexes));
}

function resultOf({ finding, article, waiver }: ExportedFinding, indexes: RuleIndexes): object {
  const { ruleId, selector, bearing, claimUuid, state } = finding;
  const uri = article.url ?? encodeURIComponent(article.slug);
  return {
    ...saidOf(finding, ruleId, indexes.get(ruleId)),
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
