import { readArticle } from '../../src/reading/read-article.js';
import { diceOf } from '../../test/support/random.js';
import { planSet } from './build.js';
import { entryOf, madeUpArticle } from './made-up-article.js';

const make = (seed: number, claims: number, sources = 500) =>
  madeUpArticle(diceOf(seed), seed, claims, (draw) => draw(sources));

describe('a made-up article', () => {
  it('reads as exactly the claims that were asked for, whatever its length', () => {
    for (const [seed, claims] of [1, 2, 7, 50, 333, 1_200].entries()) {
      const read = readArticle(make(seed + 1, claims).text, { format: 'TEXT' });
      expect(read.claims).toHaveLength(claims);
      expect(read.hasReferenceList).toBe(true);
    }
  });

  it('cites about two sources a claim, and leaves some claims without', () => {
    const { claims } = readArticle(make(3, 1_000).text, { format: 'TEXT' });
    const cited = claims.reduce((count, claim) => count + claim.citations.length, 0) / claims.length;
    expect(cited).toBeGreaterThan(1.85);
    expect(cited).toBeLessThan(2.15);
    expect(claims.some(({ citations }) => citations.length === 0)).toBe(true);
  });

  it('is the same for the same numbers', () => {
    expect(make(9, 40)).toEqual(make(9, 40));
    expect(make(9, 40).text).not.toBe(make(10, 40).text);
  });
});

describe('a made-up source', () => {
  it('has one key, which no other has', () => {
    const entries = Array.from({ length: 1_500 }, (_, i) => `[${i + 1}] ${entryOf(i)}`).join('\n');
    const text = `Sources\n\nThe office knows 1 thing [1].\n\nReferences\n\n${entries}\n`;
    const { references } = readArticle(text, { format: 'TEXT' });
    const keys = references.map(({ source }) => source?.key);
    expect(new Set(keys).size).toBe(1_500);
  });
});

describe('the plan of a set', () => {
  it('gives each workspace its share of articles, claims and sources', () => {
    const plan = planSet({ claims: 20_000, workspaces: 20 });
    const claims = plan.map(({ articles }) => articles.reduce((a, b) => a + b, 0));
    expect(claims.reduce((a, b) => a + b, 0)).toBe(20_000);
    expect(claims[0]! / 20_000).toBeCloseTo(0.6, 2);
    expect(plan.reduce((count, { sources }) => count + sources, 0)).toBe(2_000);
    expect(planSet({ claims: 100, workspaces: 1 })).toHaveLength(1);
    expect(planSet({ claims: 10_000, workspaces: 1_000 })[0]!.sources).toBeGreaterThan(500);
    expect(planSet({ claims: 10_000, workspaces: 10_000 }).every(({ articles }) => articles.length === 1)).toBe(true);
  });
});
