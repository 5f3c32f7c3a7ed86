import { readInput } from './input.js';
import type { Terminal } from './terminal.js';

export interface ConvertOptions {
  /** A format's name in lower case. */
  readonly inputFormat?: string;
}

/**
 * Prints the text as which a file is read: the HTML that a Word document or PDF becomes. Other files are their own.
 *
 * @throws UsageError when it cannot be read
 */
export async function convert(path: string, options: ConvertOptions, terminal: Terminal): Promise<void> {
  const { text } = await readInput(path, options.inputFormat, terminal);
  terminal.progress('');
  terminal.out(text.trimEnd());
}
