import { readFileSync } from 'node:fs';
import type { Ruleset } from '../../judging/ruleset.js';
import type { Input } from '../input.js';
import { printable } from '../layout.js';
import { UsageError, type Terminal } from '../terminal.js';
import { writeFileWhole } from '../write-file.js';
import { fixText } from './fix-text.js';

/** 'dry run' tells what would be done, and writes nothing. */
export type FixMode = 'write' | 'dry run';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Fixes an article, and tells what was done or left.
 *
 * @returns the text as it is now, or would be
 * @throws UsageError when the file cannot be written, or was changed by somebody else meanwhile
 */
export function fixInput({ path, text, format }: Input, ruleset: Ruleset, mode: FixMode, terminal: Terminal): string {
  const { text: fixed, done, left } = fixText(text, format, ruleset);
  if (mode === 'write' && fixed !== text) replace(path, text, fixed);
  for (const each of done)
    terminal.error(`${path}: ${mode === 'write' ? 'fixed' : 'would be fixed'}: ${printable(each)}`);
  for (const each of left) terminal.error(`${path}: ${printable(each)}`);
  return fixed;
}

function replace(path: string, before: string, after: string): void {
  const now = readFileSync(path, 'utf8');
  const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  if (now !== mark + before) throw new UsageError(`${path}: was changed while it was checked; try again`);
  writeFileWhole(path, mark + after);
}
