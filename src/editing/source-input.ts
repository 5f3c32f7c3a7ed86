import { v7 as uuid } from 'uuid';
import type { WorkspaceScope } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Source } from '../judging/evidence.js';
import { addressesIn, identifiersIn } from '../reading/reference-identifiers.js';
import { sourceKey } from '../reading/source-key.js';
import { fromCsl, namesSomething, type Bibliography } from '../sources/csl.js';
import { holdLeading } from '../sources/merged-sources.js';
import { addSource, recordColumns } from '../sources/source.repository.js';
import type { HeldSource } from './article-state.js';
import { checkCsl } from './csl-input.js';
import { InputCheck } from './input-check.js';
import { storedKey, heldSource } from './settle-sources.js';
import { fault } from './user-fault.js';

/** A source as an editor gives it: the fields of the API's SourceInput. */
export interface SourceData {
  readonly title?: string | null;
  readonly url?: string | null;
  readonly doi?: string | null;
  readonly publisher?: string | null;
  readonly authors?: readonly string[] | null;
  /** A year, a month or a day: "2031", "2031-04", "2031-04-02". */
  readonly publishedAt?: string | null;
  /** CSL-JSON; what the other fields say goes before it. */
  readonly csl?: unknown;
}

/** Which source is meant: one of the workspace by its id, or one described. */
export interface SourceChoice {
  readonly sourceId?: string | null;
  readonly source?: SourceData | null;
}

export type ChosenSource = { readonly id: string } | { readonly record: Source };

const MAX_TITLE = 1_000;
const MAX_NAME = 300;
const MAX_AUTHORS = 200;
const DOI = /^10\.\d{4,9}\/\S{1,300}$/;
const PARTIAL_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** @throws UserFault naming all that is wrong */
export function chooseSource({ sourceId, source }: SourceChoice): ChosenSource {
  if (sourceId && source) throw fault('INVALID_INPUT', 'give either sourceId or source, not both', 'source');
  if (sourceId) {
    const check = new InputCheck();
    const id = check.id('Source', sourceId, 'sourceId');
    check.done();
    return { id };
  }
  if (!source)
    throw fault('EMPTY', 'say which source: sourceId of one that is known, or source to describe it', 'source');
  return { record: readSource(source) };
}

/** @throws UserFault naming all that is wrong */
export function readSource(data: SourceData): Source {
  const check = new InputCheck(['source']);
  const record = readFields(data, fromCsl(checkCsl(data.csl, check)), check);
  if (!namesSomething(record) && check.found.length === 0) {
    check.wrong('title', 'a source needs at least a title, an address or a DOI', 'EMPTY');
  }
  check.done();
  return identified(record, null);
}

/** A known source with the fields that are given changed; null empties one. @throws UserFault */
export function mergedRecord(known: Source, data: SourceData): Source {
  const check = new InputCheck(['source']);
  const { title, url, doi, publisher, authors, issued } = known;
  const kept = {
    title: data.title === undefined ? title : null,
    url: data.url === undefined ? url : null,
    doi: data.doi === undefined ? doi : null,
    publisher: data.publisher === undefined ? publisher : null,
    authors: data.authors === undefined ? authors : [],
    issued: data.publishedAt === undefined ? issued : null,
  };
  const base = data.csl === undefined ? known : fromCsl(checkCsl(data.csl, check));
  const record = readFields(data, { ...base, ...(data.csl === undefined ? kept : {}) }, check);
  if (!record.title && !record.url && !record.doi) {
    check.wrong('title', 'a source needs at least a title, an address or a DOI', 'EMPTY');
  }
  check.done();
  return identified(record, known);
}

function readFields(data: SourceData, given: Bibliography, check: InputCheck): Bibliography {
  const issued = data.publishedAt?.trim() || given.issued;
  if (data.publishedAt && issued && !PARTIAL_DATE.test(issued)) {
    check.wrong('publishedAt', 'give a year, a month or a day: "2031", "2031-04" or "2031-04-02"');
  }
  return {
    ...given,
    title: check.line(data.title, 'title', MAX_TITLE) ?? given.title,
    url: check.url(data.url, 'url') ?? given.url,
    publisher: check.line(data.publisher, 'publisher', MAX_NAME) ?? given.publisher,
    authors: checkAuthors(data.authors, check) ?? given.authors,
    doi: checkDoi(data.doi, check) ?? given.doi,
    issued,
  };
}

/** With the key by which it is known again. An address that holds a DOI is that DOI. */
function identified(record: Bibliography, known: Source | null): Source {
  const { title, url, publisher, authors, issued, container } = record;
  const read = url === null ? null : identifiersIn('', [url]);
  const whole = {
    ...record,
    ...(record.archiveUrl === null && url !== null ? addressOf(url) : {}),
    doi: record.doi ?? read?.doi ?? null,
    pmid: record.pmid ?? read?.pmid ?? null,
  };
  const text = [authors.join(', '), title, container, publisher, issued].filter(Boolean).join('. ');
  return {
    ...whole,
    key: storedKey(sourceKey({ ...whole, url: whole.url ?? whole.archiveUrl, text })),
    retraction: known?.retraction ?? null,
  };
}

/** The address of a page, or of a copy of it in an archive, and then the page's as well. */
function addressOf(address: string): Partial<Bibliography> {
  const { url, archiveUrl, archivedAt } = addressesIn('', [address]);
  return archiveUrl === null ? {} : { url: url ?? address, archiveUrl, archivedAt };
}

function checkAuthors(authors: readonly string[] | null | undefined, check: InputCheck): readonly string[] | null {
  if (!authors || authors.length === 0) return null;
  if (authors.length > MAX_AUTHORS) {
    check.wrong('authors', `has ${authors.length} names, at most ${MAX_AUTHORS} are allowed`);
    return null;
  }
  return authors.flatMap((author) => check.line(author, 'authors', MAX_NAME) ?? []);
}

function checkDoi(value: string | null | undefined, check: InputCheck): string | null {
  const text = value
    ?.trim()
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase();
  if (!text) return null;
  if (!DOI.test(text)) check.wrong('doi', 'is no DOI; one reads like "10.1000/182"');
  return text;
}

/**
 * Holds the chosen source as it is until the transaction ends; adds it when the workspace does not have it. One that was
 * merged stands for the one that was kept.
 *
 * @throws UserFault NOT_FOUND
 */
export function holdChosen(
  { workspaceId }: WorkspaceScope,
  chosen: ChosenSource,
): (connection: WorkspaceConnection) => Promise<HeldSource> {
  return async (connection) => {
    const named = 'id' in chosen ? chosen : { key: chosen.record.key };
    let known = await holdLeading(connection, workspaceId, named);
    if (!known && 'record' in chosen) {
      const { publisher } = chosen.record;
      known = await addSource(connection, { workspaceId, id: uuid(), publisher, ...recordColumns(chosen.record) });
      // Others were first to add it, and merged it.
      if (known.mergedInto) known = await holdLeading(connection, workspaceId, { id: known.mergedInto });
    }
    if (!known) throw fault('NOT_FOUND', 'no source of this workspace has this id', 'sourceId');
    return heldSource(known);
  };
}
