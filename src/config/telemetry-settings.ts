import { IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Is, whole } from './checks.js';
import type { Variable } from './variables.js';

/** As the standard variables of OpenTelemetry name them. */
export const TRACE_SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Where spans can be sent: an address of HTTP without anything behind its path. */
function isEndpoint(text: unknown): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false;
  const { protocol, search, hash } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && search === '' && hash === '';
}

/** What is told about the running of the program, and to whom. */
export abstract class TelemetrySettings {
  /** Who shows it may read metrics, from wherever; null: this machine alone may. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{24,512}$/, { message: '24 to 512 characters, no white space' })
  metricsToken!: string | null;

  /** TCP port for metrics alone; null: they are at the server's own. */
  @IsOptional()
  @IsInt(whole(1, 65535))
  @Min(1, whole(1, 65535))
  @Max(65535, whole(1, 65535))
  metricsPort!: number | null;

  /** The address to listen on for metrics, with a port of their own. */
  @Matches(/^[\w.:%-]+$/, { message: 'a host name or an IP address' })
  metricsHost!: string;

  /** Where traces are sent, by OTLP over HTTP; null: there are none. */
  @IsOptional()
  @Is(isEndpoint, { message: 'an address with http or https' })
  otlpEndpoint!: string | null;

  /** What is sent along: names and values, escaped as in an address. */
  @IsOptional()
  @Matches(/^\s*[\w.-]+\s*=[^,=]*(,\s*[\w.-]+\s*=[^,=]*)*$/, { message: 'names and values: "a=b,c=d", escaped with %' })
  otlpHeaders!: string | null;

  @IsIn(['true', 'false'], { message: 'true or false' })
  otelDisabled!: 'true' | 'false';

  @MinLength(1, { message: '1 to 200 characters' })
  @MaxLength(200, { message: '1 to 200 characters' })
  serviceName!: string;

  @IsIn(TRACE_SAMPLERS, { message: `one of ${TRACE_SAMPLERS.join(', ')}` })
  traceSampler!: (typeof TRACE_SAMPLERS)[number];

  /** For samplers that keep a share. */
  @IsOptional()
  @Matches(/^(0(\.\d+)?|1(\.0+)?)$/, { message: 'a number from 0 to 1' })
  traceSamplerShare!: string | null;
}

export const TELEMETRY_VARIABLES: Readonly<Record<keyof TelemetrySettings, Variable>> = {
  metricsToken: {
    name: 'OBELUS_METRICS_TOKEN',
    fallback: null,
    kind: 'text',
    secret: 'all',
    description: 'who shows it may read /metrics; without it, this machine alone may; see docs/monitoring.md',
  },
  metricsPort: {
    name: 'OBELUS_METRICS_PORT',
    fallback: null,
    kind: 'number',
    description: 'a port for /metrics alone, of the server or of a worker; without it, the server has them at PORT',
  },
  metricsHost: {
    name: 'OBELUS_METRICS_HOST',
    fallback: '127.0.0.1',
    kind: 'text',
    description: 'address to listen on at OBELUS_METRICS_PORT',
  },
  otlpEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    fallback: null,
    kind: 'text',
    description: 'where traces are sent, by OTLP over HTTP (http://127.0.0.1:4318); without it, none are made',
  },
  otlpHeaders: {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    fallback: null,
    kind: 'text',
    secret: 'all',
    description: 'headers to send with traces: name=value, with commas between',
  },
  otelDisabled: {
    name: 'OTEL_SDK_DISABLED',
    fallback: 'false',
    kind: 'text',
    description: 'true: no traces, whatever else is set',
  },
  serviceName: {
    name: 'OTEL_SERVICE_NAME',
    fallback: 'obelus',
    kind: 'text',
    description: 'the name of this process in traces',
  },
  traceSampler: {
    name: 'OTEL_TRACES_SAMPLER',
    fallback: 'parentbased_always_on',
    kind: 'text',
    description: `which traces are kept: ${TRACE_SAMPLERS.join(', ')}`,
  },
  traceSamplerShare: {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    fallback: null,
    kind: 'text',
    description: 'the share that the samplers with a ratio keep, from 0 to 1; without it, all',
  },
};
