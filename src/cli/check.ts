import { readFileSync, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { ARTICLE_FORMATS, type ArticleFormat } from '../judging/evidence.js';
import { judgeArticle } from '../judging/judge.js';
import { createRuleset, type RuleConfig, type RulesetConfig } from '../judging/ruleset.js';
import { decode, MAX_INPUT_BYTES, UnreadableInputError } from '../reading/decode.js';
import { formatOf, readArticle } from '../reading/read-article.js';
import { type CheckedArticle, jsonReport } from './json-report.js';
import { prettyReport } from './pretty-report.js';

export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly inputFormat?: string;
  readonly config?: string;
  /** As given: "id=off". */
  readonly rule: readonly string[];
  readonly maxWarnings: number;
  readonly verbose: boolean;
}

/** Where the command reads and writes, so that tests can listen. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly input: NodeJS.ReadableStream;
  readonly colour: boolean;
  readonly width: number;
  readonly now: Date;
  readonly version: string;
}

/** A mistake in how the command was called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads and judges files. One that cannot be read is told, and the others are checked.
 *
 * @returns the exit status: 0 nothing at or over the limit, 1 findings, 2 something could not be run
 */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const ruleset = createRuleset(configOf(options));
  const checked: CheckedArticle[] = [];
  let failed = false;
  for (const path of paths) {
    try {
      const article = readArticle(decode(await bytesOf(path, terminal)), { format: formatFor(path, options) });
      checked.push({ path, article, judgement: judgeArticle(article, { ruleset, now: terminal.now }) });
    } catch (error) {
      if (!isExpected(error)) throw error;
      terminal.error(`${path}: ${error.message}`);
      failed = true;
    }
  }
  if (options.format === 'json') terminal.out(JSON.stringify(jsonReport(terminal.version, checked), null, 2));
  else for (const each of checked) terminal.out(`${prettyReport(each, { ...terminal, verbose: options.verbose })}\n`);
  if (failed) return 2;
  const count = (severity: 'ERROR' | 'WARNING'): number =>
    checked.reduce((sum, { judgement }) => sum + judgement.summary.bySeverity[severity], 0);
  return count('ERROR') > 0 || count('WARNING') > options.maxWarnings ? 1 : 0;
}

const isExpected = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof UnreadableInputError;

async function bytesOf(path: string, terminal: Terminal): Promise<Uint8Array> {
  if (path === '-') return buffer(terminal.input);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UsageError('is a folder; name the files in it');
    if (stat.size > MAX_INPUT_BYTES) throw new UsageError('larger than the limit of 20 MiB; split the text');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    const why =
      code === 'ENOENT'
        ? 'no such file; check the path'
        : code === 'EACCES'
          ? 'no permission to read it'
          : `cannot be read (${code})`;
    throw new UsageError(why, { cause: error });
  }
}

function formatFor(path: string, { inputFormat }: CheckOptions): ArticleFormat {
  if (inputFormat !== undefined) {
    const format = ARTICLE_FORMATS.find((each) => each === inputFormat.toUpperCase());
    if (!format)
      throw new UsageError(`unknown --input-format ${inputFormat}; one of ${ARTICLE_FORMATS.join(', ').toLowerCase()}`);
    return format;
  }
  if (path === '-') return 'TEXT';
  const format = formatOf(path);
  if (!format) throw new UsageError('its name does not tell the format; give --input-format');
  return format;
}

/** The configuration file with what `--rule` changes. @throws UsageError */
function configOf({ config, rule }: CheckOptions): RulesetConfig {
  const base = config === undefined ? {} : readConfig(config);
  const rules: Record<string, RuleConfig> = { ...base.rules };
  for (const each of rule) {
    const [, id, severity] = /^([\w-]+)=(off|note|warning|error)$/i.exec(each) ?? [];
    if (!id || !severity) throw new UsageError(`--rule ${each}: write id=off, id=note, id=warning or id=error`);
    rules[id] = { ...rules[id], severity: severity.toUpperCase() as NonNullable<RuleConfig['severity']> };
  }
  return { rules };
}

function readConfig(path: string): RulesetConfig {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
    throw new UsageError(
      `--config ${path}: must hold an object such as {"rules": {"numbering-gap": {"severity": "OFF"}}}`,
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--config ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
