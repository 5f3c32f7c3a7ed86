import { diceOf } from '../../test/support/random.js';
import { capital, word } from './words.js';

/**
 * Articles of any length, to see what reading and judging cost as they grow: one as people write them, and others made
 * to be as hard as their kind allows. All of it is invented, and the same for the same number of claims.
 */
export interface LargeArticle {
  readonly name: string;
  /** Its text in Markdown, with about so many claims. */
  text(claims: number): string;
}

const VERBS = 'carries lifts tows guards moves repairs paints counts closes opens buys sells'.split(' ');
const PLACES = 'harbour quay island coast river valley market town'.split(' ');

const mark = (i: number): string => ` [${1 + (i % 40)}]`;

const CLAIMS_A_PARAGRAPH = 5;
const PARAGRAPHS_A_SECTION = 20;

/** Sentences in paragraphs and sections, each with a marker, above the list that they cite. */
function prose(claims: number, sentence: (i: number) => string): string {
  const lines = ['# The harbours of the coast', ''];
  for (let i = 0; i < claims; i += CLAIMS_A_PARAGRAPH) {
    if (i % (CLAIMS_A_PARAGRAPH * PARAGRAPHS_A_SECTION) === 0) lines.push(`## Part ${i / CLAIMS_A_PARAGRAPH}`, '');
    const all = Array.from({ length: Math.min(CLAIMS_A_PARAGRAPH, claims - i) }, (_, j) => {
      return `${sentence(i + j)}${mark(i + j)}.`;
    });
    lines.push(all.join(' '), '');
  }
  return [...lines, ...list()].join('\n');
}

const list = (): string[] => [
  '## References',
  '',
  ...Array.from({ length: 40 }, (_, i) => `${i + 1}. Port office. Ledger ${i + 1}. Harbour Press, 2031.`),
  '',
];

/** Words as rare as in a natural text: the nth commonest is n times rarer (Zipf). */
function varied(claims: number): string {
  const next = diceOf(1);
  const vocabulary = 20_000;
  const noun = (): string => word(Math.floor(vocabulary ** (next(1_000_000) / 1_000_000)));
  const before: string[] = [];
  return prose(claims, (i) => {
    // Each tenth says again what an earlier one said.
    if (i % 10 === 9) return `By all accounts ${before[next(before.length)]!}`;
    const said = `the ${noun()} ${noun()} of ${capital(noun())} ${VERBS[next(VERBS.length)]!} the ${noun()} ${PLACES[next(PLACES.length)]!}`;
    before.push(`${said}${i % 3 === 0 ? ` ${2 + next(900)} times` : ''}`);
    return capital(`${before.at(-1)!}${i % 17 === 0 ? ' unless it rains' : ''}`);
  });
}

const COMMON = 'night ferry freight pilots northern quay winter storm crane barge'.split(' ');

export const LARGE_ARTICLES: readonly LargeArticle[] = [
  { name: 'varied sentences', text: varied },
  {
    name: 'one word apart',
    text: (claims) =>
      prose(claims, (i) => `The pilots of the northern quay guard the night ferry against winter storms at ${word(i)}`),
  },
  {
    name: 'the same few words',
    text: (claims) => {
      const next = diceOf(2);
      return prose(
        claims,
        () => `The ${Array.from({ length: 6 }, () => COMMON[next(COMMON.length)]!).join(' of the ')}`,
      );
    },
  },
  {
    name: 'one sentence',
    text: (claims) => prose(claims, () => 'The night ferry carries freight to the northern quay'),
  },
  {
    name: 'each sentence 200 times',
    text: (claims) =>
      prose(claims, (i) => {
        // In another order each time, so that the paragraphs differ.
        const n = (Math.imul(i, 0x9e3779b1) >>> 8) % Math.max(1, Math.floor(claims / 200));
        return `The ${word(n)} ferry of ${capital(word(n + 1))} carries ${word(n * 3)} freight to the ${word(n * 7)} quay`;
      }),
  },
  {
    name: '200 templates, 250 figures',
    text: (claims) =>
      prose(claims, (i) => {
        const n = i % 200;
        return `The ${word(n)} ferry carries ${2 + (Math.floor(i / 200) % 250)} tons of ${word(n * 3)} freight to the ${word(n * 7)} quay`;
      }),
  },
  {
    name: 'many clauses',
    text: (claims) =>
      prose(
        claims,
        (i) =>
          `The ${word(i % 300)} ferry carries freight to ${capital(word(i % 7))}, while the ${word(i % 11)} pilot guards the ${word(i % 13)} quay, but the crane lifts ${word(i)} barges`,
      ),
  },
  {
    name: 'a table with one attribute',
    text: (claims) => {
      const rows = Array.from({ length: Math.ceil(claims / 2) }, (_, i) => {
        return `| Harbour toll | ${2 + (i % 900)} crowns${mark(i)} | ${3 + (i % 700)} crowns${mark(i + 1)} |`;
      });
      return ['# Tolls', '', '| Toll | Orsa | Lund |', '| --- | --- | --- |', ...rows, '', ...list()].join('\n');
    },
  },
  {
    name: 'fields and sentences',
    text: (claims) => {
      const half = Math.ceil(claims / 2);
      const fields = Array.from({ length: half }, (_, i) => `| Harbour toll | ${2 + (i % 900)} crowns${mark(i)} |`);
      const said = prose(half, (i) => `The harbour toll is ${2 + (i % 800)} crowns`);
      return ['# Tolls', '', '| Fact | Value |', '| --- | --- |', ...fields, '', said].join('\n');
    },
  },
];
