import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Article, Span } from '../judging/evidence.js';
import { readArticle } from './read-article.js';

const SAMPLE = readFileSync('test/fixtures/articles/sallow-ferry.wiki', 'utf8');
/** What breaks wikitext when it stands where nobody expects it. */
const SIGNS =
  "{{ }} [[ ]] | {{{ }}} {| |} |- ! <ref> </ref> <ref name=x> <ref/> <!-- --> <nowiki> </nowiki> '' ''''' == = * # : ; [http://a.example ] \n <references> {{sfn| {{refn| <div> </blockquote>".split(
    ' ',
  );

function spansOf({ claims, markers, references, titleSpan }: Article): readonly Span[] {
  return [
    ...claims.flatMap((c) => [
      c.span,
      ...c.holes.map((h) => h.span),
      ...c.tags.map((t) => t.span),
      ...c.citations.flatMap((x) => x.spans),
    ]),
    ...markers.map((m) => m.span),
    ...references.flatMap((r) => r.span ?? []),
    ...(titleSpan ? [titleSpan] : []),
  ];
}

function check(input: string): void {
  const article = readArticle(input, { format: 'WIKITEXT' });
  for (const { start, end } of spansOf(article)) {
    if (!(start >= 0 && start <= end && end <= input.length)) throw new Error(`${start}..${end} of ${input.length}`);
  }
  for (const [i, claim] of article.claims.entries()) expect(claim.ordinal).toBe(i + 1);
}

describe('any wikitext', () => {
  it('is read, whatever is cut off', () => {
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), fc.nat(SAMPLE.length), (a, b) =>
        check(SAMPLE.slice(Math.min(a, b), Math.max(a, b))),
      ),
      { numRuns: 150 },
    );
  });

  it('is read, whatever stands in it', () => {
    const edits = fc.array(fc.tuple(fc.nat(SAMPLE.length), fc.nat(40), fc.constantFrom(...SIGNS)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(edits, (made) =>
        check(made.reduce((text, [at, cut, sign]) => text.slice(0, at) + sign + text.slice(at + cut), SAMPLE)),
      ),
      { numRuns: 150 },
    );
  });

  it('is read when it is nothing but signs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS, 'word', ' '), { maxLength: 60 }), (signs) =>
        check(signs.join('')),
      ),
      { numRuns: 300 },
    );
  });

  it.each(['{{', '[[', '<ref>', '{|\n|', '<!--', '{{a|', "''", '[http://a.example ', '{{sfn|', '{{{'])(
    'does not recurse on many %j',
    (sign) => {
      check(`The pier stands. ${sign.repeat(100_000)}`);
      check(sign.repeat(20_000) + ' x ' + '}}'.repeat(20_000) + ']]'.repeat(20_000));
    },
  );
});

describe('positions', () => {
  const article = readArticle(SAMPLE, { format: 'WIKITEXT' });

  it('of markers are those of the tags and templates that write them', () => {
    for (const { span } of article.markers) {
      const written = SAMPLE.slice(span.start, span.end);
      expect(written).toMatch(/^(?:<ref[^]*(?:\/>|<\/ref>)|\{\{(?:sfn|r|refn|harv)[^]*\}\}|\(\{\{harvnb[^{}]*\}\}\))$/);
    }
  });

  it('of claims hold their words', () => {
    const words = (text: string) => text.match(/\p{L}{3,}/gu) ?? [];
    for (const claim of article.claims) {
      const written = SAMPLE.slice(claim.span.start, claim.span.end).replaceAll('_', ' ');
      const missing = words(claim.text).filter((word) => !written.includes(word));
      // What templates make of numbers and signs: months, "Yes", "N/A".
      expect(missing.filter((word) => word !== 'May')).toEqual([]);
    }
  });
});
