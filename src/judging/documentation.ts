import type { Rule, Threshold } from './rule.js';

/** Said at the head of every generated page, so that nobody mends the page instead of the rule. */
const GENERATED = '<!-- Generated from the rule by scripts/generate-rule-docs.mjs; change the rule, not this page. -->';

/** The Markdown page of one rule, all of it from its meta. */
export function ruleDocumentation({ meta, scope }: Rule): string {
  const bears =
    meta.bearings.length === 0 ? 'nothing' : meta.bearings.map((bearing) => bearing.toLowerCase()).join(' or ');
  const parts = [
    GENERATED,
    `# ${meta.id}`,
    `${meta.title}.`,
    table(
      ['severity', 'bears on the standing', 'asked about', 'reads', 'version'],
      [
        [
          meta.severity.toLowerCase(),
          bears,
          scope === 'claim' ? 'each claim' : 'the article',
          meta.reads.join(', '),
          String(meta.version),
        ],
      ],
    ),
    meta.description,
    `## Remedy\n\n${meta.remedy}`,
    `## Examples\n\nFires on:\n\n${bullets(meta.examples.fires)}\n\nStays quiet on:\n\n${bullets(meta.examples.quiet)}`,
    ...(meta.thresholds ? [`## Thresholds\n\n${thresholds(meta.thresholds)}`] : []),
    `## Configuration\n\n\`\`\`json\n${JSON.stringify({ rules: { [meta.id]: configuration(meta) } }, null, 2)}\n\`\`\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The index of all pages, in the order of the rules' ids. */
export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules
    .map(({ meta }) => meta)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((meta) => [
      `[${meta.id}](${meta.id}.md)`,
      meta.title,
      meta.severity.toLowerCase(),
      meta.bearings.length === 0 ? '–' : meta.bearings.map((bearing) => bearing.toLowerCase()).join(' or '),
    ]);
  const intro = `One page a rule: what it looks for, when it stays quiet, how to mend what it finds. Severity and thresholds are the defaults;
a workspace can change them or switch a rule off. What a finding bears on the standing of its claim is the rule's own.`;
  return `${[GENERATED, '# Rules', intro, table(['rule', 'fires on', 'severity', 'bears'], rows)].join('\n\n')}\n`;
}

/** Every page that should stand in the folder of rule pages: file name → content. */
export function rulePages(rules: readonly Rule[]): Map<string, string> {
  const pages = rules.map((rule): [string, string] => [`${rule.meta.id}.md`, ruleDocumentation(rule)]);
  return new Map([['README.md', rulesIndex(rules)], ...pages]);
}

const configuration = ({ severity, thresholds: all }: Rule['meta']) => ({
  severity,
  ...(all ? { thresholds: Object.fromEntries(Object.entries(all).map(([name, each]) => [name, each.default])) } : {}),
});

const bullets = (items: readonly string[]): string => items.map((item) => `- ${codeSpan(item)}`).join('\n');

/** As code, so that brackets and pipes stay what they are; a fence longer than any in the text. */
function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}

function thresholds(all: Readonly<Record<string, Threshold>>): string {
  const rows = Object.entries(all).map(([name, { default: standard, min, max, description }]) => [
    `\`${name}\``,
    String(standard),
    `${min} to ${max}`,
    description,
  ]);
  return table(['threshold', 'default', 'allowed', 'meaning'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
