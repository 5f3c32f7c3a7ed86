import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly optional?: boolean;
  readonly engines?: { readonly node?: string };
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8')) as T;

it('leaves no optional package out on the oldest Node that may install: npm does so without a word', () => {
  const oldest = /^>=(\d+)/.exec(read<{ engines: { node: string } }>('package.json').engines.node)![1]!;
  const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
  const optional = Object.entries(packages).filter(([, { optional }]) => optional);
  expect(optional.length).toBeGreaterThan(50);
  const leftOut = optional.filter(([, { engines }]) => !takes(engines?.node ?? '*', Number(oldest)));
  expect(leftOut.map(([path]) => path)).toEqual([]);
});

/** Whether one of the ranges has releases of that line. */
function takes(ranges: string, line: number): boolean {
  return ranges.split('||').some((range) => {
    const [, sign, major] = /^\s*(\^|~|>=|>|)\s*v?(\d+)/.exec(range) ?? [];
    if (major === undefined) return true;
    return sign === '>=' || sign === '>' ? Number(major) <= line : Number(major) === line;
  });
}
