import { Inject, Injectable } from '@nestjs/common';
import { LIMITS } from '../graphql/limits/limits.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { holdToMerge } from '../sources/merged-sources.js';
import type { KnownSource } from '../sources/source.repository.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { InputCheck } from './input-check.js';
import { differInRetraction, mergeHeld } from './merge-held.js';
import type { MergeSourcesInput } from './merge.type.js';
import { Ripples } from './ripples.js';
import type { Rippled } from './source.edits.js';
import { mergedAway } from './source-record.js';
import { UserFault, currentOf, versionError } from './user-fault.js';

const MAX_NOTE = 2_000;

/** One of the sources that are named, and where in the input. */
interface Named {
  readonly id: string;
  readonly expectedVersion: number | null | undefined;
  /** The path to the object that names it; empty for the one to keep. */
  readonly path: readonly string[];
}

/** Sources become one: at once for all who read, article by article for what is judged. */
@Injectable()
export class SourceMerges {
  constructor(
    @Inject(Editing) private readonly editing: Editing,
    @Inject(Ripples) private readonly ripples: Ripples,
  ) {}

  merge(viewer: EditorViewer, input: MergeSourcesInput): Promise<Outcome<Rippled>> {
    const { workspaceId } = viewer;
    return this.editing.transact(viewer, 'mergeSources', async (connection) => {
      const { named, note } = checkInput(input);
      const ids = named.map(({ id }) => id);
      const held = new Map((await holdToMerge(connection, workspaceId, ids)).map((each) => [each.id, each]));
      const [kept, ...merged] = checkHeld(named, held);
      const merge = await mergeHeld(connection, workspaceId, kept, merged, note);
      return { id: kept.id, jobId: await this.ripples.start(connection, viewer, { of: 'merge', ...merge }) };
    });
  }
}

/**
 * @returns the sources that are named, the one to keep first
 * @throws UserFault naming all that is wrong
 */
function checkInput({ sourceId, expectedVersion, merged, note }: MergeSourcesInput): {
  named: Named[];
  note: string | null;
} {
  const check = new InputCheck();
  const kept = { id: check.id('Source', sourceId, 'sourceId'), expectedVersion, path: [] };
  const checkedNote = check.text(note, 'note', MAX_NOTE);
  if (merged.length === 0) check.wrong('merged', 'name at least one source that becomes one with it', 'EMPTY');
  if (merged.length > LIMITS.items) {
    const count = merged.length.toLocaleString('en');
    check.wrong('merged', `names ${count} sources; at most ${LIMITS.items} are allowed at once`, 'TOO_LARGE');
  }
  check.done();
  const seen = new Map([[kept.id, 'the one to keep']]);
  const checks = merged.map((each, i) => {
    const path = ['merged', String(i)];
    const own = new InputCheck(path);
    const id = own.id('Source', each.sourceId, 'sourceId');
    const before = seen.get(id);
    if (id !== '' && before) own.wrong('sourceId', `is ${before}; name each source once`);
    seen.set(id, `number ${i + 1} of the list, too`);
    return { found: own.found, named: { id, expectedVersion: each.expectedVersion, path } };
  });
  throwAll(checks.flatMap(({ found }) => found));
  return { named: [kept, ...checks.map(({ named }) => named)], note: checkedNote };
}

/**
 * The sources that are named, the one to keep first.
 *
 * @throws UserFault naming all that is in the way
 */
function checkHeld(named: readonly Named[], held: ReadonlyMap<string, KnownSource>): [KnownSource, ...KnownSource[]] {
  const errors: UserErrorData[] = [];
  const found = named.flatMap(({ id, expectedVersion, path }) => {
    const source = held.get(id);
    if (!source) {
      const message = 'no source of this workspace has this id';
      errors.push({ code: 'NOT_FOUND', message, field: [...path, 'sourceId'] });
      return [];
    }
    const error =
      mergedAway(source, ...path, 'sourceId') ??
      versionError(currentOf('Source', source), expectedVersion, ...path, 'expectedVersion');
    if (error) errors.push(error);
    return [source];
  });
  throwAll(errors);
  const [kept, ...merged] = found as [KnownSource, ...KnownSource[]];
  throwAll(merged.flatMap((each, i) => retractionError(kept, each, ['merged', String(i), 'sourceId'])));
  return [kept, ...merged];
}

/** A retraction neither goes with a source that is merged nor comes to one that is kept without anyone saying so. */
function retractionError(kept: KnownSource, merged: KnownSource, field: string[]): UserErrorData[] {
  if (!differInRetraction(kept, merged)) return [];
  const [is, isNot] = kept.retractedAt ? ['the source to keep', 'this one'] : ['this source', 'the one to keep'];
  const message = `${is} is retracted, and ${isNot} is not; retractSource or reinstateSource one of them, then merge`;
  return [{ code: 'NOT_POSSIBLE', message, field }];
}

function throwAll(errors: readonly UserErrorData[]): void {
  const [first, ...more] = errors;
  if (first) throw new UserFault(first, ...more);
}
