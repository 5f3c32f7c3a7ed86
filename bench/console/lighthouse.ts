import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * What measures. With all that it drags in it is 170 MB on disk, which nobody who builds or tests the program needs: npx
 * brings it where it is wanted, always this version.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

/** What one look at a page found. */
export interface Inspection {
  /** 0 to 100. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  /** By name; milliseconds, kilobytes as they are sent, or without a unit. */
  readonly figures: Readonly<Record<string, number>>;
  /** What took points. */
  readonly failed: readonly string[];
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly numericValue?: number;
        readonly displayValue?: string;
        readonly details?: { readonly items?: readonly Record<string, unknown>[] };
      }
    >
  >;
}

const METRICS = {
  'first contentful paint, ms': 'first-contentful-paint',
  'largest contentful paint, ms': 'largest-contentful-paint',
  'interactive, ms': 'interactive',
  'total blocking time, ms': 'total-blocking-time',
  'speed index, ms': 'speed-index',
  'layout shift': 'cumulative-layout-shift',
} as const;

/**
 * Looks at a page as whoever is signed in in a browser.
 *
 * @param preset "desktop", or "mobile": a slow telephone on a slow network
 * @param port of the browser
 * @param keep a folder for the whole report, if it is wanted
 * @throws Error when the page could not be looked at
 */
export async function inspect(
  url: string,
  preset: string,
  port: number,
  keep: string | undefined,
): Promise<Inspection> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'obelus-lighthouse-')));
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${preset}-${Date.now()}`);
  try {
    await promisify(execFile)('npx', [
      '--yes',
      LIGHTHOUSE,
      url,
      `--port=${port}`,
      // Who is signed in is to stay so.
      '--disable-storage-reset',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join()}`,
      ...(preset === 'mobile' ? [] : [`--preset=${preset}`]),
      '--output=json',
      '--output=html',
      `--output-path=${path}`,
      '--quiet',
    ]);
    return inspectionOf(JSON.parse(await readFile(`${path}.report.json`, 'utf8')) as Report);
  } finally {
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

function inspectionOf({ runtimeError, categories, audits }: Report): Inspection {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scoreOf = (category: string): number => Math.round((categories[category]?.score ?? 0) * 100);
  const scripts = (audits['network-requests']?.details?.items ?? []).filter(
    ({ resourceType }) => resourceType === 'Script',
  );
  const refs = CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? []);
  return {
    scores: Object.fromEntries(CATEGORIES.map((each) => [each, scoreOf(each)])) as Inspection['scores'],
    figures: {
      ...Object.fromEntries(
        Object.entries(METRICS).map(([name, audit]) => [name, audits[audit]?.numericValue ?? Number.NaN]),
      ),
      'script as it is sent, kB': scripts.reduce((sum, { transferSize }) => sum + Number(transferSize), 0) / 1_000,
    },
    failed: [...new Set(refs.map(({ id }) => id))]
      .map((id) => audits[id]!)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': ')),
  };
}
