import type { SourceInput } from '../../api/graphql.js';

const ADDRESS = /^https?:\/\/\S+$/i;
/** As registrants write them: the prefix has four digits or more. */
const DOI = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/** What somebody typed, as the record of a source: an address, a DOI, or else a title. */
export function typedSource(text: string): SourceInput {
  const typed = text.trim();
  const doi = DOI.exec(typed)?.[1];
  if (doi !== undefined) return { doi };
  return ADDRESS.test(typed) ? { url: typed } : { title: typed };
}
