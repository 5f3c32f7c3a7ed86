import { knowsWords, languageOf, unknownWords } from '../../languages/languages.js';
import { isUsable } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { publisherNameKey } from '../text/publishers.js';
import { speaksOf } from '../text/subjects.js';

/** A claim about somebody on their own word. */
export const interestedSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'interested-source',
    title: 'The publisher of a source is what the claim is about',
    description: `Fires when the name of a usable source's publisher, or of its owner, stands in the claim as somebody whom it speaks of: in
the sentence, or in the label or column of a field or cell. For much that a company or office says of itself it is the best
source; for how well it does, it is not.

Names are compared by whole words with their capitals, without "The" and the legal form. A name that is part of a longer one
is another name. Quiet where the claim only tells who said it ("according to", "reported").`,
    remedy: 'Attach a source that has no interest in the claim, or say in it who says so.',
    version: 2,
    severity: 'NOTE',
    bearings: [],
    reads: ['claim', 'citations', 'sources'],
    examples: {
      fires: ["Harbour Trams' line is the fastest of the country [1], where [1] is published by Harbour Trams Ltd"],
      quiet: ['According to Harbour Trams, the line is the fastest of the country [1].'],
    },
  },
  judge(claim, { article }) {
    const usable = claim.citations.filter(isUsable);
    const all = usable.flatMap(({ label, source }) =>
      [source!.publisher, source!.publisherRecord?.owner ?? null].flatMap((name) =>
        name?.trim() ? [{ label, name }] : [],
      ),
    );
    const named = new Map(all.map((each) => [publisherNameKey(each.name), each]));
    if (!claim.checkable || isGap(claim) || named.size === 0) return NOT_APPLICABLE;
    if (!knowsWords(article.language)) return notAssessed(unknownWords(article.language));
    const said = [claim.text, claim.attribute, claim.column].filter((part) => part !== null);
    const interested = [...named].filter(([, { name }]) =>
      said.some((part) => speaksOf(part, name, languageOf(article.language))),
    );
    if (interested.length === 0) return CLEAR;
    return interested.map(([key, { label, name }]) => ({
      kind: 'finding',
      message: `${quoted(name, 60)} stands behind [${label}], and ${quotedClaim(claim)} is about it`,
      remedy: 'Attach a source that has no interest in the claim, or say in it who says so.',
      bearing: null,
      about: key,
    }));
  },
};
