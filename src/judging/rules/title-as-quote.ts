import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { quoted } from '../text/normalise.js';
import { words } from '../text/words.js';

/** A quote that was copied from the head of the source, not from what it says. */
export const titleAsQuote: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'title-as-quote',
    title: "The quote is the source's title",
    description: `Fires on a citation whose quote is the title of its source, or a run of its words that makes up nearly all of it, or the
title with little more than the name of the paper. Case, punctuation and kinds of quotation marks do not count.

A headline sums up, and is often written by somebody else than the text. It shows that somebody found the source, and not that
anybody read it. Citations that were rejected in review are left alone.`,
    remedy: 'Quote the passage that says it.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources'],
    thresholds: {
      share: { default: 0.8, min: 0.1, max: 1, description: 'Share of the longer of the two that both must have.' },
    },
    examples: {
      fires: ['"City to buy 40 trams" as the quote from “City to buy 40 trams – The Courier”'],
      quiet: ['"The council voted on Monday to buy 40 trams" as the quote from “City to buy 40 trams”'],
    },
  },
  judge(claim, { threshold }) {
    const given = claim.citations.filter(
      ({ quote, state, source }) => quote?.trim() && source?.title?.trim() && state !== 'REJECTED',
    );
    if (!claim.checkable || given.length === 0) return NOT_APPLICABLE;
    const titles = given.filter(({ quote, source }) => shared(quote!, source!.title!) >= threshold('share'));
    if (titles.length === 0) return CLEAR;
    return titles.map(({ label, quote, spans }) => ({
      kind: 'finding',
      message: `The quote ${quoted(quote!)} on [${label}] is the title of its source`,
      remedy: 'Quote the passage of the source that says it.',
      ...(spans[0] ? { span: spans[0] } : {}),
      bearing: 'WEAK',
      about: `${label} ${quote}`,
    }));
  },
};

/** How much of the longer the shorter makes up, in words, when it stands in it as it is; else 0. */
function shared(a: string, b: string): number {
  const [short, long] = [a, b].map((text) => words(text).map((word) => word.text)).sort((x, y) => x.length - y.length);
  if (short!.length === 0 || !` ${long!.join(' ')} `.includes(` ${short!.join(' ')} `)) return 0;
  return short!.length / long!.length;
}
