import { dirname, resolve } from 'node:path';
import { createRuleset, RulesetError, type RuleConfig, type Ruleset } from '../judging/ruleset.js';
import { type ConfigFile, findConfig, isIgnored, readConfigFile } from './config-file.js';
import { STANDARD_INPUT } from './input.js';
import { UsageError } from './terminal.js';

/** What `--config` and `--rule` said. */
export interface SettingsOptions {
  readonly config?: string;
  /** As given: "numbering-gap=off". */
  readonly rule: readonly string[];
}

const SEVERITY_NAMES = 'off, note, warning or error';

/**
 * What holds for each article: the defaults, changed by the configuration file that `--config` names or that stands
 * nearest above the article, changed by `--rule`. Files are read once.
 */
export class Settings {
  private readonly fromOptions: Readonly<Record<string, RuleConfig>>;
  private readonly given: ConfigFile | null;
  private readonly places = new Map<string, string | null>();
  private readonly files = new Map<string, ConfigFile | UsageError>();
  private readonly rulesets = new Map<ConfigFile | null, Ruleset>();

  /** @throws UsageError with a line per mistake, each naming the option or the file */
  constructor({ config, rule }: SettingsOptions) {
    this.given = config === undefined ? null : readConfigFile(config, `--config ${config}`);
    this.fromOptions = ruleOptions(rule);
  }

  /** @throws UsageError when the article's configuration file has mistakes */
  rulesetFor(path: string): Ruleset {
    const file = this.fileFor(path);
    const known = this.rulesets.get(file);
    if (known) return known;
    const rules: Record<string, RuleConfig> = { ...file?.rules };
    for (const [id, { severity }] of Object.entries(this.fromOptions)) rules[id] = { ...rules[id], severity };
    const ruleset = createRuleset({ rules });
    this.rulesets.set(file, ruleset);
    return ruleset;
  }

  /** Whether the configuration keeps this file or folder out. @throws UsageError as `rulesetFor` */
  isIgnored(path: string): boolean {
    if (path === STANDARD_INPUT) return false;
    const file = this.fileFor(path);
    return file !== null && isIgnored(path, file);
  }

  /** Where the pages of rules are served, as the configuration of the working folder says. */
  get rulePages(): string | null {
    return this.fileFor(STANDARD_INPUT)?.rulePages ?? null;
  }

  /** The configuration files that were asked for, so that their changes can be watched. */
  get configPaths(): readonly string[] {
    return [...(this.given ? [this.given.path] : []), ...this.files.keys()];
  }

  private fileFor(path: string): ConfigFile | null {
    if (this.given) return this.given;
    // Standard input stands nowhere: the working folder is nearest.
    const folder = path === STANDARD_INPUT ? process.cwd() : dirname(resolve(path));
    const place = findConfig(folder, this.places);
    if (place === null) return null;
    const file = this.files.get(place) ?? this.read(place);
    if (file instanceof UsageError) throw file;
    return file;
  }

  private read(place: string): ConfigFile | UsageError {
    let file: ConfigFile | UsageError;
    try {
      file = readConfigFile(place);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      file = error;
    }
    this.files.set(place, file);
    return file;
  }
}

function ruleOptions(given: readonly string[]): Record<string, RuleConfig> {
  const rules = Object.fromEntries(
    given.map((each): [string, RuleConfig] => {
      const [, id, severity] = /^([^=]+)=(off|note|warning|error)$/i.exec(each) ?? [];
      if (!id || !severity) throw new UsageError(`--rule ${each}: write ID=SEVERITY; severities are ${SEVERITY_NAMES}`);
      return [id, { severity: severity.toUpperCase() as NonNullable<RuleConfig['severity']> }];
    }),
  );
  try {
    createRuleset({ rules });
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    throw new UsageError(error.problems.map(({ message }) => `--rule: ${message}`).join('\n'), { cause: error });
  }
  return rules;
}
