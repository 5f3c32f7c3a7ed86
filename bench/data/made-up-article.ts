import { capital, word } from '../support/words.js';
import { drawerOf, uniform, zipfWeights, type Draw } from './skew.js';

/** One sentence is one claim: no two of an article are about the same place and year. */
const FACTS: readonly ((place: string, n: number, year: number) => string)[] = [
  (place, n, year) => `The ${place} ferry carried ${n} thousand passengers in ${year}`,
  (place, n, year) => `Repairs of the quay at ${place} cost ${n} million crowns in ${year}`,
  (place, n, year) => `${place} harbour was dredged to ${5 + (n % 20)} metres in ${year}`,
  (place, n, year) => `Storms closed the crossing to ${place} on ${n % 90} days of ${year}`,
  (place, n, year) => `The county of ${place} paid ${n % 100} percent of the new boats of ${year}`,
  (place, n, year) => `About ${n} hundred people moved to ${place} between ${year - 9} and ${year}`,
  (place, n, year) => `Rents in ${place} rose by ${n % 40} percent during ${year}, the council found`,
  (place, n, year) => `The mill of ${place} burned down in ${year} and left ${n} people without work`,
];
/** How many citations a claim has, by weight: about 2 on average, and one in nine has none. */
const CITATIONS = drawerOf([11, 28, 26, 18, 10, 7]);
const LONGEST_PARAGRAPH = 6;
const SECTION_EACH = 24;
/** References an article has per claim. */
const REFERENCES_A_CLAIM = 0.8;
/** Cites a number that the list lacks. */
const DANGLING = 0.01;
const SKEW_OF_REFERENCES = 0.6;

const PUBLISHERS = ['Harbour Press', 'Office of Statistics', 'North Sea Review', 'County Archive', 'University Press'];
const HOSTS = ['example.org', 'statistics.example.gov', 'north.example.com', 'archive.example.net', 'en.wikipedia.org'];

/** A source's entry in a list of references: the same words for the same number, wherever it is cited. */
export function entryOf(source: number): string {
  const [first, second, third] = [word(source * 3 + 1), word(source * 7 + 2), word(source * 5 + 3)];
  const year = 1960 + (source % 65);
  const by = `${capital(first)} ${capital(second)}`;
  const title = `“${capital(third)} ${second} of the ${first} year ${source}”`;
  const publisher = PUBLISHERS[source % PUBLISHERS.length]!;
  // One in ten is on paper alone.
  const url = source % 10 === 9 ? '' : ` https://${HOSTS[source % HOSTS.length]!}/${third}/${source}`;
  return `${by}, ${title}, ${publisher}, ${year}.${url}`;
}

/** An article, and the sources that it lists. */
export interface MadeUpArticle {
  readonly title: string;
  /** Plain text with numbered references. */
  readonly text: string;
}

/** @param drawSource a source's number, by how often it is cited in the whole workspace */
export function madeUpArticle(
  draw: Draw,
  number: number,
  claims: number,
  drawSource: (draw: Draw) => number,
): MadeUpArticle {
  const count = Math.max(1, Math.round(claims * REFERENCES_A_CLAIM));
  const listed = new Set<number>();
  // The most cited ones come up again and again, so there are fewer tries than there might be.
  for (let tries = 0; listed.size < count && tries < 2 * count; tries++) listed.add(drawSource(draw));
  const pick = drawerOf(zipfWeights(listed.size, SKEW_OF_REFERENCES));
  const title = `The ${word(number)} of ${capital(word(number * 11 + 5))}, part ${number}`;
  const blocks: string[] = [title];
  let paragraph: string[] = [];
  for (let i = 0; i < claims; i++) {
    const place = capital(word(number * 131 + i));
    const fact = FACTS[draw(FACTS.length)]!(place, 2 + draw(900), 1900 + draw(125));
    paragraph.push(`${fact}${citationsOf(draw, pick, listed.size)}.`);
    if (paragraph.length > draw(LONGEST_PARAGRAPH) || i === claims - 1) {
      blocks.push(paragraph.join(' '));
      paragraph = [];
      if ((i + 1) % SECTION_EACH === 0) blocks.push(`What came of ${capital(word(i + number))}`);
    }
  }
  const list = [...listed].map((source, i) => `[${i + 1}] ${entryOf(source)}`).join('\n');
  return { title, text: `${[...blocks, 'References', list].join('\n\n')}\n` };
}

function citationsOf(draw: Draw, pick: (draw: Draw) => number, references: number): string {
  const numbers = new Set<number>();
  const count = CITATIONS(draw);
  for (let i = 0; i < count; i++) {
    numbers.add(uniform(draw) < DANGLING ? references + 1 + draw(3) : pick(draw) + 1);
  }
  return numbers.size === 0 ? '' : ` [${[...numbers].join(', ')}]`;
}
