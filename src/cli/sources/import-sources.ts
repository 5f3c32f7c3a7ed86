import { extname } from 'node:path';
import { eachPath } from '../each-path.js';
import { GraphqlClient, type UserErrorAnswer } from '../graphql-client.js';
import { readText, STANDARD_INPUT } from '../input.js';
import { counted, printable } from '../layout.js';
import { UsageError, type ExitStatus, type Terminal } from '../terminal.js';
import { chunksOf, type ChunkLimits, type RecordChunk } from './record-chunks.js';
import { piecesOf, RECORD_FORMATS, type RecordFormatName } from './record-pieces.js';

export interface ImportSourcesOptions {
  readonly server: string;
  readonly token?: string;
  /** Left out, the files' names tell. */
  readonly format?: RecordFormatName;
}

/** Of one `importSources`, as the schema says. */
const LIMITS: ChunkLimits = { entries: 1_000, length: 1_000_000 };
const EXTENSIONS: Readonly<Record<string, RecordFormatName>> = {
  '.json': 'csl',
  '.bib': 'bibtex',
  '.bibtex': 'bibtex',
  '.ris': 'ris',
};
const SERVER_FORMAT: Readonly<Record<RecordFormatName, string>> = { csl: 'CSL_JSON', bibtex: 'BIBTEX', ris: 'RIS' };

const IMPORT = /* GraphQL */ `
  mutation ImportSources($input: ImportSourcesInput!) {
    importSources(input: $input) {
      sources {
        id
      }
      added
      userErrors {
        code
        message
        field
      }
    }
  }
`;

interface ImportAnswer {
  readonly importSources: {
    readonly sources: readonly { readonly id: string }[] | null;
    readonly added: number;
    readonly userErrors: readonly UserErrorAnswer[];
  } | null;
}

/**
 * Sends files of bibliographic records to a server, large ones in parts. What the server has already stays as it is, so
 * the same can be sent again. One that fails is told, and the others are sent.
 *
 * @returns 0 all are imported; 1 the server refused entries; 2 a file could not be read or sent
 */
export async function importSources(
  paths: readonly string[],
  options: ImportSourcesOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const client = new GraphqlClient(options.server, options.token);
  return eachPath(paths, terminal, async (path) => ((await importFile(path, options, client, terminal)) ? 0 : 1));
}

/** @returns whether the server took all of it */
async function importFile(
  path: string,
  { format: given }: ImportSourcesOptions,
  client: GraphqlClient,
  terminal: Terminal,
): Promise<boolean> {
  const format = given ?? formatOf(path);
  const chunks = chunksOf(piecesOf(await readText(path, terminal), format), format, LIMITS);
  const total = chunks.reduce((sum, { entries }) => sum + entries, 0);
  const ids = new Set<string>();
  let [added, done, refused] = [0, 0, 0];
  for (const chunk of chunks) {
    terminal.progress(`${path}: ${done} of ${entriesOf(total)} …`);
    const payload = await send(chunk, format, client).catch((error: unknown) => {
      if (!(error instanceof UsageError) || done === 0) throw error;
      const stored = `${done} of ${entriesOf(total)} were sent before; run it again`;
      throw new UsageError(`${error.message} (${stored})`, { cause: error });
    });
    terminal.progress('');
    for (const { code, message } of payload.userErrors) {
      terminal.error(`${path}: ${code}: ${printable(chunk.told(message))}`);
    }
    if (payload.userErrors.length > 0) refused += chunk.entries;
    for (const { id } of payload.sources ?? []) ids.add(id);
    added += payload.added;
    done += chunk.entries;
  }
  const what = `${counted(ids.size, 'source')}, ${added} of them new`;
  const left = refused > 0 ? `; ${entriesOf(refused)} not imported: mend the file and run it again` : '';
  terminal.out(`${path}: ${entriesOf(total - refused)} imported: ${what}${left}`);
  return refused === 0;
}

async function send(
  { content }: RecordChunk,
  format: RecordFormatName,
  client: GraphqlClient,
): Promise<NonNullable<ImportAnswer['importSources']>> {
  const input = { content, format: SERVER_FORMAT[format] };
  const { importSources: payload } = await client.request<ImportAnswer>(IMPORT, { input });
  if (!payload) throw new UsageError('the server gave no answer about these sources; look into its log');
  return payload;
}

function formatOf(path: string): RecordFormatName {
  const format = path === STANDARD_INPUT ? undefined : EXTENSIONS[extname(path).toLowerCase()];
  if (format) return format;
  throw new UsageError(`its name does not tell in which format it is; give --format (${RECORD_FORMATS.join(', ')})`);
}

const entriesOf = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}`;
