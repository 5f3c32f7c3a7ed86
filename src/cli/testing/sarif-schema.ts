/**
 * The parts of SARIF 2.1.0 (OASIS, section 3) that the report uses, as a JSON schema that takes nothing else: a name
 * that is misspelt, a value of the wrong kind or a number out of range is told.
 */
const text = { type: 'string', minLength: 1 };
const index = { type: 'integer', minimum: 0 };
const place = { type: 'integer', minimum: 1 };
const uri = { type: 'string', pattern: "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$" };
const level = { enum: ['none', 'note', 'warning', 'error'] };

/** An object with these properties and no others. */
const only = (properties: object, ...required: string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object, minItems = 0) => ({ type: 'array', items, minItems, uniqueItems: true });

const message = only({ text, markdown: text }, 'text');
const region = {
  ...only({
    startLine: place,
    startColumn: place,
    endLine: place,
    endColumn: place,
    charOffset: index,
    charLength: index,
  }),
  minProperties: 1,
};
const location = only({
  physicalLocation: only({ artifactLocation: only({ uri, index }, 'uri'), region }, 'artifactLocation'),
});
const rule = only(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: { ...uri, pattern: '^https?://' },
    defaultConfiguration: only({ level }),
    properties: { type: 'object' },
  },
  'id',
);
const notification = only(
  { level, message, associatedRule: only({ id: text, index }), locations: list(location, 1) },
  'message',
);
const result = only(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: list(location, 1),
    partialFingerprints: { type: 'object', additionalProperties: text, minProperties: 1 },
    suppressions: list(
      only({ kind: { enum: ['inSource', 'external'] }, status: { enum: ['accepted'] }, justification: text }, 'kind'),
    ),
    properties: { type: 'object' },
  },
  'message',
);

export const SARIF_SCHEMA = only(
  {
    $schema: uri,
    version: { const: '2.1.0' },
    runs: list(
      only(
        {
          tool: only(
            {
              driver: only({ name: text, version: text, semanticVersion: text, rules: list(rule) }, 'name'),
              extensions: list(only({ name: text, version: text }, 'name'), 1),
            },
            'driver',
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          newlineSequences: list(text, 1),
          invocations: list(
            only(
              { executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) },
              'executionSuccessful',
            ),
          ),
          artifacts: list(
            only({
              location: only({ uri }, 'uri'),
              roles: list({ enum: ['analysisTarget'] }),
              length: index,
              encoding: text,
              description: message,
            }),
          ),
          results: list(result),
        },
        'tool',
      ),
    ),
  },
  'version',
  'runs',
);
