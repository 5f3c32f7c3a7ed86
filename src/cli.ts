import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { check, type CheckOptions, type Terminal, UsageError } from './cli/check.js';
import { ruleDocumentation } from './judging/documentation.js';
import { BUILT_IN_RULES } from './judging/rules/index.js';
import { RulesetError } from './judging/ruleset.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const terminal: Terminal = {
  out: (text) => console.log(text),
  error: (text) => console.error(text),
  input: process.stdin,
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  width: process.stdout.columns ?? 100,
  now: new Date(),
  version,
};

const wholeNumber = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
};

const program = new Command('obelus')
  .description('Finds the claims of an article, and tells which have weak or missing evidence, and why.')
  .version(version)
  .exitOverride();

program
  .command('check')
  .description('read and judge files')
  .argument('<files...>', 'text, Markdown or HTML; "-" is standard input')
  .addOption(new Option('--format <format>', 'how to report').choices(['pretty', 'json']).default('pretty'))
  .option('--input-format <format>', 'text, markdown or html, when the name does not tell')
  .option('--config <file>', 'severities and thresholds of rules, as JSON')
  .option(
    '--rule <id=severity>',
    'off, note, warning or error; may be repeated',
    (one: string, all: string[]) => [...all, one],
    [],
  )
  .option('--max-warnings <n>', 'more warnings than this fail', wholeNumber, Infinity)
  .option('--verbose', 'each finding on its own', false)
  .action(async (files: string[], options: CheckOptions) => {
    process.exitCode = await check(files, options, terminal);
  });

program
  .command('rules')
  .description('list the rules, or explain one')
  .argument('[id]')
  .action((id: string | undefined) => {
    if (id === undefined) {
      for (const { meta } of BUILT_IN_RULES)
        terminal.out(`${meta.id.padEnd(24)} ${meta.severity.toLowerCase().padEnd(8)} ${meta.title}`);
      return;
    }
    const rule = BUILT_IN_RULES.find(({ meta }) => meta.id === id);
    if (!rule) throw new UsageError(`no rule ${id}; "obelus rules" lists them`);
    terminal.out(ruleDocumentation(rule));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError || error instanceof RulesetError) {
    terminal.error(`obelus: ${error.message}`);
    process.exitCode = 2;
  } else throw error;
}
