import { SEVERITIES } from '../judging/evidence.js';
import type { Rule } from '../judging/rule.js';
import { CONFIG_NAME } from './names.js';

/** A part of a JSON schema. */
type Schema = Readonly<Record<string, unknown>>;

/** The JSON schema (draft 7, which editors know best) of a configuration file for these rules. */
export function configSchema(rules: readonly Rule[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: CONFIG_NAME,
    description: 'Generated from the rules by scripts/generate-config-schema.mjs.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      rules: {
        type: 'object',
        description: 'How severe each rule is, and its thresholds. What is left out keeps its default.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.meta.id, ruleSchema(rule)])),
      },
      ignore: {
        type: 'array',
        description: 'Patterns of files and folders that are not read, relative to the folder of this file.',
        items: { type: 'string', pattern: '^[^!]' },
      },
      rulePages: {
        type: 'string',
        description: "Where the rules' pages are served, for links in reports: a server's /docs/rules.",
        pattern: '^[Hh][Tt][Tt][Pp][Ss]?://.',
      },
    },
  };
}

function ruleSchema({ meta }: Rule): Schema {
  const severities = ['OFF', ...SEVERITIES.toReversed()];
  const thresholds = Object.entries(meta.thresholds ?? {}).map(
    ([name, { default: standard, min, max, description }]) => [
      name,
      { type: 'number', minimum: min, maximum: max, default: standard, description },
    ],
  );
  return {
    type: 'object',
    description: `${meta.title}. ${meta.remedy}`,
    additionalProperties: false,
    properties: {
      severity: {
        enum: [...severities.map((severity) => severity.toLowerCase()), ...severities],
        default: meta.severity.toLowerCase(),
      },
      thresholds: { type: 'object', additionalProperties: false, properties: Object.fromEntries(thresholds) as Schema },
    },
  };
}
