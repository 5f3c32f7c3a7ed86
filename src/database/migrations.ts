import type { MigrationInterface } from 'typeorm';
import { InitialSchema1795305600000 } from '../../migrations/1795305600000-initial-schema.js';
import { AbandonedJobs1795564800000 } from '../../migrations/1795564800000-abandoned-jobs.js';
import { JudgingAgain1795572000000 } from '../../migrations/1795572000000-judging-again.js';
import { ClaimsOverRevisions1795575600000 } from '../../migrations/1795575600000-claims-over-revisions.js';

/** Every file of migrations/, in order. A test fails when one is missing here. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  InitialSchema1795305600000,
  AbandonedJobs1795564800000,
  JudgingAgain1795572000000,
  ClaimsOverRevisions1795575600000,
];
