import type { Language } from '../../languages/language.js';
import { knowsWords, languageOf, unknownWords } from '../../languages/languages.js';
import { isUsable, type Citation, type Claim, type Source } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { domainOf, publisherNameKey } from '../text/publishers.js';
import { nameOfDomain, speaksOf } from '../text/subjects.js';

/** A claim about somebody on their own word. */
export const interestedSource: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'interested-source',
    title: 'The publisher of a source is what the claim is about',
    description: `Fires when the name of a usable source's publisher, or of its owner, stands in the claim as somebody whom it speaks of: in
the sentence, or in the label or column of a field or cell. For much that a company or office says of itself it is the best
source; for how well it does, it is not.

Names are compared by whole words with their capitals, without "The" and the legal form. A source that names no publisher is
taken for that of its domain: one at "harbour-trams.example" is Harbour Trams' own. A name that is part of a longer one
is another name. Quiet where the claim only tells who said it ("according to", "reported"), and where a label or column is
what carries the marker: it names the source of its row or column.`,
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
    const all = usable.flatMap((citation) => {
      const said = saidBeside(citation, claim);
      return namesBehind(citation.source!, said, languageOf(article.language)).flatMap((name) =>
        name?.trim() ? [{ label: citation.label, name, said }] : [],
      );
    });
    const named = new Map(all.map((each) => [publisherNameKey(each.name), each]));
    if (!claim.checkable || isGap(claim) || named.size === 0) return NOT_APPLICABLE;
    if (!knowsWords(article.language)) return notAssessed(unknownWords(article.language));
    const language = languageOf(article.language);
    const interested = [...named].filter(([, { name, said }]) => said.some((part) => speaksOf(part, name, language)));
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

/** What the claim says, and what it stands under unless the citation's markers stand there. */
function saidBeside({ spans }: Citation, { text, attribute, column, span }: Claim): string[] {
  const isInherited = spans.length > 0 && spans.every(({ start, end }) => end <= span.start || start >= span.end);
  return (isInherited ? [text] : [text, attribute, column]).filter((part) => part !== null);
}

/** Of a source that names no publisher, as far as its domain is a name that the claim uses. */
function namesBehind(source: Source, said: readonly string[], language: Language): (string | null)[] {
  const owner = source.publisherRecord?.owner ?? null;
  const domain = source.publisher === null ? domainOf(source) : null;
  if (domain === null) return [source.publisher, owner];
  return [...said.map((part) => nameOfDomain(part, domain, language)), owner];
}
