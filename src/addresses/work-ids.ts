/** Crossref's recommended pattern for DOIs. */
const DOI = /\b10\.\d{4,9}\/[-._;()/:a-z0-9<>[\]]+/i;
/** What publishers' addresses put behind the DOI that they hold: the view of the page, and the version of a preprint. */
const VIEW =
  /(?:\/(?:abstract|full|fulltext|full\.pdf|epdf|pdf|meta|html|summary|references|figures|cites?|citations?|metrics|download|tables|supplementary|tab-[a-z-]+)|(?<=\d)v\d+(?:\.(?:full|abstract|article-[a-z]+))?(?:[.+][a-z.+-]{0,20})?|\.(?:full|abstract|short|long|pdf|epub|xml))(?:\.pdf)?$/i;
/** Preprints of arXiv have DOIs that hold their id. */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/;

/**
 * The DOI in a text or an address, in lower case, for DOIs ignore case: "doi:10.1000/182", "https://doi.org/10.1000/182",
 * a publisher's page that holds it. Null when there is none.
 */
export function doiIn(text: string): string | null {
  const isAddress = /^https?:\/\//i.test(text);
  const found =
    DOI.exec(isAddress ? decoded(text.replace(/[?#][^]*$/, '')) : text)?.[0] ?? (isAddress ? asked(text) : undefined);
  if (found === undefined) return null;
  const doi = trimAddress(found.replace(/[<>].*$/, '')).toLowerCase();
  return isAddress && !/^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(text) ? doi.replace(VIEW, '') : doi;
}

/** `…/article?id=10.1371/journal.pone.0001` */
const asked = (address: string): string | undefined => DOI.exec(decoded(address.replace(/^[^?]*\??|&[^]*$/g, '')))?.[0];

/** What closes a sentence or a bracket around it is no part of an address or a DOI. */
export function trimAddress(address: string): string {
  let end = address.length;
  const open = { ')': unclosed(address, '(', ')'), ']': unclosed(address, '[', ']') };
  for (; end > 0; end -= 1) {
    const last = address[end - 1]!;
    if (last === ')' || last === ']') {
      if (open[last] >= 0) break;
      open[last] += 1;
    } else if (!/[.,;:!?'’*_…]/u.test(last)) break;
  }
  return address.slice(0, end);
}

/** How many brackets are opened more often than closed; below zero where they are closed more often. */
function unclosed(text: string, opening: string, closing: string): number {
  let count = 0;
  for (const sign of text) count += sign === opening ? 1 : sign === closing ? -1 : 0;
  return count;
}

/** The id of arXiv's that a DOI holds, in lower case and without version; null for the DOI of anything else. */
export const arxivOfDoi = (doi: string): string | null =>
  ARXIV_DOI.exec(doi.toLowerCase())?.[1]?.replace(/v\d+$/, '') ?? null;

/** Percent-encoding undone, as far as it is one. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
