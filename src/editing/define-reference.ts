import { resolveReference } from '../sources/reference.repository.js';
import type { HeldReference, HeldSource } from './article-state.js';
import type { Edit } from './change-article.js';
import { fault } from './user-fault.js';

/**
 * Makes a number that the article cites lead to a source.
 *
 * @param name of the input's field, for errors
 * @throws UserFault NOT_FOUND for a number that no reference has, NOT_POSSIBLE for one that leads to another source
 */
export function defineNumber(edit: Edit, number: number, source: HeldSource, name: string): HeldReference {
  const reference = edit.state.references.find((each) => each.number === number);
  if (!reference) {
    const numbers = edit.state.references.map((each) => each.number);
    const next = Math.max(0, ...numbers) + 1;
    const advice = `leave it out, and the source gets number ${next}`;
    throw fault('NOT_FOUND', `the article neither cites nor lists a number ${number}; ${advice}`, name);
  }
  if (reference.source?.id === source.id) return reference;
  if (reference.source) {
    const title =
      reference.source.evidence.title ?? reference.source.evidence.url ?? reference.text ?? 'another source';
    throw fault('NOT_POSSIBLE', `number ${number} is “${title}” already; attach under another number, or none`, name);
  }
  const defined: HeldReference = { ...reference, source, defined: true, version: reference.version + 1 };
  edit.state.references = edit.state.references.map((each) => (each.id === reference.id ? defined : each));
  const { workspaceId, connection } = edit;
  edit.write(() => resolveReference(connection, workspaceId, reference.id, source.id));
  const citing = edit.state.citations.filter((each) => each.referenceId === reference.id);
  edit.touch(
    'citations',
    citing.map(({ claimId }) => claimId),
  );
  edit.happen({
    kind: 'reference.defined',
    subjectType: 'Reference',
    subjectId: reference.id,
    before: null,
    after: { number, sourceId: source.id },
  });
  return defined;
}
