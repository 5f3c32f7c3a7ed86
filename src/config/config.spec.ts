import { ConfigError, readConfig, VARIABLES } from './config.js';

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
      sample: 'on',
      jobs: 'on',
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
    });
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

  it('describes every variable, each once', () => {
    const variables = Object.values(VARIABLES);
    expect(new Set(variables.map(({ name }) => name)).size).toBe(variables.length);
    for (const { description } of variables) expect(description).not.toBe('');
  });
});
