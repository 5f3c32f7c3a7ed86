import type { Span } from './evidence.js';

/** W3C Web Annotation: a TextQuoteSelector. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters of context on each side: enough to tell repeated sentences apart, short enough to store. */
const CONTEXT = 32;

/** The stretch of the content with its context. Never cuts a surrogate pair. */
export function quoteSelector(content: string, span: Span): TextQuoteSelector {
  return {
    exact: content.slice(span.start, span.end),
    prefix: content.slice(whole(content, Math.max(0, span.start - CONTEXT)), span.start),
    suffix: content.slice(span.end, whole(content, Math.min(content.length, span.end + CONTEXT))),
  };
}

/** Moves a position that would split a surrogate pair behind it. */
function whole(content: string, at: number): number {
  const code = content.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
