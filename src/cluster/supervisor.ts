import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { cluster as instruments } from '../telemetry/instruments.js';
import { ownMetrics, togetherAsText, type OwnMetrics } from '../telemetry/registry.js';
import type { Assignment, FromMember, ToMember } from './messages.js';

/** The first wait before a process that ended is started again, in milliseconds; it doubles up to the longest. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
/** Who lived this long has not failed at once: the next wait is the first again. */
const LIVED_MS = 60_000;
/** How long processes may take to end what they do, in milliseconds. Those that have not ended by then are killed. */
const DRAIN_MS = 20_000;
/** How long one may take to tell its metrics, in milliseconds: after that, the others' are told. */
const MEASURE_MS = 3_000;

/** A process cannot serve. The message is one line for people. */
export class MemberError extends Error {
  override readonly name = 'MemberError';
}

export interface SupervisorOptions {
  readonly count: number;
  /** The program that each process runs. */
  readonly program: string;
  readonly host: string;
  readonly port: number;
  /** @param isFirst whether number 0 is started for the first time */
  readonly assign: (slot: number, isFirst: boolean) => Omit<Assignment, 'slot' | 'port'>;
}

interface Slot {
  readonly number: number;
  /** Serves; null while none does. */
  worker: Worker | null;
  /** One that is being started. */
  filling: Promise<void> | null;
  startedAt: number;
  waitMs: number;
}

/**
 * Keeps so many processes serving on one port: starts them, starts one again that ends by itself, replaces them one after
 * the other, and ends them in order. It serves nothing itself.
 */
export class Supervisor {
  private readonly log = new Logger('Processes');
  private readonly slots: readonly Slot[];
  private readonly measuring = new Map<number, (metrics: OwnMetrics) => void>();
  private asked = 0;
  /** 0 until a free one is found: all must take the same. */
  private port: number;
  private url = '';
  private stopping = false;
  private replacing: Promise<void> | null = null;

  constructor(private readonly options: SupervisorOptions) {
    this.port = options.port;
    this.slots = Array.from({ length: options.count }, (_, number) => ({
      ...{ number, worker: null, filling: null, startedAt: 0, waitMs: FIRST_WAIT_MS },
    }));
    cluster.setupPrimary({ exec: options.program, args: [] });
    cluster.on('message', (worker, message: FromMember) => void this.hear(worker, message));
  }

  /** @returns where all of them answer. @throws MemberError when one cannot; then none is left running */
  async start(): Promise<string> {
    try {
      if (this.port === 0) this.port = await freePort(this.options.host);
      // The first does what is to be done once.
      await this.fill(this.slots[0]!, true);
      await Promise.all(this.slots.slice(1).map((slot) => this.fill(slot)));
    } catch (error) {
      await this.close();
      throw error;
    }
    return this.url;
  }

  /** The metrics of all processes as one, as text. */
  async measure(): Promise<string> {
    const workers = this.slots.flatMap(({ worker }) => (worker?.isConnected() ? [worker] : []));
    const all = await Promise.all(workers.map((worker) => this.metricsOf(worker)));
    return await togetherAsText([await ownMetrics(), ...all.flatMap((own) => (own ? [own] : []))]);
  }

  /** Puts a new process in the place of each, one after the other: there are never fewer than before. */
  replaceAll(): Promise<void> {
    this.replacing ??= this.replaceEach()
      .catch((error: unknown) => this.log.error(`processes are not replaced: ${(error as Error).message}`))
      .finally(() => (this.replacing = null));
    return this.replacing;
  }

  /** Lets all of them end what they do. */
  async close(): Promise<void> {
    this.stopping = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && this.end(worker)));
  }

  private async replaceEach(): Promise<void> {
    for (const slot of this.slots) {
      if (this.stopping) return;
      await slot.filling?.catch(() => undefined);
      const former = slot.worker;
      await this.fill(slot);
      if (former) await this.end(former);
    }
    this.log.log(`all ${this.slots.length} processes are new`);
  }

  /** Puts a process into the slot, once it serves. @throws MemberError; then the slot is as it was */
  private fill(slot: Slot, isFirst = false): Promise<void> {
    slot.filling = this.put(slot, isFirst).finally(() => (slot.filling = null));
    return slot.filling;
  }

  private async put(slot: Slot, isFirst: boolean): Promise<void> {
    const worker = cluster.fork();
    try {
      const ready = readiness(worker);
      await Promise.race([once(worker, 'online'), ready]);
      if (this.stopping) throw new MemberError('no process is started any more');
      send(worker, { type: 'serve', slot: slot.number, port: this.port, ...this.options.assign(slot.number, isFirst) });
      this.url = await ready;
    } catch (error) {
      worker.process.kill('SIGKILL');
      throw error;
    }
    slot.worker = worker;
    slot.startedAt = Date.now();
    worker.once('exit', (status, signal) => this.ended(slot, worker, signal ?? `status ${status}`));
    this.count();
  }

  private ended(slot: Slot, worker: Worker, how: string): void {
    if (slot.worker !== worker) return;
    slot.worker = null;
    this.count();
    if (this.stopping) return;
    if (Date.now() - slot.startedAt > LIVED_MS) slot.waitMs = FIRST_WAIT_MS;
    this.log.error(`process ${worker.process.pid} ended (${how}); another one starts in ${slot.waitMs} ms`);
    instruments.restarts.inc();
    this.startAgain(slot);
  }

  private startAgain(slot: Slot): void {
    const wait = slot.waitMs;
    slot.waitMs = Math.min(wait * 2, LONGEST_WAIT_MS);
    setTimeout(() => {
      if (this.stopping || slot.worker) return;
      if (slot.filling) {
        // Who fills it puts no other one there when that fails: the one that ended is to be replaced all the same.
        slot.filling.catch(() => this.startAgain(slot));
        return;
      }
      this.fill(slot).catch((error: unknown) => {
        if (this.stopping) return;
        this.log.error(`${(error as Error).message}; it is tried again in ${slot.waitMs} ms`);
        this.startAgain(slot);
      });
    }, wait);
  }

  private count(): void {
    instruments.processes.set(this.slots.filter(({ worker }) => worker).length);
  }

  private async hear(from: Worker, message: FromMember): Promise<void> {
    if (message.type === 'spent') {
      for (const { worker } of this.slots) if (worker && worker !== from) send(worker, message);
    } else if (message.type === 'own') {
      this.measuring.get(message.id)?.(message.metrics);
    } else if (message.type === 'measure') {
      const text = await this.measure().catch(() => null);
      send(from, { type: 'measured', id: message.id, text });
    }
  }

  private async metricsOf(worker: Worker): Promise<OwnMetrics | null> {
    const id = ++this.asked;
    const told = new Promise<OwnMetrics>((resolve) => this.measuring.set(id, resolve));
    send(worker, { type: 'measure', id });
    try {
      return await Promise.race([told, sleep(MEASURE_MS, null, { ref: false })]);
    } finally {
      this.measuring.delete(id);
    }
  }

  private async end(worker: Worker): Promise<void> {
    if (worker.isDead()) return;
    const ended = once(worker, 'exit');
    send(worker, { type: 'stop' });
    const timer = setTimeout(() => {
      this.log.warn(`process ${worker.process.pid} has not ended in ${DRAIN_MS / 1000} s, and is killed`);
      worker.process.kill('SIGKILL');
    }, DRAIN_MS);
    await ended;
    clearTimeout(timer);
  }
}

/** A port that nobody listens on. Each process would be given one of its own for 0, and another one after its end. */
async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Who is ending hears nothing any more; that is seen at its end. */
function send(worker: Worker, message: ToMember): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}

/** @returns where it answers. @throws MemberError */
function readiness(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromMember) => {
      if (message.type === 'ready') resolve(message.url);
      if (message.type === 'failed') reject(new MemberError(message.message));
    });
    worker.once('exit', () => reject(new MemberError(`process ${worker.process.pid} ended before it served`)));
  });
}
