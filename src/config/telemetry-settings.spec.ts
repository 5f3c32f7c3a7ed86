import { ConfigError, readConfig } from './config.js';

const problemOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

it('nothing is told to anybody else unless it is asked for', () => {
  expect(readConfig({})).toMatchObject({
    metricsToken: null,
    metricsPort: null,
    metricsHost: '127.0.0.1',
    otlpEndpoint: null,
    serviceName: 'obelus',
  });
});

it.each([
  ['OBELUS_METRICS_TOKEN', 'short'],
  ['OBELUS_METRICS_TOKEN', 'twenty-four characters with space'],
  ['OBELUS_METRICS_PORT', '0'],
  ['OBELUS_METRICS_PORT', '65536'],
  ['OBELUS_METRICS_PORT', 'http'],
  ['OBELUS_METRICS_HOST', 'a host'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'grpc://collector:4317'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4318/?a=b'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'a token that is nothing else'],
  ['OTEL_SDK_DISABLED', 'yes'],
  ['OTEL_TRACES_SAMPLER', 'sometimes'],
  ['OTEL_TRACES_SAMPLER_ARG', '2'],
])('%s=%s is refused by name', (name, value) => {
  expect(problemOf({ [name]: value })).toMatch(new RegExp(`^${name}=.*: must be `));
});

it.each(['OBELUS_METRICS_TOKEN', 'OTEL_EXPORTER_OTLP_HEADERS'])('%s is never shown', (name) => {
  const problem = problemOf({ [name]: 'hunter2 and more' });
  expect(problem).toContain('hidden');
  expect(problem).not.toContain('hunter2');
});

it.each(['authorization=Bearer%20abc', 'a=b, c=d', 'x-scope-orgid=newsroom'])('headers: %s', (value) => {
  expect(readConfig({ OTEL_EXPORTER_OTLP_HEADERS: value }).otlpHeaders).toBe(value);
});
