import {
  createContextKey,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type ContextManager,
  type Span,
  type TextMapPropagator,
  type Tracer,
} from '@opentelemetry/api';

/*
 * Spans at the program's own seams: request, operation, statement, job. While nothing collects them, each of these
 * functions does what it is given and nothing else. No span has parameters of statements, texts, tokens or addresses.
 */

/** What makes spans, and hands them on from what asks to what is asked. */
export interface Tracing {
  readonly tracer: Tracer;
  readonly contexts: ContextManager;
  readonly propagator: TextMapPropagator;
}

let tracing: Tracing | null = null;

/** From now on spans are made; null: no longer. */
export function useTracing(given: Tracing | null): void {
  tracing = given;
}

/** What a request is doing: what happens in it belongs to the operation, once that is known. */
interface Trail {
  operation: Span | null;
}

const TRAIL = createContextKey('obelus trail');
/** Longer statements are cut, in UTF-16 units. */
const STATEMENT_LENGTH = 2_000;

/** A request, from its first byte to the end of its answer. */
export interface TracedRequest {
  /** Does something for the request, and whatever that leads to. */
  run<T>(work: () => T): T;
  /** @param status of the answer. Call it once. */
  end(status: number): void;
}

/** @param headers of the request, which may say of what it is a part (traceparent); null while nothing is traced */
export function traceRequest(
  method: string,
  route: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): TracedRequest | null {
  if (!tracing) return null;
  const { tracer, contexts, propagator } = tracing;
  const attributes = { 'http.request.method': method, 'http.route': route };
  const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
  const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
  const trail: Trail = { operation: null };
  const own = trace.setSpan(parent, span).setValue(TRAIL, trail);
  return {
    run: (work) => contexts.with(own, work),
    end(status) {
      // One that was broken off in the middle has not ended.
      trail.operation?.end();
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** What comes as one message over a socket. */
export function traceMessage<T>(work: () => Promise<T>): Promise<T> {
  if (!tracing) return work();
  const trail: Trail = { operation: null };
  return inSpan(tracing, ROOT_CONTEXT.setValue(TRAIL, trail), 'message', { kind: SpanKind.SERVER }, work).finally(() =>
    trail.operation?.end(),
  );
}

/** Begins the operation of the request or message that is being answered. @returns ends it, saying how it went */
export function traceOperation(operation: string, field: string): ((outcome: string) => void) | null {
  const active = tracing?.contexts.active();
  const trail = active?.getValue(TRAIL) as Trail | undefined;
  if (!tracing || !active || !trail || trail.operation) return null;
  const attributes = { 'graphql.operation.type': operation, 'obelus.field': field };
  const span = (trail.operation = tracing.tracer.startSpan(`${operation} ${field}`, { attributes }, active));
  return (outcome) => {
    span.setAttribute('obelus.outcome', outcome);
    if (outcome === 'error') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    trail.operation = null;
  };
}

/** A statement of what is being done; those of nothing that is traced are not traced either. `work` begins at once. */
export function traceStatement<T>(sql: string, work: () => Promise<T>): Promise<T> {
  const parent = tracing && parentOf(tracing);
  if (!tracing || !parent) return work();
  const word = firstWord(sql);
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': word,
    // Values are parameters; should a literal stand in a statement all the same, it stays here.
    'db.query.text': sql.slice(0, STATEMENT_LENGTH).replace(/'(?:[^']|'')*(?:'|$)/g, "'?'"),
  };
  return inSpan(tracing, parent, word, { kind: SpanKind.CLIENT, attributes }, work);
}

/** An attempt at a job. @param origin as `traceparent` gave it to who asked for the job */
export function traceJob<T>(kind: string, origin: string | undefined, work: () => Promise<T>): Promise<T> {
  if (!tracing) return work();
  const carrier = origin === undefined ? {} : { traceparent: origin };
  const parent = tracing.propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter);
  return inSpan(tracing, parent, `job ${kind}`, { kind: SpanKind.CONSUMER, attributes: { 'obelus.job': kind } }, work);
}

/** A part of what is being done that is worth a span of its own. */
export function tracePart<T>(name: string, work: () => Promise<T>): Promise<T> {
  const parent = tracing && parentOf(tracing);
  if (!tracing || !parent) return work();
  return inSpan(tracing, parent, name, {}, work);
}

/** What a request only gives occasion for, and that is done for others as well: no part of the request. */
export function traceApart<T>(work: () => T): T {
  return tracing ? tracing.contexts.with(ROOT_CONTEXT, work) : work();
}

/** What is being done, for who goes on with it later, in the form of W3C Trace Context; undefined: nothing is traced. */
export function traceparent(): string | undefined {
  const parent = tracing && parentOf(tracing);
  if (!tracing || !parent) return undefined;
  const carrier: Record<string, string> = {};
  tracing.propagator.inject(parent, carrier, defaultTextMapSetter);
  return carrier['traceparent'];
}

/** To what a new span belongs; null: to nothing. */
function parentOf({ contexts }: Tracing): Context | null {
  const active = contexts.active();
  const span = trace.getSpan(active);
  if (!span) return null;
  const trail = active.getValue(TRAIL) as Trail | undefined;
  // What was begun within the operation has a span of its own by then.
  return trail?.operation && active.getValue(WITHIN) === undefined ? trace.setSpan(active, trail.operation) : active;
}

/** Set where a span of the operation's own parts is the active one. */
const WITHIN = createContextKey('obelus within');

function inSpan<T>(
  { tracer, contexts }: Tracing,
  parent: Context,
  name: string,
  options: { readonly kind?: SpanKind; readonly attributes?: Attributes },
  work: () => Promise<T>,
): Promise<T> {
  const span = tracer.startSpan(name, options, parent);
  const isFirst = trace.getSpan(parent) === undefined;
  const own = trace.setSpan(isFirst ? parent : parent.setValue(WITHIN, true), span);
  return contexts.with(own, work).then(
    (result) => {
      span.end();
      return result;
    },
    (error: unknown) => {
      // Its message may hold what a user wrote.
      const { name: type = typeof error, code } = error as { name?: string; code?: unknown };
      span.setAttribute('error.type', typeof code === 'string' ? `${type} ${code}` : type);
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      throw error;
    },
  );
}

/** "SELECT" of a statement; "OTHER" of what is no usual one. */
export function firstWord(sql: string): string {
  const word = /^\s*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase() ?? '';
  return WORDS.has(word) ? word : 'OTHER';
}

const WORDS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH', 'SET', 'SAVEPOINT', 'RELEASE', 'ROLLBACK']);
