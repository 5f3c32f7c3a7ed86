import type { Section } from '../report/section.js';
import type { Bench } from './bench.js';
import { attachSource } from './attach.js';
import { capacity } from './capacity.js';
import { checking } from './checking.js';
import { dashboard } from './dashboard.js';
import { fanOut } from './fan-out.js';
import { importMemory } from './import-memory.js';
import { importing } from './importing.js';
import { lastPage } from './last-page.js';
import { mainQuery } from './main-query.js';
import { startAndMemory } from './memory.js';
import { pooler } from './pooler.js';
import { processes } from './processes.js';

/** In the order in which they are done. */
export const MEASURES = {
  'main-query': mainQuery,
  'last-page': lastPage,
  dashboard,
  'attach-source': attachSource,
  'fan-out': fanOut,
  import: importing,
  'import-memory': importMemory,
  processes,
  pooler,
  capacity,
  check: checking,
  'start-and-memory': startAndMemory,
} as const satisfies Record<string, (bench: Bench) => Promise<Section>>;

export type MeasureName = keyof typeof MEASURES;
