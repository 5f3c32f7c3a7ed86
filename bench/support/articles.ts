/** Sentences of invented ferries; no two claims of an article are about the same one. */
const NORTH = ['Al', 'Bre', 'Cor', 'Dun', 'Es', 'Fal', 'Gor', 'Hal', 'Ing', 'Jar'];
const SOUTH = ['bury', 'dale', 'ford', 'holm', 'mere', 'ness', 'stead', 'vik', 'wick', 'worth'];
const FACTS = [
  (place: string, n: number) => `The ${place} ferry carried ${n},${100 + (n % 900)} passengers in ${1950 + (n % 70)}`,
  (place: string, n: number) => `Repairs of the quay at ${place} cost ${n} million crowns`,
  (place: string, n: number) => `${place} harbour was dredged to ${5 + (n % 20)} metres in ${1960 + (n % 60)}`,
  (place: string, n: number) => `Storms closed the crossing to ${place} on ${n % 90} days that winter`,
  (place: string, n: number) => `The county of ${place} paid for ${n % 100} percent of the new boats`,
];
const CLAIMS_A_PARAGRAPH = 5;
/** Every such claim of an article has a second source. */
const SECOND_SOURCE_EACH = 5;

/** What all articles cite. */
export const CITED = 'https://example.org/crossings-of-the-year';
/** What none of them cites, so that an editor can attach it to any claim. */
export const SPARE = 'https://example.org/port-ledger';

/** An article whose claims all cite one source; each fifth stands on a second one too. */
export function articleText(number: number, claims: number): string {
  const sentences = Array.from({ length: claims }, (_, i) => {
    const place = NORTH[(i + number) % NORTH.length]! + SOUTH[Math.floor(i / NORTH.length) % SOUTH.length]!;
    const fact = FACTS[(i + number) % FACTS.length]!;
    return `${fact(place, 100 + ((number * 37 + i * 101) % 800))} [1${i % SECOND_SOURCE_EACH === 0 ? ', 2' : ''}].`;
  });
  const paragraphs = Array.from({ length: Math.ceil(claims / CLAIMS_A_PARAGRAPH) }, (_, i) =>
    sentences.slice(i * CLAIMS_A_PARAGRAPH, (i + 1) * CLAIMS_A_PARAGRAPH).join(' '),
  );
  const own = `Ada Okoro, "Who sails on line ${number}", The Sound Gazette, 2031. https://example.org/lines/${number}`;
  return [
    `The ferries of line ${number}`,
    ...paragraphs,
    'References',
    `[1] Port office, "Crossings of the year", Harbour Press, 2031. ${CITED}\n[2] ${own}\n`,
  ].join('\n\n');
}

/** An article that makes the spare source known to the workspace. */
export const SPARE_ARTICLE = `The ledger

The port keeps a ledger of 312 ships [1].

References

[1] Port office, "Ledger of the port", Harbour Press, 2030. ${SPARE}
`;
