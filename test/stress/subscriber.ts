import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A change of a claim, as it was told. */
export interface ToldChange {
  readonly claim: { readonly id: string; readonly text: string };
  readonly previousStanding: string | null;
  readonly standing: string;
  readonly opened: readonly { readonly id: string }[];
  readonly fixed: readonly { readonly id: string }[];
  readonly omitted: number;
  readonly position: number;
  readonly cursor: string;
}

const CHANGES = `subscription ($after: String) { claimChanged(after: $after) {
  claim { id text } previousStanding standing opened { id } fixed { id } omitted position cursor } }`;

/** Where a subscriber is, and how it is disturbed. */
export abstract class Subscriber {
  cuts = 0;
  connections = 0;
  /** How often it was told that it is too slow. */
  tooSlow = 0;
  /** What no reconnection mends: there must be none. */
  readonly failures: string[] = [];
  protected readonly client: Client;
  private socket: WebSocket | null = null;
  private timer: NodeJS.Timeout | undefined;

  /** @param address of sockets: asked before each connection */
  constructor(address: () => string, token: string) {
    this.client = createClient({
      url: address,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: () => sleep(20),
      on: {
        opened: (socket) => {
          this.socket = socket as WebSocket;
          this.connections++;
        },
      },
    });
  }

  /** How far it is, for messages of tests. */
  abstract get length(): number;

  /** Its connection breaks, as when a cable is pulled. */
  cut(): void {
    this.cuts++;
    clearTimeout(this.timer);
    this.socket?.terminate();
  }

  /** It reads nothing for so long, and then reads on, or is cut off. */
  freeze(ms: number, andCut: boolean): void {
    const { socket } = this;
    if (socket?.readyState !== WebSocket.OPEN || socket.isPaused) return;
    socket.pause();
    this.timer = setTimeout(() => {
      socket.resume();
      if (andCut) this.cut();
    }, ms);
  }

  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.client.dispose();
  }

  protected fail(error: unknown): void {
    this.failures.push(error instanceof Error ? error.message : JSON.stringify(error));
  }
}

/** Who hears of changes of claims, as docs/live.md tells a client to. */
export class ChangeSubscriber extends Subscriber {
  readonly told: ToldChange[] = [];

  constructor(
    address: () => string,
    token: string,
    /** Behind what it knows. */
    private readonly variables: { after: string },
  ) {
    super(address, token);
    this.listen();
  }

  get length(): number {
    return this.told.length;
  }

  private listen(): void {
    this.client.subscribe<{ claimChanged: ToldChange }>(
      // The client sends them again after a break, as they are by then.
      { query: CHANGES, variables: this.variables },
      {
        next: ({ data, errors }) => {
          if (errors || !data) return this.fail(errors);
          this.told.push(data.claimChanged);
          this.variables.after = data.claimChanged.cursor;
        },
        error: (error) => {
          if (!isTooSlow(error)) return this.fail(error);
          this.tooSlow++;
          this.listen();
        },
        complete: () => undefined,
      },
    );
  }
}

/** An event, as it was told. */
export interface ReadEvent {
  readonly position: number;
  readonly seq: number;
  readonly kind: string;
}

interface Page {
  readonly history: {
    readonly edges: readonly { readonly node: ReadEvent }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const HISTORY = `query ($id: ID!, $after: String) { history(subjectId: $id, first: 50, after: $after) {
  edges { node { position seq kind } } pageInfo { hasNextPage endCursor } } }`;
const WAKE = 'subscription { claimChanged { position } }';
/** What changes no claim is told to nobody: it is looked for so often, in milliseconds. */
const LOOK_MS = 500;

/** Who is woken by changes, and reads what happened from the history of the workspace, by cursor. */
export class HistorySubscriber extends Subscriber {
  readonly told: ReadEvent[] = [];
  private ended = false;
  private wake: () => void = () => undefined;

  constructor(
    address: () => string,
    token: string,
    private readonly workspaceId: string,
    private after: string,
  ) {
    super(address, token);
    this.client.subscribe(
      { query: WAKE },
      { next: () => this.wake(), error: (error) => this.fail(error), complete: () => undefined },
    );
    void this.readOn();
  }

  get length(): number {
    return this.told.length;
  }

  override async end(): Promise<void> {
    this.ended = true;
    await super.end();
  }

  private async readOn(): Promise<void> {
    while (!this.ended) {
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      const { history } = await this.page();
      this.told.push(...history.edges.map(({ node }) => node));
      this.after = history.pageInfo.endCursor ?? this.after;
      if (!history.pageInfo.hasNextPage) await Promise.race([woken, sleep(LOOK_MS)]);
    }
  }

  /** The next page, over the same connection. One that is asked for again after a break is read once. */
  private page(): Promise<Page> {
    return new Promise((resolve) => {
      const variables = { id: this.workspaceId, after: this.after };
      this.client.subscribe<Page>(
        { query: HISTORY, variables },
        {
          next: ({ data, errors }) => (errors || !data ? this.fail(errors) : resolve(data)),
          error: (error) => this.fail(error),
          complete: () => undefined,
        },
      );
    });
  }
}

const isTooSlow = (error: unknown): boolean =>
  Array.isArray(error) &&
  (error as { extensions?: { code?: string } }[]).some(({ extensions }) => extensions?.code === 'SUBSCRIBER_TOO_SLOW');
