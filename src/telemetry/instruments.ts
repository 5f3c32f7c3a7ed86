import { counter, gauge, gaugeOf, histogram, SECONDS } from './registry.js';

/*
 * Everything that is measured. Labels have values from closed sets: routes, names of the schema, codes, kinds of jobs.
 * Nothing of a workspace is in them, no name, no id and no address. docs/monitoring.md tells of each.
 */

export const http = {
  requests: counter(
    'obelus_http_requests_total',
    'Requests answered over HTTP, by method, route and status',
    'method',
    'route',
    'status',
  ),
  duration: histogram(
    'obelus_http_request_duration_seconds',
    'How long requests over HTTP took until their answer was sent',
    SECONDS.answer,
    'method',
    'route',
  ),
};

export const graphql = {
  operations: counter(
    'obelus_graphql_operations_total',
    'Operations that were run, over HTTP and sockets, by kind, field of the root (several: more than one) and outcome',
    'operation',
    'field',
    'outcome',
  ),
  duration: histogram(
    'obelus_graphql_operation_duration_seconds',
    'How long queries and mutations ran',
    SECONDS.answer,
    'operation',
    'field',
  ),
  errors: counter(
    'obelus_errors_total',
    'Errors that callers were told, by code: of operations, exports, and requests that were refused as a whole',
    'code',
  ),
  plans: counter(
    'obelus_graphql_plans_total',
    'Plans of queries, by outcome: made (planned, refused) and used (answered; errored, by the database; passed on, or failed, to the ordinary way)',
    'outcome',
  ),
  userErrors: counter('obelus_user_errors_total', 'What mutations did not do because of their input, by code', 'code'),
  refused: counter(
    'obelus_refused_total',
    'What was refused because there was too much of it, by the limit that it met',
    'limit',
  ),
  signInFailures: counter('obelus_sign_in_failures_total', 'Requests without a token that is good'),
};

export const sockets = {
  open: gauge('obelus_sockets', 'WebSockets that are open'),
  subscriptions: gauge('obelus_subscriptions', 'Subscriptions that are open'),
  slow: counter(
    'obelus_slow_clients_total',
    'Clients that were dropped for being slow: answers waited to be read (unread), or changes were no longer kept (behind)',
    'reason',
  ),
};

export const database = {
  connections: gauge('obelus_database_connections', 'Connections of the pool, by state: busy or idle', 'state'),
  poolSize: gauge('obelus_database_pool_size', 'Connections that the pool may have'),
  waiting: gauge('obelus_database_waiting', 'Who waits for a connection of the pool just now'),
  wait: histogram(
    'obelus_database_wait_seconds',
    'How long it took to be given a connection of the pool',
    SECONDS.statement,
  ),
  statements: histogram(
    'obelus_database_statement_duration_seconds',
    'How long statements took until their answer was there, by their first word; behind others on the same connection too',
    SECONDS.statement,
    'statement',
  ),
  failures: counter(
    'obelus_database_statement_failures_total',
    'Statements that failed, by the class of the SQLSTATE: 57 stopped or timed out, 40 in conflict; none: no connection',
    'class',
  ),
};

export const replication = {
  primary: gauge('obelus_database_primary_up', '0 while no server can be written to, where there are several; else 1'),
  failovers: counter('obelus_database_failovers_total', 'Times that another server became the one that is written to'),
  replicas: gaugeOf(
    'average',
    'obelus_database_replicas',
    'Servers for reading, by state: in use, out, or leading (the primary, which is not read from as one)',
    'state',
  ),
  lag: gaugeOf(
    'max',
    'obelus_database_replica_lag_seconds',
    'How old what the replica shows may be that is furthest behind among those in use',
  ),
  reads: counter(
    'obelus_database_reads_total',
    'Reads of queries, by where they were read: primary or replica',
    'server',
  ),
  moves: counter(
    'obelus_database_reads_moved_total',
    'Reads that were begun again on another server, by reason: gone, or in the way of what the replica took over (replay)',
    'reason',
  ),
};

export const jobs = {
  waiting: gaugeOf(
    'max',
    'obelus_jobs',
    'Jobs in the queue of all processes, by kind and state: waiting, delayed or running',
    'kind',
    'state',
  ),
  oldest: gaugeOf(
    'max',
    'obelus_job_oldest_waiting_seconds',
    'For how long the job has been due that waits longest, by kind',
    'kind',
  ),
  attempts: counter(
    'obelus_job_attempts_total',
    'Attempts at jobs by this process, by kind and outcome: done, retry, failed or lost',
    'kind',
    'outcome',
  ),
  duration: histogram('obelus_job_duration_seconds', 'How long attempts at jobs took, by kind', SECONDS.work, 'kind'),
  rounds: counter(
    'obelus_rounds_total',
    'Rounds of work that every process repeats, by name and outcome: done or failed',
    'name',
    'outcome',
  ),
};

export const events = {
  ordered: counter('obelus_events_ordered_total', 'Events that this process gave their place in the order'),
  orderedUntil: gaugeOf(
    'max',
    'obelus_events_ordered_until_timestamp_seconds',
    'What was committed before this moment has its place in the order, as far as this process saw to it',
  ),
  connects: counter(
    'obelus_event_listener_connects_total',
    'Times that this process began to listen for events, by outcome: done or failed',
    'outcome',
  ),
  connected: gauge('obelus_event_listener_connected', '1 while this process listens for events'),
};

export const reading = {
  busy: gauge('obelus_reading_threads_busy', 'Threads that read, judge, convert or write articles just now'),
  threads: gauge('obelus_reading_threads_max', 'Threads that there may be for that'),
  queue: gauge('obelus_reading_queue', 'Tasks that wait for such a thread'),
  duration: histogram(
    'obelus_reading_duration_seconds',
    'How long articles were read, judged, matched with their former text, converted and written; with waiting for a thread',
    SECONDS.work,
    'task',
  ),
  failures: counter('obelus_reading_failures_total', 'Tasks of reading that failed, by task', 'task'),
};

export const exports = {
  open: gauge('obelus_exports', 'Exports that are being read'),
  pages: counter('obelus_export_pages_total', 'Pages that exports have read'),
  waits: counter('obelus_export_waits_total', 'Pages before which an export waited, for its token had asked for much'),
};

export const judge = {
  questions: counter(
    'obelus_judge_questions_total',
    'Questions to the second judge, by outcome: answered, unusable, failed; or limited: the day has no more of them',
    'outcome',
  ),
  requests: counter(
    'obelus_judge_requests_total',
    'Requests that were sent to the second judge, by status: 2xx, 3xx, 4xx, 429, 5xx or none',
    'status',
  ),
  duration: histogram('obelus_judge_duration_seconds', 'How long the second judge took to answer', SECONDS.work),
  tokens: counter('obelus_judge_tokens_total', 'Tokens that the second judge counted: input or output', 'direction'),
  cost: counter('obelus_judge_cost_total', 'What its answers cost, in the currency of the configured prices'),
};

export const cluster = {
  processes: gauge('obelus_processes', 'Processes that serve, where one start made several'),
  restarts: counter(
    'obelus_process_restarts_total',
    'Times that such a process ended by itself and another one was started',
  ),
};

export const build = gaugeOf(
  'first',
  'obelus_build_info',
  'Always 1; its labels say what runs',
  'version',
  'node',
  'process',
);

// What alerts look at begins with 0: of a counter that begins with 1, nobody sees that it grew.
graphql.errors.inc({ code: 'INTERNAL_SERVER_ERROR' }, 0);
replication.primary.set(1);
graphql.plans.inc({ outcome: 'failed' }, 0);
database.failures.inc({ class: 'none' }, 0);
judge.questions.inc({ outcome: 'failed' }, 0);
