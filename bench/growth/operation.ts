import { Connection, getBytes, requestBytes } from '../load/client.js';
import type { Contestant } from '../servers/contestants.js';

/** Operations of one sort are shown together. */
export const GROUPS = {
  pages: 'pages and searches',
  things: 'one thing with what hangs on it',
  totals: 'totals and the past',
  changes: 'changes',
  bulk: 'bulk work',
} as const;
export type Group = keyof typeof GROUPS;

/** @returns milliseconds where they are not those of the whole step. @throws Error when what came of it is not what it should be */
export type Step = () => Promise<number | void>;

/** Something that users do. */
export interface Operation {
  readonly name: string;
  readonly group: Group;
  /** Timed one by one, one after the other. */
  readonly steps: readonly Step[];
  /** Each step can be made once: rounds share them. Else each round makes all of them. */
  readonly once?: true;
}

/** Asks one server, one question at a time. */
export class Asker {
  private constructor(
    readonly server: Contestant,
    private readonly token: string,
    private readonly connection: Connection,
  ) {}

  static async open(server: Contestant, token: string): Promise<Asker> {
    return new Asker(server, token, await Connection.open(server.url));
  }

  close(): void {
    this.connection.close();
  }

  /** @throws Error for any other answer than one without errors */
  async data<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    return (JSON.parse(await this.answer(this.posted(query, variables))) as { data: T }).data;
  }

  /** A question with the same answer each time, in which some words must stand. */
  read(query: string, variables: Readonly<Record<string, unknown>>, holds: string): Step {
    return this.same(this.posted(query, variables), holds);
  }

  /** The same for a file. @param path from the server's root */
  file(path: string, holds: string): Step {
    return this.same(getBytes(new URL(path, this.server.url).href, this.token), holds);
  }

  /** A mutation, which must not be refused. @returns its payload */
  async change<T>(name: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation Change($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message } } }`;
    const data = await this.data<Record<string, T & { userErrors: { message: string }[] }>>(query, { input });
    const [error] = data[name]!.userErrors;
    if (error) throw new Error(`${name} was refused: ${error.message} ${JSON.stringify(input).slice(0, 400)}`);
    return data[name]!;
  }

  private posted(query: string, variables: Readonly<Record<string, unknown>>): Buffer {
    return requestBytes(this.server.url, this.token, JSON.stringify({ query, variables }));
  }

  private same(request: Buffer, holds: string): Step {
    let first: string | null = null;
    return async () => {
      const answer = await this.answer(request);
      first ??= answer;
      if (answer !== first) throw new Error(`${told(request)} was answered otherwise than before: ${told(answer)}`);
      if (!answer.includes(holds)) throw new Error(`${told(request)} was answered without ${holds}: ${told(answer)}`);
    };
  }

  private async answer(request: Buffer): Promise<string> {
    const { status, body } = await this.connection.ask(request);
    const text = body.toString('utf8');
    if (status === 200 && !/^\{("data":null,)?"errors"/.test(text)) return text;
    throw new Error(`${told(request)} was answered ${status}: ${told(text)}`);
  }
}

const told = (text: Buffer | string): string => text.toString().slice(-600);
