/** Of this checkout, as part of a pattern. */
const folder = import.meta.dirname.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Three projects: `unit` needs nothing but Node; `integration` starts PostgreSQL and the server; `citus` runs the
 * tests of the API and its programs on the Citus cluster of which CITUS_URL names the coordinator, and skips, saying so, without it.
 */
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    // Not what stands in some other folder of this name, in which the checkout itself may be.
    [`^${folder}[/\\\\]web[/\\\\].+\\.tsx?$`]: '<rootDir>/web/testing/transform.mjs',
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

/** What a cluster has nothing to do with, or what cannot be there: each with a reason. */
const NOT_ON_CITUS = [
  // Servers that the tests start themselves.
  'test/database/(embedded-postgres|start-database)',
  'test/(replication|bench|start)',
  // What the migrations make, before it is distributed.
  'test/database/(entities|over-time-upgrade)',
  // No database.
  'test/(articles|cluster/supervisor|command-line|fetching|import-\\w+|plugins\\.|references|support)',
];

const citus = {
  ...common,
  displayName: 'citus',
  ...(process.env.CITUS_URL
    ? {
        testMatch: ['<rootDir>/test/**/*.spec.ts'],
        testPathIgnorePatterns: ['/node_modules/', ...NOT_ON_CITUS.map((each) => `<rootDir>/${each}`)],
        globals: { OBELUS_ON_CITUS: true },
        globalSetup: '<rootDir>/test/support/citus-setup.mjs',
        globalTeardown: '<rootDir>/test/support/citus-teardown.mjs',
      }
    : { testMatch: ['<rootDir>/test/citus/**/*.spec.ts'] }),
};

export default {
  // For what hangs: time passes otherwise on a busy machine, and is no measure of what is tested.
  testTimeout: 60_000,
  // By itself Jest leaves a processor free, which of two is half of them: tests wait for servers and browsers most of the time.
  maxWorkers: '100%',
  // Jest keeps the ES modules of the files that it has run: all tests in one process come to more than 4 GB. A process that has
  // grown to this is replaced between two files.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{src,eval,fuzz,train,bench,web}/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/citus/'],
      // One PostgreSQL for the run; each file clones its database.
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
    citus,
  ],
};
