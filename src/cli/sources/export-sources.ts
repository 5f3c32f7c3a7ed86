import { clientOf, tokenRefused } from '../graphql-client.js';
import { UsageError, type Terminal } from '../terminal.js';
import { writeFileWhole } from '../write-file.js';
import type { RecordFormatName } from './record-pieces.js';

export interface ExportSourcesOptions {
  readonly server: string;
  readonly token?: string;
  readonly format: RecordFormatName;
  /** A file; left out, it is printed. */
  readonly output?: string;
}

const FILES: Readonly<Record<RecordFormatName, string>> = {
  csl: 'sources.json',
  bibtex: 'sources.bib',
  ris: 'sources.ris',
};
/** How long all of it may take, in milliseconds. */
const PATIENCE_MS = 30 * 60 * 1000;

/**
 * Takes all sources out of a server's workspace. A file is written when all of them have come, or not at all.
 *
 * @throws UsageError when the server cannot be reached, refuses, or breaks off
 */
export async function exportSources(
  { server, token, format, output }: ExportSourcesOptions,
  terminal: Terminal,
): Promise<void> {
  // Exports stand beside the API.
  const address = new URL(`export/${FILES[format]}`, clientOf({ server, token }).endpoint);
  terminal.progress(`Reading ${address.href} …`);
  const text = await textOf(address, token).finally(() => terminal.progress(''));
  if (output === undefined) terminal.out(text.replace(/\r?\n$/, ''));
  else writeFileWhole(output, text);
}

async function textOf(address: URL, token: string | undefined): Promise<string> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  let response: Response;
  try {
    response = await fetch(address, { headers: authorization, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new UsageError(`${address.href} cannot be reached (${codeOf(error)}); check --server`, { cause: error });
  }
  if (response.status === 401 || response.status === 403) {
    throw new UsageError(tokenRefused(address.href, token));
  }
  const text = await response.text().catch((error: unknown) => {
    throw new UsageError(`${address.href} broke off (${codeOf(error)}), nothing is written; try again`, {
      cause: error,
    });
  });
  if (response.ok) return text;
  throw new UsageError(`${address.href} answers ${response.status}: ${messageIn(text)}`);
}

function codeOf(error: unknown): string {
  // fetch says "fetch failed"; what failed is its cause.
  const { cause = error, message } = error as { cause?: unknown; message?: string };
  return (cause as { code?: string }).code ?? message ?? 'unknown error';
}

/** The server's own words where it gives some. */
function messageIn(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: readonly { message: string }[] };
    return errors?.map(({ message }) => message).join('; ') ?? 'no export; is it an Obelus server?';
  } catch {
    return 'no export; is it an Obelus server?';
  }
}
