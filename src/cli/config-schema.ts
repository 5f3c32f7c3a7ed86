import { SEVERITIES } from '../judging/evidence.js';
import type { Rule } from '../judging/rule.js';
import { CONFIG_NAME, LINK_READINGS } from './names.js';

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
      plugins: {
        type: 'array',
        description:
          'Modules with further rules: paths from the folder of this file, or names of packages. They are code, and are run.',
        items: { type: 'string', minLength: 1 },
      },
      rules: {
        type: 'object',
        description: 'How severe each rule is, and its thresholds. What is left out keeps its default.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.meta.id, ruleSchema(rule)])),
        patternProperties: { '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$': PLUGIN_RULE_SCHEMA },
      },
      ignore: {
        type: 'array',
        description: 'Patterns of files and folders that are not read, relative to the folder of this file.',
        items: { type: 'string', pattern: '^[^!]' },
      },
      links: {
        enum: LINK_READINGS,
        description: 'What links to other sites in a sentence are, in an article that cites in no other way.',
        default: 'citations',
      },
      rulePages: {
        type: 'string',
        description: "Where the rules' pages are served, for links in reports: a server's /docs/rules.",
        pattern: '^[Hh][Tt][Tt][Pp][Ss]?://.',
      },
    },
  };
}

const UPPER_CASE = ['OFF', ...SEVERITIES.toReversed()];
const severities = [...UPPER_CASE.map((severity) => severity.toLowerCase()), ...UPPER_CASE];

/** What is known of a rule of which only the plugin knows more. */
const PLUGIN_RULE_SCHEMA: Schema = {
  type: 'object',
  description: 'A rule of a plugin, as plugin/rule.',
  additionalProperties: false,
  properties: {
    severity: { enum: severities },
    thresholds: { type: 'object', additionalProperties: { type: 'number' } },
  },
};

function ruleSchema({ meta }: Rule): Schema {
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
        enum: severities,
        default: meta.severity.toLowerCase(),
      },
      thresholds: { type: 'object', additionalProperties: false, properties: Object.fromEntries(thresholds) as Schema },
    },
  };
}
