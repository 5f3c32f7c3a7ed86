import type { Finding } from '../judging/judge.js';
import type { Rule } from '../judging/rule.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';
import { LineIndex } from '../reading/line-index.js';
import { describedRule, indexesOf, SARIF_SCHEMA_ADDRESS, saidOf, type RuleIndexes } from '../reporting/sarif.js';
import type { CheckedArticle } from './checked-article.js';
import { uriOf } from './portable-path.js';
import type { ReportOptions } from './reports.js';
import { rulePageAt } from './rules.js';

/**
 * The report of `obelus check --format sarif`: SARIF 2.1.0 (OASIS), which services such as GitHub's code scanning show
 * beside the text.
 *
 * @param problems what could not be read or judged, a line each
 * @returns the pieces of one JSON object, a line for each finding
 */
export function* sarifReport(
  checked: readonly CheckedArticle[],
  problems: readonly string[],
  { version, rulePages, plugins }: ReportOptions,
): Generator<string> {
  const rules = byId([...BUILT_IN_RULES, ...plugins.flatMap((plugin) => plugin.rules)]);
  const indexes = indexesOf(rules.keys());
  const driver = {
    name: 'Obelus',
    version,
    semanticVersion: version,
    rules: [...rules.values()].map((rule) => describedRule(rule, rulePageAt(rulePages, rule.meta.id))),
  };
  const extensions = plugins.map(({ meta }) => ({ name: meta.name, version: meta.version }));
  yield `{ "$schema": "${SARIF_SCHEMA_ADDRESS}", "version": "2.1.0", "runs": [ {`;
  yield `  "tool": ${JSON.stringify({ driver, ...(extensions.length > 0 ? { extensions } : {}) })},`;
  yield '  "columnKind": "utf16CodeUnits", "newlineSequences": ["\\r\\n", "\\n", "\\r"],';
  yield `  "invocations": ${JSON.stringify([invocation(checked, problems, indexes)])},`;
  yield `  "artifacts": ${JSON.stringify(checked.map(artifact))},`;
  yield '  "results": [';
  let before = '';
  // Where one result tells whether it is suppressed, the standard wants all of them to.
  const some = checked.some(({ accepted }) => accepted.size > 0);
  for (const [i, each] of checked.entries()) {
    const lines = new LineIndex(each.text);
    for (const finding of each.judgement.findings) {
      const suppressions = some ? { suppressions: suppressionsOf(finding, each) } : {};
      const result = { ...resultOf(finding, each, i, lines, indexes), ...suppressions };
      if (before !== '') yield `${before},`;
      before = `    ${JSON.stringify(result)}`;
    }
  }
  if (before !== '') yield before;
  yield '  ] } ] }';
}

/** Two folders can have a copy each of one plugin: its rules are told once. */
function byId(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  const known = new Map<string, Rule>();
  for (const rule of rules) if (!known.has(rule.meta.id)) known.set(rule.meta.id, rule);
  return known;
}

function invocation(checked: readonly CheckedArticle[], problems: readonly string[], indexes: RuleIndexes): object {
  const failed = checked.flatMap(({ path, judgement }) =>
    judgement.errored.map(({ rule, message, times }) => ({
      level: 'error',
      message: { text: `The rule ${rule} failed ${times === 1 ? 'once' : `${times} times`}: ${message}` },
      associatedRule: { id: rule, index: indexes.get(rule) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    })),
  );
  const unread = problems.map((text) => ({ level: 'error', message: { text } }));
  return { executionSuccessful: problems.length === 0, toolExecutionNotifications: [...unread, ...failed] };
}

const artifact = ({ path, text, article }: CheckedArticle): object => ({
  location: { uri: uriOf(path) },
  roles: ['analysisTarget'],
  length: Buffer.byteLength(text),
  encoding: 'UTF-8',
  description: { text: article.title },
});

function resultOf(
  finding: Finding,
  { path, judgement, convertedFrom }: CheckedArticle,
  index: number,
  lines: LineIndex,
  indexes: RuleIndexes,
): object {
  const { rule, claim, bearing, span, line } = finding;
  // A converted file has no lines of its own.
  const own = convertedFrom === null ? { region: span === null ? { startLine: line } : regionOf(span, lines) } : {};
  return {
    ...saidOf(finding, rule, indexes.get(rule)),
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), index }, ...own } }],
    properties: { claim, bearing, standing: claim === null ? null : judgement.claims[claim - 1]!.standing },
  };
}

const regionOf = ({ start, end }: { start: number; end: number }, lines: LineIndex): object => ({
  startLine: lines.lineOf(start),
  startColumn: lines.columnOf(start),
  endLine: lines.lineOf(end),
  endColumn: lines.columnOf(end),
  charOffset: start,
  charLength: end - start,
});

const suppressionsOf = ({ fingerprint }: Finding, { accepted }: CheckedArticle): object[] =>
  accepted.has(fingerprint)
    ? [{ kind: 'external', status: 'accepted', justification: 'It stands in the baseline.' }]
    : [];
