import { ruleDocumentation } from '../judging/documentation.js';
import type { Severity } from '../judging/evidence.js';
import type { Rule } from '../judging/rule.js';

/*
 * What reports in SARIF 2.1.0 (OASIS) have in common, whether of files on the command line or of articles in a
 * workspace.
 */

export const SARIF_SCHEMA_ADDRESS = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS: Readonly<Record<Severity, string>> = { ERROR: 'error', WARNING: 'warning', NOTE: 'note' };

/** Raised when our fingerprints are made in another way, so that a service does not match old with new. */
const FINGERPRINT = 'obelus/v1';

/** A message as a sentence: with a stop at its end. */
export const sentence = (text: string): string => (/[.?!…][”"’')]*$/.test(text) ? text : `${text}.`);

/** The page of a rule for people who do not know that it is generated. */
export function rulePage(rule: Rule): string {
  return ruleDocumentation(rule)
    .replace(/^<!--.*-->\s*/, '')
    .trimEnd();
}

/** A rule as the tool's description has it. @param page the address of a page about it; null: none is known */
export const describedRule = (rule: Rule, page: string | null): object => ({
  id: rule.meta.id,
  shortDescription: { text: sentence(rule.meta.title) },
  fullDescription: { text: plain(rule.meta.description) },
  help: { text: `${plain(rule.meta.description)}\n\n${rule.meta.remedy}`, markdown: rulePage(rule) },
  ...(page === null ? {} : { helpUri: page }),
  defaultConfiguration: { level: LEVELS[rule.meta.severity] },
  properties: { version: rule.meta.version, bearings: rule.meta.bearings },
});

/** What a result says, wherever it stands: rule, level, message and fingerprint. */
export const saidOf = (
  finding: {
    readonly severity: Severity;
    readonly message: string;
    readonly remedy: string;
    readonly fingerprint: string;
  },
  rule: string,
  ruleIndex: number | undefined,
): object => ({
  ruleId: rule,
  ruleIndex,
  level: LEVELS[finding.severity],
  // "[text](target)" would be a link in a message, wherever the article has it from.
  message: { text: `${sentence(finding.message)} ${finding.remedy}`.replaceAll('](', '] (') },
  partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
});

/** Where each rule stands in the list of the driver. */
export type RuleIndexes = ReadonlyMap<string, number>;

export const indexesOf = (ids: Iterable<string>): RuleIndexes => new Map([...ids].map((id, i) => [id, i]));

/** Paragraphs without the line breaks within them. */
const plain = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' '))
    .join('\n\n');
