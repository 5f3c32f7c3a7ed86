/** A page of a connection of the API. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What came of asking for a page. */
export interface PageAnswer<Data, Failure> {
  readonly data?: Data | null | undefined;
  readonly error?: Failure | undefined;
}

/** Asks for the page behind a cursor, and tells how it is from now on. @returns ends it */
export type AskPage<Data, Failure> = (
  after: string | null,
  told: (answer: PageAnswer<Data, Failure>) => void,
) => () => void;

/** How far a list has come. */
export interface PagesState<Data, Node, Failure> {
  /** What came so far, in order. */
  readonly nodes: readonly Node[];
  /** The first page, with what stands beside the connection. */
  readonly first: Data | undefined;
  /** How many pages were asked for. */
  readonly count: number;
  /** Whether the last of them is on its way. */
  readonly isLoading: boolean;
  /** Whether there is one behind the last. */
  readonly hasNext: boolean;
  readonly error: Failure | undefined;
}

interface Page<Data, Node, Failure> {
  after: string | null;
  data: Data | undefined;
  error: Failure | undefined;
  nodes: readonly Node[];
  /** Where the next one begins; null: there is none, as far as is known. */
  next: string | null;
  /** Ends following it; null: it is not followed. */
  stop: (() => void) | null;
}

/**
 * Pages of a connection, one behind the other. Each is followed: what the cache learns of it shows. A page begins where the one before
 * it ends by now, so that a row that comes in or goes is neither lost between two pages nor in both.
 */
export class ConnectionPages<Data, Node, Failure> {
  private readonly pages: Page<Data, Node, Failure>[] = [];

  /**
   * @param pick the connection in an answer
   * @param isWhole whether all pages are asked for, one after the other, or each when it is wanted
   * @param told called with each answer, after it was taken in; also while `begin` runs
   */
  constructor(
    private readonly ask: AskPage<Data, Failure>,
    private readonly pick: (data: Data) => Connection<Node> | null | undefined,
    private readonly isWhole: boolean,
    private readonly told: (state: PagesState<Data, Node, Failure>) => void,
  ) {}

  /** Asks for the first page. */
  begin(): void {
    this.add();
  }

  /** Asks for the next page; does nothing while one is on its way, and when there is none. */
  more(): void {
    const last = this.pages.at(-1);
    if (!last || last.next === null) return;
    this.add();
    this.told(this.state());
  }

  /**
   * Follows the pages of the rows that are near what is seen, and those beside them, and no others: a list of a thousand pages would
   * work through all of them at each event, and ask for all of them at once after a lost connection. What is not followed stays as it
   * was, and is asked for anew when it comes near.
   *
   * @param first the first row that is near
   * @param end the one behind the last
   */
  seen(first: number, end: number): void {
    const isSeen: boolean[] = [];
    let row = 0;
    for (const { nodes } of this.pages) {
      isSeen.push(row < end && row + nodes.length > first);
      row += nodes.length;
    }
    // What is near may have been rows of a list that was longer.
    if (!isSeen.includes(true)) isSeen[isSeen.length - 1] = true;
    for (const [place, page] of this.pages.entries()) {
      const isNear = isSeen[place - 1] || isSeen[place] || isSeen[place + 1];
      if (isNear) {
        if (!page.stop) this.follow(place);
      } else if (page.data !== undefined) {
        page.stop?.();
        page.stop = null;
      }
    }
  }

  /** Asks anew for the pages that are followed; what they had stays until they are answered. */
  refresh(): void {
    for (const page of this.pages) page.error = undefined;
    // An answer at once may have taken away pages behind it.
    for (let place = 0; place < this.pages.length; place++) if (this.pages[place]!.stop) this.follow(place);
    this.told(this.state());
  }

  /** Follows nothing any more. */
  end(): void {
    this.cut(0);
  }

  private add(): void {
    this.pages.push({ after: null, data: undefined, error: undefined, nodes: [], next: null, stop: null });
    this.follow(this.pages.length - 1);
  }

  /** Asks for a page from where the one before it ends. */
  private follow(place: number): void {
    const page = this.pages[place]!;
    page.stop?.();
    page.after = this.pages[place - 1]?.next ?? null;
    // An answer may come before `ask` returns, and end what is asked.
    let [isOver, end] = [false, (): void => undefined];
    page.stop = () => {
      isOver = true;
      end();
    };
    end = this.ask(page.after, (answer) => {
      if (!isOver) this.take(place, answer);
    });
    if (isOver) end();
  }

  private take(place: number, { data, error }: PageAnswer<Data, Failure>): void {
    const page = this.pages[place]!;
    page.error = error;
    // What was there stays beside an error.
    page.data = data ?? page.data;
    const connection = page.data === undefined ? undefined : this.pick(page.data);
    page.nodes = connection?.edges.map(({ node }) => node) ?? [];
    page.next = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
    const behind = this.pages[place + 1];
    if (page.next === null) this.cut(place + 1);
    else if (behind?.stop && behind.after !== page.next) this.follow(place + 1);
    else if (!behind && this.isWhole) this.add();
    this.told(this.state());
  }

  /** Takes away the pages from a place on. */
  private cut(from: number): void {
    for (const { stop } of this.pages.splice(from)) stop?.();
  }

  private state(): PagesState<Data, Node, Failure> {
    const last = this.pages.at(-1);
    const error = this.pages.find((page) => page.error !== undefined)?.error;
    return {
      nodes: this.pages.flatMap(({ nodes }) => nodes),
      first: this.pages[0]?.data,
      count: this.pages.length,
      isLoading: error === undefined && last?.data === undefined,
      hasNext: last !== undefined && last.next !== null,
      error,
    };
  }
}
