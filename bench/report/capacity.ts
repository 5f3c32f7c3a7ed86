/** What was measured, from which a capacity is worked out. Times are of the processor, in milliseconds. */
export interface UnitCosts {
  /** Of the set they were measured on. */
  readonly claims: number;
  /** A claim with all that belongs to it, indexes too. */
  readonly bytesAClaim: number;
  /** Of that, what pages of claims, articles and totals read. */
  readonly hotBytesAClaim: number;
  readonly page: { readonly server: number; readonly database: number };
  readonly change: { readonly server: number; readonly database: number };
  /** An imported claim, of both together. */
  readonly importedClaim: number;
}

/** What is taken for each million claims at the busiest time. */
export const PAGES_A_MILLION = 5;
export const CHANGES_A_MILLION = 0.1;
/** How busy processors are then. */
export const BUSY = 0.6;
/** Of the data, what is asked for in a day and should lie in memory. */
export const HOT_SHARE = 0.1;
/** Histories, and room for what PostgreSQL cleans up. */
export const DISK_RESERVE = 1.5;
/** A large machine for a database. */
export const MACHINE = { processors: 32, memoryBytes: 512e9, diskBytes: 8e12 } as const;
/** What Citus takes of one PostgreSQL's time: measured beside each other, see docs/operating.md. */
export const CITUS = { page: 1.8, change: 4.2 } as const;

/** What a number of claims asks for. */
export interface Capacity {
  readonly claims: number;
  readonly diskBytes: number;
  readonly memoryBytes: number;
  readonly pages: number;
  readonly changes: number;
  /** Processors. */
  readonly servers: number;
  readonly databases: number;
  /** Of those of databases: what changes take. */
  readonly primary: number;
  /** Of the processor, for importing all of it once. */
  readonly importHours: number;
  readonly step: string;
}

/** Works out what so many claims ask for, with as many questions for each as the constants say. */
export function capacityOf(costs: UnitCosts, claims: number): Capacity {
  const [pages, changes] = [PAGES_A_MILLION, CHANGES_A_MILLION].map((each) => (each * claims) / 1e6) as [
    number,
    number,
  ];
  const busy = (perSecond: number): number => perSecond / 1000 / BUSY;
  const primary = busy(changes * costs.change.database);
  const plain = {
    diskBytes: claims * costs.bytesAClaim * DISK_RESERVE,
    memoryBytes: claims * costs.hotBytesAClaim * HOT_SHARE,
    servers: busy(pages * costs.page.server + changes * costs.change.server),
    databases: primary + busy(pages * costs.page.database),
    primary,
  };
  const one = { claims, pages, changes, importHours: (claims * costs.importedClaim) / 3_600_000, ...plain };
  if (fits(plain)) return { ...one, step: stepOnOnePrimary(plain) };
  const onCitus = busy(pages * costs.page.database * CITUS.page + changes * costs.change.database * CITUS.change);
  const workers = Math.ceil(
    Math.max(
      plain.diskBytes / MACHINE.diskBytes,
      plain.memoryBytes / MACHINE.memoryBytes,
      onCitus / MACHINE.processors,
    ),
  );
  const step = `7: Citus, ${workers} workers; ${machines(plain.servers)} for servers`;
  return { ...one, databases: onCitus, primary: busy(changes * costs.change.database * CITUS.change), step };
}

type Needs = Pick<Capacity, 'diskBytes' | 'memoryBytes' | 'servers' | 'databases' | 'primary'>;

/** Whether one primary and copies of it can: each has all of the data. */
const fits = ({ diskBytes, memoryBytes, primary }: Needs): boolean =>
  diskBytes <= MACHINE.diskBytes && memoryBytes <= MACHINE.memoryBytes && primary <= MACHINE.processors;

/** As docs/operating.md numbers the steps. */
function stepOnOnePrimary({ servers, databases }: Needs): string {
  if (servers + databases <= 1) return 'none: one process, the embedded database';
  if (servers + databases <= MACHINE.processors / 2) return `1, 2: one machine, ${Math.ceil(servers)} processes`;
  const copies = Math.ceil(databases / MACHINE.processors);
  const replicas = copies > 1 ? `, 6: ${copies - 1} replica${copies === 2 ? '' : 's'}` : '';
  return `1 to 5: ${machines(servers)} for servers, a standby${replicas}`;
}

function machines(processors: number): string {
  const count = Math.ceil(processors / MACHINE.processors);
  return count === 1 ? `${Math.ceil(processors)} processors` : `${count} machines`;
}
