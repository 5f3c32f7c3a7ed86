import type { Config } from './config.js';
import { JUDGE_VARIABLES } from './judge-settings.js';
import { TELEMETRY_VARIABLES } from './telemetry-settings.js';

export const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that one environment variable sets. */
export type Setting = Exclude<
  keyof Config,
  'production' | 'oidc' | 'fetching' | 'judge' | 'pluginModules' | 'replicaUrls' | 'processCount' | 'with'
>;

export interface Variable {
  readonly name: string;
  /** As it would stand in the environment; null: absent. */
  readonly fallback: string | null;
  readonly kind: 'text' | 'number';
  /** Not to be shown in full. */
  readonly secret?: 'all' | 'password';
  readonly description: string;
}

/** Which environment variable sets what. The README's table is this one. */
export const VARIABLES: Readonly<Record<Setting, Variable>> = {
  port: { name: 'PORT', fallback: '3000', kind: 'number', description: 'port to listen on; 0 takes a free one' },
  host: { name: 'HOST', fallback: '127.0.0.1', kind: 'text', description: 'address to listen on' },
  databaseUrl: {
    name: 'DATABASE_URL',
    fallback: null,
    kind: 'text',
    secret: 'password',
    description: 'your own PostgreSQL (15 or newer); without it, an embedded one runs in OBELUS_DATA_DIR',
  },
  ownerUrl: {
    name: 'OBELUS_OWNER_URL',
    fallback: null,
    kind: 'text',
    secret: 'password',
    description: "who owns the tables and migrates them, when DATABASE_URL's user may not",
  },
  readUrls: {
    name: 'OBELUS_READ_URLS',
    fallback: null,
    kind: 'text',
    secret: 'password',
    description:
      'servers that follow the one in DATABASE_URL, to be read from, with commas between; see docs/operating.md',
  },
  readLagSeconds: {
    name: 'OBELUS_READ_LAG_SECONDS',
    fallback: '5',
    kind: 'number',
    description: 'a server in OBELUS_READ_URLS that is further behind is not read from, in seconds',
  },
  dataDir: {
    name: 'OBELUS_DATA_DIR',
    fallback: '.obelus',
    kind: 'text',
    description: 'folder of the embedded PostgreSQL',
  },
  token: {
    name: 'OBELUS_TOKEN',
    fallback: null,
    kind: 'text',
    secret: 'all',
    description: "an administrator's token that always works (24 characters or more)",
  },
  workspaceName: {
    name: 'OBELUS_WORKSPACE',
    fallback: 'Newsroom',
    kind: 'text',
    description: 'name of the workspace that the first start makes',
  },
  sample: {
    name: 'OBELUS_SAMPLE',
    fallback: 'on',
    kind: 'text',
    description: 'on: a workspace without articles is given a sample at start; off: it stays empty',
  },
  jobs: {
    name: 'OBELUS_JOBS',
    fallback: 'on',
    kind: 'text',
    description:
      'on: the server does background jobs, each: in each of its processes; off: `npm run worker` does (with DATABASE_URL)',
  },
  processes: {
    name: 'OBELUS_PROCESSES',
    fallback: '1',
    kind: 'text',
    description: 'processes that serve on the one port; auto: as many as there are processors',
  },
  plugins: {
    name: 'OBELUS_PLUGINS',
    fallback: null,
    kind: 'text',
    description: 'plugins with rules of your own, paths or packages with commas between; see docs/plugins.md',
  },
  nodeEnv: {
    name: 'NODE_ENV',
    fallback: 'development',
    kind: 'text',
    description: 'production switches introspection, GraphiQL and error details off',
  },
  logLevel: {
    name: 'OBELUS_LOG_LEVEL',
    fallback: 'log',
    kind: 'text',
    description: `how much to log: ${LOG_LEVELS.join(', ')}`,
  },
  statementTimeoutMs: {
    name: 'OBELUS_STATEMENT_TIMEOUT_MS',
    fallback: '5000',
    kind: 'number',
    description: 'how long one SQL statement of a request may run, in milliseconds',
  },
  poolSize: {
    name: 'OBELUS_POOL_SIZE',
    fallback: '10',
    kind: 'number',
    description: 'connections to PostgreSQL at most, of each process',
  },
  rateLimitToken: {
    name: 'OBELUS_RATE_LIMIT_TOKEN',
    fallback: '2000000',
    kind: 'number',
    description: 'points a minute for one token (a request costs 20 and an object 1); 0: no limit',
  },
  rateLimitAddress: {
    name: 'OBELUS_RATE_LIMIT_ADDRESS',
    fallback: '10000000',
    kind: 'number',
    description: 'points a minute for one address; 0: no limit, and failed sign-ins are not slowed',
  },
  trustedProxies: {
    name: 'OBELUS_TRUSTED_PROXIES',
    fallback: null,
    kind: 'text',
    description: 'proxies whose X-Forwarded-For is believed: addresses and networks, with commas between',
  },
  oidcIssuer: {
    name: 'OBELUS_OIDC_ISSUER',
    fallback: null,
    kind: 'text',
    description: 'an OpenID Connect provider whose tokens are taken, by its address; see docs/access.md',
  },
  oidcAudience: {
    name: 'OBELUS_OIDC_AUDIENCE',
    fallback: null,
    kind: 'text',
    description: 'for whom its tokens must be (their claim "aud")',
  },
  oidcRoleClaim: {
    name: 'OBELUS_OIDC_ROLE_CLAIM',
    fallback: 'roles',
    kind: 'text',
    description: 'the claim that tells of roles; dots lead into it: realm_access.roles',
  },
  oidcRoles: {
    name: 'OBELUS_OIDC_ROLES',
    fallback: null,
    kind: 'text',
    description: 'which role each of its values is: editors=EDITOR,desk=CHECKER',
  },
  oidcWorkspace: {
    name: 'OBELUS_OIDC_WORKSPACE',
    fallback: null,
    kind: 'text',
    description: 'the workspace of all who sign in so, by its id',
  },
  oidcWorkspaceClaim: {
    name: 'OBELUS_OIDC_WORKSPACE_CLAIM',
    fallback: null,
    kind: 'text',
    description: "or the claim that has the workspace's id",
  },
  fetchAllow: {
    name: 'OBELUS_FETCH_ALLOW',
    fallback: null,
    kind: 'text',
    description: 'hosts, addresses and networks of an intranet that may be fetched: cms.example.org,10.1.2.0/24',
  },
  fetchContact: {
    name: 'OBELUS_FETCH_CONTACT',
    fallback: null,
    kind: 'text',
    description: 'whom the owners of fetched sites can ask: an address of mail or of the web',
  },
  webhookKey: {
    name: 'OBELUS_WEBHOOK_KEY',
    fallback: null,
    kind: 'text',
    secret: 'all',
    description: 'seals secrets of webhooks in the database (32 characters or more): docs/webhooks.md',
  },
  checkLinks: {
    name: 'OBELUS_CHECK_LINKS',
    fallback: 'off',
    kind: 'text',
    description: 'on: addresses of sources are tried once a week, and once a day while they fail',
  },
  archiveLookup: {
    name: 'OBELUS_ARCHIVE_LOOKUP',
    fallback: null,
    kind: 'text',
    description: 'who knows copies in archives, with OBELUS_CHECK_LINKS=on: https://archive.org/wayback/available',
  },
  ...JUDGE_VARIABLES,
  databaseWaitSeconds: {
    name: 'OBELUS_DATABASE_WAIT_SECONDS',
    fallback: '60',
    kind: 'number',
    description: 'how long to wait for a database that is down at start, in seconds',
  },
  ...TELEMETRY_VARIABLES,
};
