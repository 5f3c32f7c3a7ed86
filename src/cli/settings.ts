import { dirname, resolve } from 'node:path';
import { pluginOf } from '../judging/plugin.js';
import { createRuleset, RulesetError, type RuleConfig, type Ruleset } from '../judging/ruleset.js';
import { type ConfigFile, findConfig, isIgnored, readConfigFile } from './config-file.js';
import { STANDARD_INPUT } from './input.js';
import type { LinkReading } from './names.js';
import { type LoadedPlugin, PluginLoader, rulesWith } from '../plugins/load-plugins.js';
import { sharedPlugins } from './plugins.js';
import { UsageError } from './terminal.js';

/** What `--config`, `--plugin`, `--rule` and `--links` said. */
export interface SettingsOptions {
  readonly config?: string;
  /** Modules with further rules: paths from the working folder, or names of packages. */
  readonly plugin: readonly string[];
  /** As given: "numbering-gap=off". */
  readonly rule: readonly string[];
  /** What links are; else the configuration tells, else they are citations. */
  readonly links?: LinkReading;
}

const SEVERITY_NAMES = 'off, note, warning or error';

/**
 * What holds for each article: the defaults, changed by the configuration file that `--config` names or that stands
 * nearest above the article, changed by `--rule`. Files are read once.
 */
export class Settings {
  private given: ConfigFile | null = null;
  private readonly places = new Map<string, string | null>();
  private readonly files = new Map<string, Promise<ConfigFile>>();
  private readonly rulesets = new Map<ConfigFile | null, Ruleset>();

  private constructor(
    private readonly fromOptions: Readonly<Record<string, RuleConfig>>,
    private readonly links: LinkReading | null,
    private readonly loader: PluginLoader,
    /** Those of `--plugin`. */
    private readonly shared: readonly LoadedPlugin[],
  ) {}

  /** @throws UsageError with a line per mistake, each naming the option or the file */
  static async load({ config, plugin, rule, links }: SettingsOptions): Promise<Settings> {
    const fromOptions = ruleOptions(rule);
    const loader = new PluginLoader();
    const shared = await sharedPlugins(plugin, loader);
    const settings = new Settings(fromOptions, links ?? null, loader, shared);
    if (config !== undefined) {
      settings.given = await readConfigFile(config, { told: `--config ${config}`, loader, shared, trusted: true });
      settings.rulesetOf(settings.given);
    } else {
      settings.refuseUnknown();
      // First, so that what it names is loaded whatever else names it.
      await unlessMistaken(settings.fileFor(STANDARD_INPUT));
    }
    return settings;
  }

  /** @throws UsageError when the article's configuration file has mistakes, or `--rule` names none of its rules */
  async rulesetFor(path: string): Promise<Ruleset> {
    return this.rulesetOf(await this.fileFor(path));
  }

  /** What links in the article are. @throws UsageError as `rulesetFor` */
  async linksFor(path: string): Promise<LinkReading> {
    return this.links ?? (await this.fileFor(path))?.links ?? 'citations';
  }

  /** Whether the configuration keeps this file or folder out. @throws UsageError as `rulesetFor` */
  async isIgnored(path: string): Promise<boolean> {
    if (path === STANDARD_INPUT) return false;
    const file = await this.fileFor(path);
    return file !== null && isIgnored(path, file);
  }

  /** Where the pages of rules are served, as the configuration of the working folder says. */
  async rulePages(): Promise<string | null> {
    return (await unlessMistaken(this.fileFor(STANDARD_INPUT)))?.rulePages ?? null;
  }

  /** Every plugin that was loaded until now. */
  get plugins(): readonly LoadedPlugin[] {
    return this.loader.loaded;
  }

  /** The files of plugins that were asked for, so that their changes can be watched. */
  get pluginPaths(): readonly string[] {
    return this.loader.paths;
  }

  /** The configuration files that were asked for, so that their changes can be watched. */
  get configPaths(): readonly string[] {
    return [...(this.given ? [this.given.path] : []), ...this.files.keys()];
  }

  private rulesetOf(file: ConfigFile | null): Ruleset {
    const known = this.rulesets.get(file);
    if (known) return known;
    const rules: Record<string, RuleConfig> = { ...file?.rules };
    for (const [id, { severity }] of Object.entries(this.fromOptions)) rules[id] = { ...rules[id], severity };
    const ruleset = this.create(rules, file?.plugins ?? this.shared);
    this.rulesets.set(file, ruleset);
    return ruleset;
  }

  /** Names that no configuration file can make known: it brings plugins, and no others can be found later. */
  private refuseUnknown(): void {
    const ours = this.shared.map(({ plugin }) => plugin.meta.name);
    const own = Object.entries(this.fromOptions).filter(([id]) => {
      const plugin = pluginOf(id);
      return plugin === null || ours.includes(plugin);
    });
    this.create(Object.fromEntries(own), this.shared);
  }

  /** What a file says was checked when it was read. */
  private create(rules: Readonly<Record<string, RuleConfig>>, plugins: readonly LoadedPlugin[]): Ruleset {
    try {
      return createRuleset({ rules }, rulesWith(plugins));
    } catch (error) {
      if (!(error instanceof RulesetError)) throw error;
      throw new UsageError(error.problems.map(({ message }) => `--rule: ${message}`).join('\n'), { cause: error });
    }
  }

  private async fileFor(path: string): Promise<ConfigFile | null> {
    if (this.given) return this.given;
    // Standard input stands nowhere: the working folder is nearest.
    const folder = path === STANDARD_INPUT ? process.cwd() : dirname(resolve(path));
    const place = findConfig(folder, this.places);
    if (place === null) return null;
    let file = this.files.get(place);
    if (!file) {
      const trusted = dirname(place) === process.cwd();
      file = readConfigFile(place, { loader: this.loader, shared: this.shared, trusted });
      this.files.set(place, file);
    }
    return file;
  }
}

/** A configuration with mistakes is told where it decides on an article. */
async function unlessMistaken(file: Promise<ConfigFile | null>): Promise<ConfigFile | null> {
  try {
    return await file;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function ruleOptions(given: readonly string[]): Record<string, RuleConfig> {
  return Object.fromEntries(
    given.map((each): [string, RuleConfig] => {
      const [, id, severity] = /^([^=]+)=(off|note|warning|error)$/i.exec(each) ?? [];
      if (!id || !severity) throw new UsageError(`--rule ${each}: write ID=SEVERITY; severities are ${SEVERITY_NAMES}`);
      return [id, { severity: severity.toUpperCase() as NonNullable<RuleConfig['severity']> }];
    }),
  );
}
