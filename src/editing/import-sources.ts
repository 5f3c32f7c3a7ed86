import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Source } from '../judging/evidence.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { toCsl, type Bibliography } from '../sources/csl.js';
import { UnreadableRecordsError, type EntryName, type RecordFormat } from '../sources/formats/record-format.js';
import { readRecords } from '../sources/formats/records.js';
import {
  ensurePublishers,
  findSources,
  insertSources,
  publisherKey,
  recordColumns,
} from '../sources/source.repository.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { readSource } from './source-input.js';
import { fault, UserFault } from './user-fault.js';

/** Records that are to become sources. */
export interface SourcesFile {
  readonly content: string;
  readonly format: RecordFormat;
}

/** What became of a file of records. */
export interface ImportedSources {
  /** Each source once, in the order of the entries. UUIDs. */
  readonly ids: readonly string[];
  /** How many of them the workspace did not have. */
  readonly added: number;
}

/** Of the file, in UTF-16 units: what takes a tenth of a second to read. */
export const MAX_SOURCES_FILE = 1_000_000;
/** Entries of one file. */
export const MAX_ENTRIES = 1_000;
/** Mistakes that are told one by one. */
const MAX_MISTAKES = 20;
/** How long a statement may run that stores them, in milliseconds. */
const STATEMENT_LIMIT_MS = 30_000;

/** Makes each record of a file a source of the workspace, or finds the one that it is already: all of them or none. */
@Injectable()
export class SourceImports {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  import(viewer: EditorViewer, file: SourcesFile): Promise<Outcome<ImportedSources>> {
    return this.editing.answer(viewer, 'importSources', async () => {
      const records = checkedRecords(file);
      return await this.editing.database.withWorkspace(
        viewer,
        (connection) => store(connection, viewer.workspaceId, records),
        { statementTimeoutMs: STATEMENT_LIMIT_MS },
      );
    });
  }
}

/** @throws UserFault naming the entries that are wrong */
function checkedRecords({ content, format }: SourcesFile): Source[] {
  if (content.length > MAX_SOURCES_FILE) {
    const size = content.length.toLocaleString('en');
    throw fault(
      'TOO_LARGE',
      `has ${size} characters, at most ${MAX_SOURCES_FILE.toLocaleString('en')} are allowed: split it`,
      'content',
    );
  }
  if (content.includes('\0')) throw fault('INVALID_INPUT', 'has a NUL character; give the text as UTF-8', 'content');
  if (content.trim() === '') throw fault('EMPTY', 'has no entries', 'content');
  const entries = readEntries(content, format);
  if (entries.length === 0) throw fault('EMPTY', 'has no entries', 'content');
  if (entries.length > MAX_ENTRIES) {
    const count = entries.length.toLocaleString('en');
    throw fault(
      'TOO_LARGE',
      `has ${count} entries, at most ${MAX_ENTRIES.toLocaleString('en')} are allowed: split it`,
      'content',
    );
  }
  const mistakes: UserErrorData[] = [];
  const tell = (entry: EntryName, message: string, code: UserErrorData['code'] = 'INVALID_INPUT'): void =>
    void mistakes.push({ code, message: `${nameOf(entry)}: ${message}`, field: ['content'] });
  const records = entries.flatMap((entry) => {
    if ('mistake' in entry) {
      tell(entry, entry.mistake);
      return [];
    }
    try {
      return sourceOf(entry.record);
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
      for (const { code, message, field } of error.userErrors) {
        tell(entry, code === 'EMPTY' ? message : `${field?.at(-1) ?? 'entry'}: ${message}`, code);
      }
      return [];
    }
  });
  const [first, ...more] = mistakes.slice(0, MAX_MISTAKES);
  if (!first) return records;
  const left = mistakes.length - MAX_MISTAKES;
  const rest = left > 0 ? [{ ...first, message: `${left} more mistakes are not told here; mend these first` }] : [];
  throw new UserFault(first, ...more, ...rest);
}

function readEntries(content: string, format: RecordFormat) {
  try {
    return readRecords(content, format);
  } catch (error) {
    if (!(error instanceof UnreadableRecordsError)) throw error;
    throw fault('INVALID_INPUT', error.message, 'content');
  }
}

/** As an editor's own source is checked and known again. */
function sourceOf(record: Bibliography): Source {
  const { title, url, doi, publisher, authors } = record;
  return readSource({ title, url, doi, publisher, authors, csl: toCsl(record) });
}

const nameOf = ({ place, key }: EntryName): string =>
  `entry ${place.toLocaleString('en')}${key === null ? '' : ` (${key.slice(0, 80)})`}`;

async function store(
  connection: WorkspaceConnection,
  workspaceId: string,
  records: readonly Source[],
): Promise<ImportedSources> {
  const byKey = new Map<string, Source>();
  for (const record of records) if (!byKey.has(record.key)) byKey.set(record.key, record);
  const keys = [...byKey.keys()];
  const found = await findSources(connection, workspaceId, keys);
  const known = new Set(found.flatMap(({ key, mergedKeys }) => [key, ...mergedKeys]));
  const missing = [...byKey.values()].filter(({ key }) => !known.has(key));
  const names = [...new Set(missing.flatMap(({ publisher }) => publisher ?? []))];
  const publishers = await ensurePublishers(connection, workspaceId, names);
  const added = await insertSources(
    connection,
    missing.map((record) => ({
      workspaceId,
      id: uuid(),
      ...recordColumns(record),
      publisherId: (record.publisher && publishers.get(publisherKey(record.publisher))) || null,
    })),
  );
  // What others added meanwhile is found now.
  const all = added.length === 0 ? found : await findSources(connection, workspaceId, keys);
  const idOf = new Map(
    all.flatMap(({ id, key, mergedKeys }) => [key, ...mergedKeys].map((each) => [each, id] as const)),
  );
  return { ids: [...new Set(keys.map((key) => idOf.get(key)!))], added: added.length };
}
