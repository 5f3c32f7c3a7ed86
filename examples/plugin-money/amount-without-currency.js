import { CLEAR, NOT_APPLICABLE } from 'obelus/rules';

const NUMBER = String.raw`\d{1,15}(?:[.,]\d{1,15}){0,5}(?: (?:thousand|million|billion|trillion))?`;

/** "cost nearly 4 million", "a fine of 300". What follows must not be what is counted: "cost 300 jobs". */
const PAID = new RegExp(
  String.raw`\b(?:costs?|paid|pays?|worth|spen[dt]|(?:bill|budget|debt|fee|fine|grant|loan|price|salary) of)` +
    String.raw` (?:(?:about|around|some|nearly|almost|over|at least|up to|more than) )?(${NUMBER})` +
    String.raw`(?= (?:a|an|and|as|at|by|each|for|from|in|last|of|on|or|per|since|this|to|under|until|when|while)\b|[,;:)]|\.? ?$)`,
  'i',
);

/** A field or cell that holds an amount of money and nothing but a number. */
const LABEL = /\b(?:bill|budget|costs?|debt|fees?|fine|grant|loan|price|revenue|salary|turnover)\b/i;
const BARE = new RegExp(`^${NUMBER}$`, 'i');

/** A sign, a code of ISO 4217 or a word; of the codes and words those that are met most. */
const CURRENCY =
  /\p{Sc}|\b(?:AUD|CAD|CHF|CNY|EUR|GBP|INR|JPY|SEK|USD)\b|\b(?:euros?|dollars?|pounds?|sterling|yen|yuan|rupees?|francs?|crowns?|kron(?:a|or|e|er)|cents?|pence)\b/iu;

/** @type {import('obelus/rules').ClaimRule} */
export const amountWithoutCurrency = {
  scope: 'claim',
  meta: {
    id: 'amount-without-currency',
    title: 'An amount of money names no currency',
    description: `Fires on a claim that speaks of money ("cost", "paid", "a fine of", a field called "Budget") and gives a bare number.
An amount without its currency cannot be compared with what a source says.

Stays quiet where a currency stands anywhere in the claim, in the name of the field or in the head of the column, and
where the number counts something else ("cost 300 jobs").`,
    remedy: 'Name the currency beside the amount.',
    version: 1,
    severity: 'WARNING',
    bearings: [],
    reads: ['claim'],
    examples: {
      fires: ['The bridge cost nearly 4 million.', 'Budget | 4 million'],
      quiet: ['The bridge cost nearly 4 million euros.', 'Budget (EUR) | 4 million', 'The closure cost 300 jobs.'],
    },
  },
  judge(claim) {
    if (!claim.checkable) return NOT_APPLICABLE;
    const amount = amountIn(claim);
    if (amount === null || CURRENCY.test([claim.attribute, claim.column, claim.text].join(' '))) return CLEAR;
    return {
      kind: 'finding',
      message: `“${amount}” is an amount of money without a currency`,
      remedy: `Name the currency of ${amount}, as the source does.`,
      bearing: null,
    };
  },
};

/** @param {import('obelus/rules').Claim} claim */
function amountIn({ attribute, column, value, text }) {
  if (value === null) return PAID.exec(text)?.[1] ?? null;
  return LABEL.test([attribute, column].join(' ')) && BARE.test(value.trim()) ? value.trim() : null;
}
