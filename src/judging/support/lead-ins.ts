/** What a list or Markdown puts before and around a statement: "4. ", "• ", "**". */
const LIST = /^\s*(?:[-*•·▪–—]\s+|#{1,6}\s+|\(?\d{1,2}[.)]\s+(?=\p{L})|\(?[a-z]\)\s+)+/u;
const EMPHASIS = /\*\*|(?<![\p{L}\p{N}])__(?=\S)|(?<=\S)__(?![\p{L}\p{N}])|`/gu;

/**
 * How an answer leads into a statement: it binds it to the one before, or says that it is worth saying. None of it is
 * something that a source could have.
 */
const LEAD_IN =
  /^(?:(?:however|moreover|furthermore|additionally|also|besides|overall|therefore|thus|hence|finally|lastly|similarly|likewise|in addition|in conclusion|in summary|in general|for example|for instance|in other words|on the other hand|as a result|that said|ultimately|meanwhile|nevertheless|nonetheless|indeed|instead|in fact|of course|(?:first|second|third)(?:ly)?),\s+|(?:however,?\s+)?it(?:'s| is) (?:also )?(?:important|worth|essential|crucial|interesting) (?:to (?:note|remember|mention|consider|understand)|noting|mentioning|remembering) that\s+|(?:please )?(?:note|remember) that\s+)/i;
/** More of them in a row are no lead-ins. */
const MOST = 3;

/** A claim as a statement of its own, without what a list or an answer puts before it. In its plain form. */
export function withoutLeadIn(claim: string): string {
  let text = claim.replace(EMPHASIS, '').replace(LIST, '');
  for (let i = 0; i < MOST && LEAD_IN.test(text); i++) text = text.replace(LEAD_IN, '');
  return text === '' ? claim : text;
}
