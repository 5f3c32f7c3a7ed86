import {
  AggregatorRegistry,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type Aggregator,
  type MetricObjectWithValues,
  type MetricValue,
} from 'prom-client';

/** What all metrics of this process are in. */
export const REGISTRY = new Registry();

/** Bounds of histograms, in seconds: of answers, of statements, and of work in the background. */
export const SECONDS = {
  answer: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  statement: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 5],
  work: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800],
} as const;

/** What brings a gauge up to date when somebody reads it. */
export type Collect = () => void | Promise<void>;

const collects = new Set<Collect>();
const failures = new Counter({
  name: 'obelus_scrape_failures_total',
  help: 'Times that something could not be measured when metrics were read: the database was away',
  registers: [REGISTRY],
});

export const counter = <L extends string = never>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
  new Counter({ name, help, labelNames, registers: [REGISTRY] });

export const gauge = <L extends string = never>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
  new Gauge({ name, help, labelNames, registers: [REGISTRY] });

/** A gauge of which several processes do not tell parts of a sum. @param together how theirs become one */
export const gaugeOf = <L extends string = never>(
  together: Aggregator,
  name: string,
  help: string,
  ...labelNames: L[]
): Gauge<L> => new Gauge({ name, help, labelNames, registers: [REGISTRY], aggregator: together });

export const histogram = <L extends string = never>(
  name: string,
  help: string,
  buckets: readonly number[],
  ...labelNames: L[]
): Histogram<L> => new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [REGISTRY] });

/** Calls `collect` whenever metrics are read. What it throws is counted, and told by nothing else. @returns ends that */
export function onScrape(collect: Collect): () => void {
  collects.add(collect);
  return () => void collects.delete(collect);
}

/** All metrics of a process, for another one. */
export type OwnMetrics = readonly MetricObjectWithValues<MetricValue<string>>[];

let shared: (() => Promise<string>) | null = null;
let scraping: Promise<string> | null = null;

/** From now on, the metrics that are told are those of several processes. @param together asks for them */
export function shareMetrics(together: () => Promise<string>): void {
  shared = together;
}

/** Whether they are: then who puts them together listens for who asks. */
export const areShared = (): boolean => shared !== null;

/** All metrics as text; who asks while others do is given the same. */
export function scrape(): Promise<string> {
  scraping ??= (shared ? shared() : collected().then(() => REGISTRY.metrics())).finally(() => (scraping = null));
  return scraping;
}

/** Those of this process alone. */
export async function ownMetrics(): Promise<OwnMetrics> {
  await collected();
  return await REGISTRY.getMetricsAsJSON();
}

/** Metrics of several processes as one: sums, where an instrument says nothing else. */
export async function togetherAsText(all: readonly OwnMetrics[]): Promise<string> {
  return await AggregatorRegistry.aggregate([...all]).metrics();
}

async function collected(): Promise<void> {
  const all = await Promise.allSettled([...collects].map(async (collect) => await collect()));
  failures.inc(all.filter(({ status }) => status === 'rejected').length);
}

/** The time since then, in seconds. @param start of `performance.now()` */
export const secondsSince = (start: number): number => (performance.now() - start) / 1000;
