import { Logger } from '@nestjs/common';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { setGlobalErrorHandler, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type Sampler,
} from '@opentelemetry/sdk-trace';
import type { Config } from '../config/config.js';
import { useTracing } from './tracing.js';

export type TracingSettings = Pick<
  Config,
  'otlpEndpoint' | 'otlpHeaders' | 'serviceName' | 'traceSampler' | 'traceSamplerShare'
>;

/** How long the end waits for what was not sent yet, in milliseconds. */
const FAREWELL_MS = 2_000;
/** How long one sending may take with all its tries, in milliseconds. */
const SENDING_MS = 5_000;
/** Failures are told in the log so often, in milliseconds. */
const TOLD_MS = 60_000;

/**
 * Collects spans and sends them to `endpoint`/v1/traces, as JSON. Nothing global is set: packages that would make spans
 * of their own make none. Loaded only where traces are wanted.
 *
 * @param version of the program
 * @returns sends what is left, and ends it
 */
export function startTracing(settings: TracingSettings & { readonly otlpEndpoint: string }, version: string) {
  tellFailures();
  const url = `${settings.otlpEndpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({
    url,
    headers: headersOf(settings.otlpHeaders ?? ''),
    timeoutMillis: SENDING_MS,
  });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': settings.serviceName, 'service.version': version })),
    sampler: samplerOf(settings),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const contexts = new AsyncLocalStorageContextManager().enable();
  const tracer = provider.getTracer('obelus', version);
  useTracing({ tracer, contexts, propagator: new W3CTraceContextPropagator() });
  return async (): Promise<void> => {
    useTracing(null);
    contexts.disable();
    const waited = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL_MS).unref());
    // Who collects may be away; that was told, and holds up nobody.
    await Promise.race([provider.shutdown().catch(() => undefined), waited]);
  };
}

function samplerOf({ traceSampler, traceSamplerShare }: TracingSettings): Sampler {
  const [isParentBased, name] = [traceSampler.startsWith('parentbased_'), traceSampler.replace('parentbased_', '')];
  const root =
    name === 'always_on'
      ? new AlwaysOnSampler()
      : name === 'always_off'
        ? new AlwaysOffSampler()
        : new TraceIdRatioBasedSampler(Number(traceSamplerShare ?? 1));
  return isParentBased ? new ParentBasedSampler({ root }) : root;
}

function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((each) => each.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=').map((part) => decodeURIComponent(part.trim()));
      return [name, value];
    }),
  );
}

/** Spans that could not be sent are lost: once a minute that is said. */
function tellFailures(): void {
  const log = new Logger('Tracing');
  let toldAt = -Infinity;
  setGlobalErrorHandler((error) => {
    if (performance.now() - toldAt < TOLD_MS) return;
    toldAt = performance.now();
    const { message, code } = error as { message?: string; code?: string | number };
    log.warn(`traces could not be sent: ${[code, message].filter(Boolean).join(' ').slice(0, 200)}`);
  });
}
