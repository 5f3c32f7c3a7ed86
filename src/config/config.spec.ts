import { ConfigError, readConfig } from './config.js';
import { VARIABLES } from './variables.js';

/** The error's message lines for an environment. */
function mistakes(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    const config = readConfig({});
    expect({ ...config }).toEqual({
      port: 3000,
      processes: '1',
      readUrls: null,
      readLagSeconds: 5,
      sample: 'on',
      metricsHost: '127.0.0.1',
      metricsPort: null,
      metricsToken: null,
      otelDisabled: 'false',
      otlpEndpoint: null,
      otlpHeaders: null,
      serviceName: 'obelus',
      traceSampler: 'parentbased_always_on',
      traceSamplerShare: null,
      jobs: 'on',
      plugins: null,
      host: '127.0.0.1',
      databaseUrl: null,
      ownerUrl: null,
      dataDir: '.obelus',
      token: null,
      workspaceName: 'Newsroom',
      nodeEnv: 'development',
      logLevel: 'log',
      statementTimeoutMs: 5000,
      poolSize: 10,
      databaseWaitSeconds: 60,
      rateLimitToken: 2_000_000,
      rateLimitAddress: 10_000_000,
      trustedProxies: null,
      oidcIssuer: null,
      oidcAudience: null,
      oidcRoleClaim: 'roles',
      oidcRoles: null,
      oidcWorkspace: null,
      oidcWorkspaceClaim: null,
      fetchAllow: null,
      fetchContact: null,
      webhookKey: null,
      checkLinks: 'off',
      archiveLookup: null,
      judgeUrl: null,
      judgeModel: null,
      judgeKey: null,
      judgeTimeoutMs: 60_000,
      judgePriceInput: null,
      judgePriceOutput: null,
      judgeDailyLimit: 500,
      judgeAtOnce: 1,
      judgeAuto: 'on',
    });
    expect(config.judge).toBeNull();
    expect(config.production).toBe(false);
  });

  it('reads what is set, and takes an empty variable as absent', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      NODE_ENV: 'production',
      OBELUS_DATA_DIR: '',
      OBELUS_TOKEN: ' ',
    });
    expect(config).toMatchObject({ port: 0, host: '::1', production: true, dataDir: '.obelus', token: null });
  });

  it('reports every mistake at once: name, value, what is allowed', () => {
    expect(mistakes({ PORT: '70000', NODE_ENV: 'live', OBELUS_POOL_SIZE: 'many', OBELUS_LOG_LEVEL: 'warn' })).toEqual([
      'PORT="70000": must be a whole number from 0 to 65535',
      'NODE_ENV="live": must be one of development, production, test',
      'OBELUS_POOL_SIZE="many": must be a whole number from 1 to 200',
    ]);
  });

  it.each(['1e3', '0x10', '80.5', '-1', 'three'])('refuses %s as a port', (value) => {
    expect(mistakes({ PORT: value })).toHaveLength(1);
  });

  it('never shows a secret', () => {
    const lines = mistakes({
      OBELUS_TOKEN: 'too-short-a-token',
      DATABASE_URL: 'mysql://root:hunter2@db/obelus',
      OBELUS_OWNER_URL: 'pg://o:pa@ss@db/x',
    });
    expect(lines).toEqual([
      'DATABASE_URL=mysql://root:***@db/obelus: must be a URL of the form postgres://user:password@host:5432/database',
      'OBELUS_OWNER_URL=pg://o:***@db/x: must be a URL of the form postgres://user:password@host:5432/database',
      'OBELUS_TOKEN=(hidden, 17 characters): must be at least 24 characters, no white space',
    ]);
  });

  it('refuses an owner without a database', () => {
    expect(mistakes({ OBELUS_OWNER_URL: 'postgres://owner@db/obelus' })).toEqual([
      'OBELUS_OWNER_URL=postgres://owner@db/obelus: must be absent, or stand beside DATABASE_URL',
    ]);
  });

  it('refuses to leave the jobs of the embedded database to nobody', () => {
    expect(mistakes({ OBELUS_JOBS: 'off' })).toEqual([
      'OBELUS_JOBS="off": must be on, or stand beside DATABASE_URL: nobody else can do the jobs of the embedded database',
    ]);
  });

  it('tells all that is wrong with a provider of sign-ins at once', () => {
    expect(mistakes({ OBELUS_OIDC_ISSUER: 'https://id.example' })).toEqual([
      'OBELUS_OIDC_AUDIENCE="": must be given beside OBELUS_OIDC_ISSUER: for whom its tokens are',
      'OBELUS_OIDC_ROLES="": must be given beside OBELUS_OIDC_ISSUER, as in "editors=EDITOR"',
      'OBELUS_OIDC_WORKSPACE="": must be given beside OBELUS_OIDC_ISSUER, or OBELUS_OIDC_WORKSPACE_CLAIM in its place, and not both',
    ]);
    expect(
      mistakes({
        OBELUS_OIDC_ISSUER: 'http://id.example',
        OBELUS_OIDC_ROLES: 'editors=BOSS',
        OBELUS_OIDC_WORKSPACE: 'x',
      }),
    ).toEqual([
      expect.stringMatching(/^OBELUS_OIDC_ISSUER="http:\/\/id.example": must be an address with https/),
      expect.stringMatching(/^OBELUS_OIDC_ROLES="editors=BOSS": must be values of the claim and roles/),
      expect.stringMatching(/^OBELUS_OIDC_WORKSPACE="x": must be an id/),
      expect.stringMatching(/^OBELUS_OIDC_AUDIENCE="": must be given/),
    ]);
    expect(mistakes({ OBELUS_OIDC_AUDIENCE: 'obelus', OBELUS_TRUSTED_PROXIES: 'nowhere' })).toEqual([
      expect.stringMatching(/^OBELUS_TRUSTED_PROXIES="nowhere": must be addresses or networks/),
      'OBELUS_OIDC_AUDIENCE="obelus": must be absent, or stand beside OBELUS_OIDC_ISSUER',
    ]);
  });

  it('reads a provider of sign-ins', () => {
    const workspace = '01890a5d-ac96-774b-bcce-b302099a8057';
    const { oidc } = readConfig({
      OBELUS_OIDC_ISSUER: 'https://id.example/realms/news',
      OBELUS_OIDC_AUDIENCE: 'obelus',
      OBELUS_OIDC_ROLES: 'editors=EDITOR, city desk = CHECKER,a=b=ADMIN',
      OBELUS_OIDC_WORKSPACE: workspace,
    });
    expect(oidc).toEqual({
      issuer: 'https://id.example/realms/news',
      audience: 'obelus',
      roleClaim: 'roles',
      roles: new Map([
        ['editors', 'EDITOR'],
        ['city desk', 'CHECKER'],
        ['a=b', 'ADMIN'],
      ]),
      workspace: { id: workspace },
    });
    expect(readConfig({}).oidc).toBeNull();
  });

  it('describes every variable, each once', () => {
    const variables = Object.values(VARIABLES);
    expect(new Set(variables.map(({ name }) => name)).size).toBe(variables.length);
    for (const { description } of variables) expect(description).not.toBe('');
  });

  it('takes plugins as a list, and none of them empty', () => {
    expect(readConfig({}).pluginModules).toEqual([]);
    expect(readConfig({ OBELUS_PLUGINS: './a.mjs, obelus-plugin-money' }).pluginModules).toEqual([
      './a.mjs',
      'obelus-plugin-money',
    ]);
    for (const wrong of [',', 'a,,b', 'a,', ' , a', 'a, ,b']) {
      expect(() => readConfig({ OBELUS_PLUGINS: wrong })).toThrow(/OBELUS_PLUGINS=.*must be paths or packages/);
    }
  });
});
