import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './check-options.js';
import type { ConvertOptions } from './convert.js';
import { FORMAT_NAMES } from './format-names.js';
import type { ImportOptions } from './import-articles.js';
import type { McpOptions } from './mcp/mcp.js';
import { CONFIG_NAME, LINK_READINGS, REPORT_FORMATS } from './names.js';
import type { RulesOptions } from './rules.js';
import type { ExportSourcesOptions } from './sources/export-sources.js';
import type { ImportSourcesOptions } from './sources/import-sources.js';
import { RECORD_FORMATS } from './sources/record-pieces.js';
import { UsageError, type Terminal } from './terminal.js';

/** What can be read. */
const FILES = 'text, Markdown, HTML, wikitext, Word (.docx), PDF or the JSON of an editor';

/** What holds several articles. */
const COLLECTIONS = '.zip, exports of WordPress (.xml), tables of claims (.csv)';

/** Where `npm start` serves unless told otherwise. */
const LOCAL_SERVER = 'http://127.0.0.1:3000';

/**
 * Runs the command line. What a command needs is loaded when it is called: `--help` need not
 * wait for a parser of HTML.
 *
 * @param args what stands after the program's name
 * @returns the exit status
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  const program = new Command('obelus')
    .description('Reads an article, finds its claims, and says which have weak or missing evidence, and why.')
    .version(terminal.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .exitOverride()
    .configureHelp({ helpWidth: terminal.width })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
      outputError: (text) => terminal.error(oneLine(text)),
    });
  const inputFormat = new Option('--input-format <format>', 'format of the files; else their names tell').choices(
    FORMAT_NAMES,
  );
  const plugin = () =>
    new Option('--plugin <module>', 'a path or package with further rules; may be repeated')
      .argParser(collect)
      .default([], 'none');
  const format = (known: readonly string[]) =>
    new Option('--format <format>', 'how to tell it').choices(known).default('pretty');

  program
    .command('check')
    .description('read and judge files, without a server or a database')
    .addArgument(new Argument('<files...>', `${FILES}, folders or patterns; "-" is standard input`))
    .addOption(format(REPORT_FORMATS))
    .addOption(inputFormat)
    .option('--config <file>', `severities, plugins and what to ignore, as JSON; else the nearest ${CONFIG_NAME}`)
    .addOption(plugin())
    .option('--rule <id=severity>', 'off, note, warning or error; may be repeated', collect, [])
    .addOption(
      new Option('--links <reading>', 'what links are in an article that cites in no other way').choices(LINK_READINGS),
    )
    .option('--sources <folder>', 'compare with the texts of the sources: files named by number or label, as 4.pdf')
    .option('--max-warnings <n>', 'fail when there are more warnings than this', wholeNumber, Infinity)
    .option('--baseline <file>', 'fail on findings only that do not stand in this file')
    .option('--update-baseline', 'write what is found to the baseline', false)
    .option('--fix', 'merge duplicate references, close gaps in their numbers, sort their list', false)
    .option('--fix-dry-run', 'tell what --fix would do, and what would be found then', false)
    .option('--watch', 'go on, and check again what changes', false)
    .option('--verbose', 'each finding on its own, with its remedy', false)
    .addHelpText('after', '\nExit status: 0 no errors, 1 errors or too many warnings, 2 something could not be run.')
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./check.js');
      status = await check(files, options, terminal);
    });

  program
    .command('import')
    .description('send files to a server, or have it fetch articles from the web, and tell what it finds')
    .addArgument(
      new Argument('<files...>', `${FILES}; folders; ${COLLECTIONS}; "-" is standard input; or addresses (https://…)`),
    )
    .option('--server <url>', 'where the server is', LOCAL_SERVER)
    .addOption(new Option('--token <token>', 'whose workspace, and who you are there').env('OBELUS_TOKEN'))
    .option('--slug <slug>', "the article's name in addresses; else made of the file's name or web address")
    .option('--desk <desk>', 'the desk to file it under')
    .option('--slug-prefix <text>', 'stands before the slugs of all articles of a folder or file that holds several')
    .option(
      '--map <role=column>',
      'what a column of a table holds, such as claim=Statement; may be repeated',
      collect,
      [],
    )
    .option('--preview', 'tell what a folder or file that holds several would become, and send nothing', false)
    .option('--drafts', 'of WordPress, what is not published, too', false)
    .option('--quiet', 'tell nothing but what goes wrong, and not how far it is', false)
    .addOption(inputFormat)
    .addHelpText('after', '\nExit status: 0 all imported, 1 the server refused one, 2 one could not be read or sent.')
    .action(async (files: string[], options: ImportOptions) => {
      const { importArticles } = await import('./import-articles.js');
      status = await importArticles(files, options, terminal);
    });

  const sources = program.command('sources').description('take bibliographic records to a server, and out of it');
  const server = () => new Option('--server <url>', 'where the server is').default(LOCAL_SERVER);
  const token = () => new Option('--token <token>', 'whose workspace, and who you are there').env('OBELUS_TOKEN');
  sources
    .command('import')
    .description('send files of records; what the server has already stays as it is')
    .addArgument(new Argument('<files...>', 'CSL-JSON (.json), BibTeX (.bib) or RIS (.ris); "-" is standard input'))
    .addOption(server())
    .addOption(token())
    .addOption(new Option('--format <format>', 'format of the files; else their names tell').choices(RECORD_FORMATS))
    .addHelpText(
      'after',
      '\nExit status: 0 all imported, 1 the server refused some, 2 a file could not be read or sent.',
    )
    .action(async (files: string[], options: ImportSourcesOptions) => {
      const { importSources } = await import('./sources/import-sources.js');
      status = await importSources(files, options, terminal);
    });
  sources
    .command('export')
    .description('print all sources of the workspace as records')
    .addOption(server())
    .addOption(token())
    .addOption(new Option('--format <format>', 'how to write them').choices(RECORD_FORMATS).default('csl'))
    .option('-o, --output <file>', 'write them to this file')
    .action(async (options: ExportSourcesOptions) => {
      const { exportSources } = await import('./sources/export-sources.js');
      await exportSources(options, terminal);
    });

  program
    .command('convert')
    .description('print the HTML as which a Word document, a PDF or JSON is read: lines in reports are its lines')
    .argument('<file>', '.docx, .pdf or .json; "-" is standard input')
    .addOption(inputFormat)
    .action(async (file: string, options: ConvertOptions) => {
      const { convert } = await import('./convert.js');
      await convert(file, options, terminal);
    });

  program
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[id]', 'a rule, such as dangling-citation')
    .addOption(format(['pretty', 'json']))
    .addOption(plugin())
    .action(async (id: string | undefined, options: RulesOptions) => {
      const { rules } = await import('./rules.js');
      await rules(id, options, terminal);
    });

  program
    .command('support')
    .description('compare claims with the texts of their sources: how much of each is found there')
    .argument('<pairs>', 'JSON lines with "claim" and "source_text" or "source_sentences"; "-" is standard input')
    .addHelpText('after', '\nExit status: 0 all compared, 2 a line is no pair, or the file could not be read.')
    .action(async (path: string) => {
      const { support } = await import('./support.js');
      status = await support(path, terminal);
    });

  program
    .command('mcp')
    .description('let an assistant ask a server what is unsupported and propose sources, by the Model Context Protocol')
    .option('--server <url>', 'where the server is', LOCAL_SERVER)
    .addOption(new Option('--token <token>', 'whose workspace: READER to ask, CHECKER to propose').env('OBELUS_TOKEN'))
    .addHelpText('after', '\nIt speaks over standard input and output; docs/mcp.md says how programs start it.')
    .action(async (options: McpOptions) => {
      const { mcp } = await import('./mcp/mcp.js');
      status = await mcp(options, terminal);
    });

  program
    .command('serve')
    .description('start the server, as "npm start" does; see the README for its environment variables')
    .action(async () => {
      const { serve } = await import('./serve.js');
      status = await serve(terminal);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Help and the version come this way too, with a status of 0; what is wrong was told already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    terminal.error(error.message);
    return 2;
  }
  return status;
}

const collect = (one: string, all: string[]): string[] => [...all, one];

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Commander's message as one line that says where to read on. */
function oneLine(text: string): string {
  const message = text
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `obelus: ${message}${/[.?!)]$/.test(message) ? '' : ';'} "obelus --help" lists the commands and options`;
}
