import type { Edit } from './change-article.js';

/** Ids of the claims at hand that cite any of these references. */
export const citing = ({ state }: Edit, referenceIds: ReadonlySet<string>): string[] =>
  state.citations.filter(({ referenceId }) => referenceIds.has(referenceId)).map(({ claimId }) => claimId);

/** Ids of the claims at hand that cite any of these sources. */
export const citingSources = (edit: Edit, sourceIds: ReadonlySet<string>): string[] =>
  citing(
    edit,
    new Set(edit.state.references.filter(({ source }) => source && sourceIds.has(source.id)).map(({ id }) => id)),
  );
