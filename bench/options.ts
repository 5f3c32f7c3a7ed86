import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Checkout } from './measures/bench.js';
import { MEASURES, type MeasureName } from './measures/all.js';

/** What this checkout is called where no other is named. */
const OWN_NAME = 'Obelus';

export interface Options {
  readonly claims: number;
  readonly workspaces: number;
  readonly folder: string;
  readonly only: readonly MeasureName[];
  readonly checkouts: readonly Checkout[];
  readonly peers: boolean;
  readonly rounds: number;
  readonly seconds: number;
  /** Claims of the sets on which growth is measured; none: it is not. */
  readonly growth: readonly number[];
  /** Words of which one must be in the name of an operation whose growth is measured, then by claims alone; none: all are. */
  readonly operations: readonly string[];
  readonly write: boolean;
  readonly json: string | null;
}

export const USAGE = `usage: npm run bench -- [options]
  --claims N        claims of the data set (1000000); sources, articles and citations follow
  --workspaces N    workspaces among which they are divided (20)
  --data FOLDER     where data sets are kept, each built once (.bench)
  --only NAMES      with commas between: ${Object.keys(MEASURES).join(', ')}; none: nothing but growth
  --server NAME=DIR a checkout of the program, as often as wanted; the first is what targets are for (this one)
  --no-peers        without PostGraphile, Nest with Apollo, and linters, which are installed from bench/peers
  --rounds N        turns of each server (5)
  --seconds N       of each turn, after a warm-up (3)
  --growth SIZES    measures growth as well: claims of sets, with commas between (such as 10000,100000,1000000)
  --operations WORDS  of growth, only operations that have one of them in their names, with commas between, and by claims alone
  --json FILE       writes all figures
  --write           writes docs/benchmarks.md, its charts, and the capacity table of docs/operating.md`;

/** @returns the options, or what is wrong with the arguments */
export function readOptions(args: readonly string[]): Options | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        claims: { type: 'string', default: '1000000' },
        workspaces: { type: 'string', default: '20' },
        data: { type: 'string', default: '.bench' },
        only: { type: 'string' },
        server: { type: 'string', multiple: true, default: [] },
        'no-peers': { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '3' },
        growth: { type: 'string' },
        operations: { type: 'string' },
        json: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    });
    const claims = whole('--claims', values.claims, 1_000);
    const workspaces = whole('--workspaces', values.workspaces, 1);
    if (workspaces * 2 > claims) throw new Error(`--workspaces ${workspaces} are too many for ${claims} claims`);
    const checkouts =
      values.server.length === 0 ? [{ name: OWN_NAME, path: resolve('.') }] : values.server.map(checkoutOf);
    const twice = checkouts.find(({ name }, i) => checkouts.findIndex((each) => each.name === name) < i);
    if (twice) throw new Error(`--server ${twice.name}: two checkouts have that name; give each its own with NAME=DIR`);
    const only = measuresOf(values.only);
    if (only.length === 0 && values.growth === undefined)
      throw new Error('--only none measures nothing without --growth');
    return {
      claims,
      workspaces,
      folder: resolve(values.data),
      only,
      checkouts,
      peers: !values['no-peers'],
      rounds: whole('--rounds', values.rounds, 1),
      seconds: whole('--seconds', values.seconds, 1),
      growth:
        values.growth === undefined ? [] : values.growth.split(',').map((each) => whole('--growth', each, 10_000)),
      operations: values.operations?.split(',') ?? [],
      write: values.write,
      json: values.json ?? null,
    };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`${name} ${text} is no whole number of at least ${least}`);
}

function measuresOf(text: string | undefined): MeasureName[] {
  const known = Object.keys(MEASURES) as MeasureName[];
  if (text === undefined) return known;
  if (text === 'none') return [];
  const names = text.split(',');
  const unknown = names.find((name) => !(known as string[]).includes(name));
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: there is no such measurement; there are ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}

function checkoutOf(text: string): Checkout {
  const [, name, path] = /^(?:([^=]+)=)?(.+)$/.exec(text)!;
  return { name: name ?? basename(resolve(path!)), path: resolve(path!) };
}

/** The command that gives the same again, in the folder of the project. */
export function commandOf(options: Options): string {
  const { claims, workspaces, only, checkouts, peers, growth, operations, rounds, seconds, write } = options;
  const asked = [
    ...(claims === 1_000_000 ? [] : [`--claims ${claims}`]),
    ...(workspaces === 20 ? [] : [`--workspaces ${workspaces}`]),
    ...(only.length === Object.keys(MEASURES).length ? [] : [`--only ${only.join(',') || 'none'}`]),
    ...(checkouts.length === 1 && checkouts[0]!.name === OWN_NAME && checkouts[0]!.path === resolve('.')
      ? []
      : checkouts.map(({ name, path }) => `--server ${name}=${relative('.', path) || '.'}`)),
    ...(peers ? [] : ['--no-peers']),
    ...(growth.length === 0 ? [] : [`--growth ${growth.join(',')}`]),
    ...(operations.length === 0 ? [] : [`--operations '${operations.join(',')}'`]),
    ...(rounds === 5 ? [] : [`--rounds ${rounds}`]),
    ...(seconds === 3 ? [] : [`--seconds ${seconds}`]),
    ...(write ? ['--write'] : []),
  ];
  return `npm run bench${asked.length > 0 ? ` -- ${asked.join(' ')}` : ''}`;
}
