import 'reflect-metadata';
import { availableParallelism } from 'node:os';
import proxyAddress from '@fastify/proxy-addr';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';

import { Is, whole } from './checks.js';
import { asksForPrimary, readUrls, urlsOfHosts } from './database-urls.js';
import { isContact, readAllowList, type FetchSettings } from './fetch-settings.js';
import { GivenJudgeSettings, judgeMistakes, judgeSettings, type JudgeSettings } from './judge-settings.js';
import { isIssuer, oidcMistakes, oidcSettings, readRoles, type OidcSettings } from './oidc-settings.js';
import { LOG_LEVELS, VARIABLES, type LogLevel, type Setting, type Variable } from './variables.js';

export const NODE_ENVS = ['development', 'production', 'test'] as const;
export type NodeEnv = (typeof NODE_ENVS)[number];

const postgresUrl = { message: 'a URL of the form postgres://user:password@host:5432/database' };
/** Whether it leads to a server, or to several of which one can be written to. */
const isPostgresUrl = (url: unknown): boolean => urlsOfHosts(String(url)).length > 0 && asksForPrimary(String(url));

/** What `trustProxy` of Fastify takes. */
function areProxies(list: unknown): boolean {
  try {
    proxyAddress.compile(
      String(list)
        .split(',')
        .map((each) => each.trim()),
    );
    return true;
  } catch {
    return false;
  }
}

/**
 * Everything that the environment decides, checked. Made once, by `readConfig`, and handed on: no other file reads
 * `process.env`.
 */
export class Config extends GivenJudgeSettings {
  /** TCP port of the server; 0 takes a free one. */
  @IsInt(whole(0, 65535))
  @Min(0, whole(0, 65535))
  @Max(65535, whole(0, 65535))
  port!: number;

  /** The address to listen on. */
  @Matches(/^[\w.:%-]+$/, { message: 'a host name or an IP address' })
  host!: string;

  /** One's own PostgreSQL; null: the embedded one. */
  @IsOptional()
  @Is(isPostgresUrl, postgresUrl)
  databaseUrl!: string | null;

  /** Who owns the tables and migrates, when the user of `databaseUrl` may not. */
  @IsOptional()
  @Is(isPostgresUrl, postgresUrl)
  ownerUrl!: string | null;

  /** Servers that follow the one in `databaseUrl`, to be read from; null: there are none. */
  @IsOptional()
  @Is((text) => readUrls(String(text)) !== null, {
    message: 'URLs of the form postgres://user:password@host:5432/database, one host each, with commas between',
  })
  readUrls!: string | null;

  /** How far such a server may be behind, in seconds. */
  @IsInt(whole(1, 3600))
  @Min(1, whole(1, 3600))
  @Max(3600, whole(1, 3600))
  readLagSeconds!: number;

  /** Where the embedded PostgreSQL keeps its data; relative to the current folder. */
  @IsNotEmpty({ message: 'a path' })
  dataDir!: string;

  /** An administrator's token that always works; null: one is made at the first start, and printed. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]+$/, { message: 'at least 24 characters, no white space' })
  @MinLength(24, { message: 'at least 24 characters, no white space' })
  @MaxLength(512, { message: 'at most 512 characters' })
  token!: string | null;

  /** The name of the workspace that the first start makes. */
  @MaxLength(200, { message: 'at most 200 characters' })
  workspaceName!: string;

  /** Whether a workspace without articles is given the sample at start. */
  @IsIn(['on', 'off'], { message: 'on or off' })
  sample!: 'on' | 'off';

  /** Whether this process does background jobs; another one must when it does not. Of several, one does, or each. */
  @IsIn(['on', 'off', 'each'], { message: 'on, off or each' })
  jobs!: 'on' | 'off' | 'each';

  /** How many processes serve on the one port; auto: as many as there are processors. */
  @Matches(/^(auto|[1-9]|[1-5]\d|6[0-4])$/, { message: 'auto, or a whole number from 1 to 64' })
  processes!: string;

  /** Modules with further rules, with commas between: paths from the current folder, or packages. They are code. */
  @IsOptional()
  @Matches(/^\s*[^,\s][^,]*(,\s*[^,\s][^,]*)*$/, {
    message: 'paths or packages with commas between, none of them empty',
  })
  plugins!: string | null;

  @IsIn(NODE_ENVS, { message: `one of ${NODE_ENVS.join(', ')}` })
  nodeEnv!: NodeEnv;

  @IsIn(LOG_LEVELS, { message: `one of ${LOG_LEVELS.join(', ')}` })
  logLevel!: LogLevel;

  /** How long one statement of a request may run, in milliseconds. */
  @IsInt(whole(100, 600_000))
  @Min(100, whole(100, 600_000))
  @Max(600_000, whole(100, 600_000))
  statementTimeoutMs!: number;

  /** Connections to PostgreSQL that are kept open at most. */
  @IsInt(whole(1, 200))
  @Min(1, whole(1, 200))
  @Max(200, whole(1, 200))
  poolSize!: number;

  /** How long to try to reach a database that is down at start, in seconds. */
  @IsInt(whole(0, 3600))
  @Min(0, whole(0, 3600))
  @Max(3600, whole(0, 3600))
  databaseWaitSeconds!: number;

  /** Points a minute that one token may ask for; 0: as many as it likes. See `graphql/limits/rate.ts`. */
  @IsInt(whole(0, 1_000_000_000))
  @Min(0, whole(0, 1_000_000_000))
  @Max(1_000_000_000, whole(0, 1_000_000_000))
  rateLimitToken!: number;

  /** The same from one address. */
  @IsInt(whole(0, 1_000_000_000))
  @Min(0, whole(0, 1_000_000_000))
  @Max(1_000_000_000, whole(0, 1_000_000_000))
  rateLimitAddress!: number;

  /** Proxies that are believed when they say for whom they ask: addresses and networks; null: none. */
  @IsOptional()
  @Is(areProxies, { message: 'addresses or networks with commas between: 10.0.0.1, 192.168.0.0/16, loopback' })
  trustedProxies!: string | null;

  /** Who vouches for people who sign in without a token of ours; null: nobody. An OpenID Connect provider. */
  @IsOptional()
  @Is(isIssuer, { message: 'an address with https (http on this machine), as the provider names itself' })
  oidcIssuer!: string | null;

  @IsOptional()
  @MaxLength(500, { message: 'at most 500 characters' })
  oidcAudience!: string | null;

  @MaxLength(200, { message: 'at most 200 characters' })
  oidcRoleClaim!: string;

  /** What the values of the claim lead to. */
  @IsOptional()
  @Is((text) => readRoles(String(text)) !== null, {
    message: 'values of the claim and roles (READER, CHECKER, EDITOR, ADMIN): "editors=EDITOR,desk=CHECKER"',
  })
  oidcRoles!: string | null;

  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { message: 'an id as "npm run workspace -- list" shows it' })
  oidcWorkspace!: string | null;

  @IsOptional()
  @MaxLength(200, { message: 'at most 200 characters' })
  oidcWorkspaceClaim!: string | null;

  /** What is fetched beyond the public web: names of hosts, addresses and networks; null: nothing. */
  @IsOptional()
  @Is((text) => readAllowList(String(text)) !== null, {
    message: 'names of hosts, addresses or networks with commas between: cms.example.org, 10.1.2.0/24',
  })
  fetchAllow!: string | null;

  /** Whom the owners of fetched sites can ask. */
  @IsOptional()
  @Is(isContact, { message: 'an address of mail or of the web: research@example.org' })
  fetchContact!: string | null;

  /** What the signing keys of webhooks are sealed with in the database; null: they are not. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]+$/, { message: 'at least 32 characters, no white space' })
  @MinLength(32, { message: 'at least 32 characters, no white space' })
  @MaxLength(512, { message: 'at most 512 characters' })
  webhookKey!: string | null;

  /** Whether the addresses of sources are tried from time to time. */
  @IsIn(['on', 'off'], { message: 'on or off' })
  checkLinks!: 'on' | 'off';

  /** Who is asked for copies of pages in archives, in the manner of the Wayback Machine; null: nobody. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s#]{1,500}$/, { message: 'an address of the web, without "#"' })
  archiveLookup!: string | null;

  get production(): boolean {
    return this.nodeEnv === 'production';
  }

  get processCount(): number {
    return this.processes === 'auto' ? availableParallelism() : Number(this.processes);
  }

  /** The same, but for some of it. */
  with(changes: Partial<{ -readonly [S in Setting]: Config[S] }>): Config {
    return Object.assign(new Config(), this, changes);
  }

  get replicaUrls(): readonly string[] {
    return this.readUrls === null ? [] : readUrls(this.readUrls)!;
  }

  get pluginModules(): readonly string[] {
    return this.plugins?.split(',').map((each) => each.trim()) ?? [];
  }

  get oidc(): OidcSettings | null {
    return oidcSettings(this);
  }

  /** Null: there is none. */
  get judge(): JudgeSettings | null {
    return judgeSettings(this);
  }

  get fetching(): FetchSettings {
    return { allowed: readAllowList(this.fetchAllow)!, contact: this.fetchContact };
  }
}

const SETTINGS = Object.keys(VARIABLES) as Setting[];

/** One mistake in the environment. */
export interface ConfigProblem {
  readonly name: string;
  /** As given; secrets are hidden. */
  readonly value: string;
  readonly allowed: string;
}

/** Thrown when the environment has mistakes: all of them at once, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'INVALID_CONFIGURATION';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ name, value, allowed }) => `${name}=${value}: must be ${allowed}`).join('\n'));
  }
}

/**
 * The configuration that an environment gives. An empty variable counts as absent.
 *
 * @throws ConfigError naming every wrong variable, its value, and what is allowed
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const values = SETTINGS.map((setting) => [setting, read(environment, VARIABLES[setting])] as const);
  const config: Config = Object.assign(new Config(), Object.fromEntries(values));
  const mistakes = new Map(
    validateSync(config).map((error) => [error.property, Object.values(error.constraints ?? {})]),
  );
  const problems = SETTINGS.flatMap((setting) => {
    const allowed = mistakes.get(setting)?.[0];
    if (allowed === undefined) return [];
    const variable = VARIABLES[setting];
    return [{ name: variable.name, value: shown(variable, environment[variable.name] ?? ''), allowed }];
  });
  if (config.ownerUrl !== null && config.databaseUrl === null) {
    const allowed = 'absent, or stand beside DATABASE_URL';
    problems.push({ name: 'OBELUS_OWNER_URL', value: shown(VARIABLES.ownerUrl, config.ownerUrl), allowed });
  }
  if (config.readUrls !== null && config.databaseUrl === null) {
    const allowed = 'absent, or stand beside DATABASE_URL: nothing follows the embedded database';
    problems.push({ name: 'OBELUS_READ_URLS', value: shown(VARIABLES.readUrls, config.readUrls), allowed });
  }
  if (config.jobs === 'off' && config.databaseUrl === null) {
    const allowed = 'on, or stand beside DATABASE_URL: nobody else can do the jobs of the embedded database';
    problems.push({ name: 'OBELUS_JOBS', value: shown(VARIABLES.jobs, config.jobs), allowed });
  }
  if (config.archiveLookup !== null && config.checkLinks === 'off') {
    const allowed = 'absent, or stand beside OBELUS_CHECK_LINKS=on: addresses are looked up when they are tried';
    problems.push({
      name: 'OBELUS_ARCHIVE_LOOKUP',
      value: shown(VARIABLES.archiveLookup, config.archiveLookup),
      allowed,
    });
  }
  for (const [setting, allowed] of [...oidcMistakes(config), ...judgeMistakes(config)]) {
    // What is wrong by itself was told.
    if (mistakes.has(setting)) continue;
    problems.push({ name: VARIABLES[setting].name, value: shown(VARIABLES[setting], config[setting] ?? ''), allowed });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function read(environment: Readonly<Record<string, string | undefined>>, variable: Variable): string | number | null {
  const given = environment[variable.name]?.trim();
  const text = given === undefined || given === '' ? variable.fallback : given;
  if (text === null || variable.kind === 'text') return text;
  // Number('') and Number('0x1f') are numbers too; a person who writes them did not mean them.
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

function shown(variable: Variable, value: string): string {
  if (variable.secret === 'all') return `(hidden, ${value.length} characters)`;
  if (variable.secret === 'password') return value.replace(/(\/\/[^:@/]*):.*@/, '$1:***@');
  return JSON.stringify(value);
}
