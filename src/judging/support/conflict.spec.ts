import { indexSource } from './source-index.js';
import { ownModel } from './support.js';
import { conflictWith, type ConflictKind } from './conflict.js';
import { readClaim } from './claim-words.js';
import { coverageOf } from './coverage.js';

function kindOf(claim: string, text: string): ConflictKind | null {
  const [read, source] = [readClaim(claim, ownModel().background), indexSource({ text })];
  return conflictWith(read, source, coverageOf(read, source))?.kind ?? null;
}

describe('what goes against a claim', () => {
  it.each<[ConflictKind, string, string]>([
    ['number', 'The harbour museum owns 640 fishing boats.', 'The harbour museum owns 980 fishing boats.'],
    ['number', 'Sallow Rovers won four Harbour Cups.', 'Sallow Rovers won seven Harbour Cups and two shields.'],
    [
      'date',
      'Marta Brandt was born in 1931.',
      'Marta Brandt, born on 9 May 1929 in Sallow, was elected mayor in 1961 and again in 1965.',
    ],
    ['date', 'The Harrow Museum was founded in 1884.', 'The Harrow Museum, founded 1901, burnt down in 1940.'],
    ['answer', 'The Sallow ferry runs in winter.', 'Does the Sallow ferry run in winter? No. It lies in the dock.'],
    ['answer', 'The ferry does not run in winter.', 'Does the ferry run in winter? Yes, on Sundays.'],
    ['order', 'Kelp is saltier than samphire.', 'Everybody here knows it: samphire is saltier than kelp.'],
    ['order', 'Rovers beat Harrow in the final.', 'In the final Harrow beat Rovers, and the town danced.'],
    ['denial', 'The Sallow ferry runs on winter Sundays.', 'The Sallow ferry does not run on winter Sundays.'],
    ['opposite', 'Ferry fares increased in winter.', 'Ferry fares decreased in winter.'],
  ])('is a conflict of %s: %s | %s', (kind, claim, text) => {
    expect(kindOf(claim, text)).toBe(kind);
  });

  it.each([
    [
      'the number stands elsewhere',
      'Rovers won four Harbour Cups.',
      'Rovers won seven Harbour Cups. In all, the women of Rovers won four Harbour Cups.',
    ],
    ['the number is left open', 'Rovers won four Harbour Cups.', 'Rovers won at least three Harbour Cups.'],
    ['it is another year', 'Rovers won four Harbour Cups by 1990.', 'Rovers won seven Harbour Cups by 2010.'],
    ['it is a rank', 'Rovers own three boats.', 'Rovers are among the top 10 boats.'],
    [
      'it is a larger number',
      'The town has three million lamps.',
      'The town has 17 million lamps and 3 million lamps.',
    ],
    ['it can happen twice', 'The film was released in 2011.', 'The film was released on DVD in 2012.'],
    [
      'the year stands there',
      'Marta Brandt was born in 1931.',
      'Marta Brandt was born in 1931; her son was born in 1955.',
    ],
    ['somebody else answers', 'The ferry runs in winter.', 'Does the ferry run in winter? Nobody knows.'],
    ['only the question denies', 'The ferry runs in winter.', 'Does the ferry not run in winter? No.'],
    ['both are compared alike', 'Kelp is saltier than samphire.', 'Wild kelp is saltier than garden samphire.'],
    ['both do it', 'Anna Brandt married Tom Okoro.', 'Okoro married Brandt.'],
    [
      'something else is denied',
      'The balance of the ferry means that it can shift.',
      'The balance of the ferry is no static goal: it means that it can shift.',
    ],
  ])('is none where %s', (_, claim, text) => {
    expect(kindOf(claim, text)).toBeNull();
  });

  it('is none of a claim beside itself', () => {
    for (const claim of [
      'Sallow Rovers won four Harbour Cups.',
      'Kelp is saltier than samphire.',
      'Marta Brandt was born in 1931.',
      'No ferry runs in winter.',
    ])
      expect(kindOf(claim, claim)).toBeNull();
  });
});
