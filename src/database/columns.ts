import type { ColumnOptions, ValueTransformer } from 'typeorm';
import type { Codes } from './codes.js';

/** A closed set: its names in the program, its codes in the table. */
export function codeColumn<T extends string>(codes: Codes<T>, options: ColumnOptions = {}): ColumnOptions {
  const transformer: ValueTransformer = {
    to: (name: T | null | undefined) => (name == null ? name : codes.toCode[name]),
    from: (code: number | null) => (code === null ? null : codes.fromCode(code)),
  };
  return { ...options, type: 'smallint', transformer };
}

/** A 64-bit count, a number in the program: ours stay far under 2^53. */
export function countColumn(options: ColumnOptions = {}): ColumnOptions {
  const transformer: ValueTransformer = {
    to: (value: number | null | undefined) => value,
    from: (value: string | null) => (value === null ? null : Number(value)),
  };
  return { ...options, type: 'bigint', transformer };
}
