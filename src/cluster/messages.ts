import type { OwnMetrics } from '../telemetry/registry.js';

/** Points that a process let callers spend, by limit and key. */
export type Spent = Readonly<Record<string, readonly (readonly [key: string, points: number])[]>>;

/** What one process is to do that others of the same start do not. */
export interface Assignment {
  /** Its number, from 0. */
  readonly slot: number;
  /** Where the database is, with what it takes to enter: of the embedded one, only who started it knows. */
  readonly databaseUrl: string;
  readonly port: number;
  readonly jobs: 'on' | 'off';
  /** Whether it makes sure of the sample, and which workspaces it has judged again. The first start of number 0 does. */
  readonly sample: 'on' | 'off';
  readonly judgedOtherwise: readonly string[];
  readonly viewer: { readonly workspaceId: string; readonly memberId: string };
}

/** From the process that supervises to one that serves. */
export type ToMember =
  | ({ readonly type: 'serve' } & Assignment)
  /** Another process let callers spend this. */
  | { readonly type: 'spent'; readonly spent: Spent }
  /** Its own metrics are asked for. */
  | { readonly type: 'measure'; readonly id: number }
  /** The metrics of all, which it asked for; null: they could not be had. */
  | { readonly type: 'measured'; readonly id: number; readonly text: string | null }
  | { readonly type: 'stop' };

/** And back. */
export type FromMember =
  | { readonly type: 'ready'; readonly url: string }
  /** It cannot serve: a line for people. */
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'spent'; readonly spent: Spent }
  | { readonly type: 'own'; readonly id: number; readonly metrics: OwnMetrics }
  | { readonly type: 'measure'; readonly id: number };
