import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { findPackageJSON } from 'node:module';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { Config } from '../config/config.js';
import { build } from './instruments.js';
import { listenForMetrics } from './metrics-server.js';
import { areShared, REGISTRY } from './registry.js';

const ENDING = Symbol('ends tracing');
type End = () => Promise<void>;

/** Metrics of the process itself, metrics at a port of their own, and traces: where they are wanted. */
@Module({})
export class TelemetryModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(ENDING) private readonly endTracing: End,
  ) {}

  /** @param name what this process is, for those who have several */
  static for(name: 'server' | 'worker'): DynamicModule {
    const tracing = { provide: ENDING, inject: [Config], useFactory: (config: Config) => beginTracing(config) };
    describeProcess(name);
    return { module: TelemetryModule, providers: [tracing] };
  }

  /** @throws MetricsListenError */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.metricsPort !== null && !areShared()) this.server = await listenForMetrics(this.config);
  }

  /** The last to end, so that the end of all others is measured too. */
  async onApplicationShutdown(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
    await this.endTracing();
  }
}

async function beginTracing(config: Config): Promise<End> {
  const { otlpEndpoint, otelDisabled } = config;
  if (otlpEndpoint === null || otelDisabled === 'true') return () => Promise.resolve();
  const { startTracing } = await import('./otlp.js');
  return startTracing({ ...config, otlpEndpoint }, version());
}

/** Memory, event loop, collection of garbage, and what runs here. A process has one of each, however often it is asked. */
function describeProcess(name: string): void {
  build.reset();
  build.set({ version: version(), node: process.version, process: name }, 1);
  if (!REGISTRY.getSingleMetric('process_start_time_seconds')) collectDefaultMetrics({ register: REGISTRY });
}

let known: string | null = null;

/** Of the program: of the package that this file belongs to. */
function version(): string {
  known ??= (JSON.parse(readFileSync(findPackageJSON('.', import.meta.url)!, 'utf8')) as { version: string }).version;
  return known;
}
