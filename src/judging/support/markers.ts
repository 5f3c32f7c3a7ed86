/** `[4]`, `[1, 2]`, `[1–3]`. */
const NUMBERED = /\[\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,20}\]/g;
/**
 * A placeholder of a collection of citations: `<|cit|>` for the one that is asked about, `<|multi_cit|>` where it stands with others,
 * and `<|other_cit|>` for one that is not asked about.
 */
const PLACEHOLDER = /<\|(\w{1,20})\|>/g;
/** Brackets that hold placeholders and what names works beside them: "(Okoro et al., <|cit|>; Brandt, <|other_cit|>)". */
const BRACKETED = /\([^()]{0,2000}\)|\[[^[\]]{0,2000}\]/g;
/** A part with fewer letters than this says nothing by itself. */
const SHORTEST_PART = 25;

/**
 * A claim without its markers. Where placeholders say which citation is asked about, the parts that another one covers
 * are left out: a marker covers what stands between it and the one before.
 */
export function withoutMarkers(claim: string): string {
  const text = claim.replace(NUMBERED, ' ');
  return text.includes('<|') ? scopeOf(text.replace(BRACKETED, markersAlone)) : text;
}

/** What placeholders tell of the citations of a claim. */
export interface Company {
  /** The one that is asked about stands with others behind the same words: each may carry a part of them only. */
  readonly among: boolean;
  /** How many markers for others the claim has. */
  readonly others: number;
}

/** A claim without placeholders does not say which citation is asked about, and so nothing of its company. */
export function companyOf(claim: string): Company {
  const names = claim.includes('<|') ? [...claim.matchAll(PLACEHOLDER)].map(([, name]) => name) : [];
  return { among: names.includes('multi_cit'), others: names.filter((name) => name === 'other_cit').length };
}

/** Brackets that are there for their placeholders become these, without the names beside them. */
function markersAlone(bracket: string): string {
  const markers = bracket.match(PLACEHOLDER);
  if (!markers) return bracket;
  const rest = bracket.replace(PLACEHOLDER, '').replace(/\bet al\b|\band\b|\be\.g\b|\bsee\b|[^\p{L}]+/gu, ' ');
  const isNames = rest
    .trim()
    .split(' ')
    .every((word) => !/^\p{Ll}{4}/u.test(word));
  return isNames ? markers.join('') : bracket;
}

function scopeOf(text: string): string {
  const parts: { readonly text: string; asked: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const part = text.slice(from, match.index);
    const asked = match[1] !== 'other_cit';
    from = match.index + match[0].length;
    // Markers side by side cover the same part.
    const last = parts.at(-1);
    if (last && !/\p{L}/u.test(part)) last.asked ||= asked;
    else parts.push({ text: part, asked });
  }
  const rest = text.slice(from);
  if (/\p{L}/u.test(rest)) parts.push({ text: rest, asked: parts.at(-1)?.asked ?? true });
  const own = parts
    .filter(({ asked }) => asked)
    .map((part) => part.text)
    .join(' ');
  return own.replace(/[^\p{L}]/gu, '').length >= SHORTEST_PART ? own : parts.map((part) => part.text).join(' ');
}
