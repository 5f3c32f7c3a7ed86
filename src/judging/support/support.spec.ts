import fc from 'fast-check';
import { FEATURE_NAMES } from './features.js';
import { modelOf } from './model.js';
import { indexSource } from './source-index.js';
import { supportOf } from './support.js';
import { WEIGHTS } from './weights.js';

const PAGE = `Harrow ferries in winter
The council of Harrow cut the ferry to Sallow Quay from eight crossings a day to five in November 2030.
Ana Okoro, who runs the harbour office, said that the cut saves 240,000 crowns a year.
Passengers collected 1,900 names against it. The council has not said whether the crossings come back in spring.
A museum of boats opened beside the pier. It shows twelve fishing boats and a dredger.
${'The harbour office also looks after moorings, lights and the weather mast. '.repeat(20)}`;
const page = indexSource({ text: PAGE });
const of = (claim: string, text: string) => supportOf(claim, indexSource({ text }));

describe('a claim beside a source', () => {
  it('is found where the source says the same', () => {
    const { label, score, passages, missing, cautions } = supportOf(
      'The council of Harrow cut the ferry to Sallow Quay from eight crossings a day to five in November 2030.',
      page,
    );
    expect([label, missing, cautions]).toEqual(['FOUND', [], []]);
    expect(score).toBeGreaterThan(0.8);
    expect(PAGE.slice(passages[0]!.start, passages[0]!.end)).toBe(passages[0]!.text);
    expect(passages[0]!.text).toMatch(/^The council of Harrow cut/);
  });

  it('is found less, the less of it is there', () => {
    const scores = [
      'Ana Okoro said that the cut saves 240,000 crowns a year.',
      'Ana Okoro said that the cut saves 240,000 crowns a year, and that Brennick pays for new ferries.',
      'Brennick pays for new trams to the airport.',
    ].map((claim) => supportOf(claim, page).score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]! - scores[2]!).toBeGreaterThan(0.4);
  });

  it('is not found in a text on other things, and shows no passage where no word is shared', () => {
    expect(supportOf('Trams to Brennick are free on Sundays.', page).label).toBe('NOT_FOUND');
    expect(of('Trams are free.', 'Nobody swims.')).toMatchObject({ label: 'NOT_FOUND', passages: [] });
  });

  it.each([
    ['The harbour museum owns six fishing boats.', 'The harbour museum owns nine fishing boats.'],
    ['Marta Brandt was born on 4 March 1931.', 'Marta Brandt was born on 9 May 1931.'],
    ['The Sallow ferry runs on winter Sundays.', 'The Sallow ferry does not run on winter Sundays.'],
    ['Ferry fares increased in winter.', 'Ferry fares decreased in winter.'],
  ])('is contradicted: %s | %s', (claim, source) => {
    const { label, passages } = of(claim, source);
    expect([label, passages[0]!.text]).toEqual(['CONTRADICTED', source]);
    expect(of(claim, claim).label).toBe('FOUND');
  });

  it('is not contradicted by another number at another time', () => {
    expect(
      of('The museum owned six fishing boats in 2012.', 'The museum owned nine fishing boats in 2031.').label,
    ).not.toBe('CONTRADICTED');
  });

  it('is judged without its markers', () => {
    const plain = supportOf('The cut of the ferry saves 240,000 crowns a year.', page);
    expect(supportOf('The cut of the ferry saves 240,000 crowns a year [4, 5].', page)).toEqual(plain);
    expect(supportOf('The cut of the ferry saves 240,000 crowns a year (Brandt et al., <|cit|>).', page)).toEqual(
      plain,
    );
    expect(
      supportOf(
        'Whales sing under the northern ice [<|other_cit|>]. The cut of the ferry saves 240,000 crowns a year<|cit|>.',
        page,
      ).label,
    ).toBe(plain.label);
  });

  it('says when a short text, or no words at all, were there to compare', () => {
    expect(of('Boats sail.', 'Boats sail far.').cautions).toEqual(['short-source']);
    expect(of('Boats sail.', '')).toMatchObject({
      score: 0,
      label: 'NOT_FOUND',
      confidence: 0,
      cautions: ['empty-source'],
    });
    expect(of('It is so.', 'Boats sail.')).toMatchObject({ score: 0, confidence: 0, cautions: ['empty-claim'] });
  });

  it('names the given sentence that a passage is, or is part of', () => {
    const source = indexSource({ sentences: ['Nobody swims.', 'Boats sail.\nTrams run on rails.'] });
    expect(supportOf('Trams run.', source).passages).toMatchObject([{ ordinal: 1, text: 'Trams run on rails.' }]);
  });

  it('has the same answer each time, with score and confidence from 0 to 1, whatever the texts', () => {
    const text = fc.string({
      unit: fc.constantFrom('ferry ', 'Okoro ', '12 ', 'not ', '. ', '\n', '%', '“', '<|cit|>', '[', 'é'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (claim, source) => {
        const answer = of(claim, source);
        expect(answer).toEqual(of(claim, source));
        for (const value of [answer.score, answer.confidence]) expect(value >= 0 && value <= 1).toBe(true);
        for (const { start, end, text: shown } of answer.passages) expect(source.slice(start, end)).toBe(shown);
      }),
    );
  });
});

describe('the weights', () => {
  it('are of the features that are measured, for each kind of source, under a megabyte', () => {
    expect(WEIGHTS.features).toEqual(FEATURE_NAMES);
    for (const { found, partly } of Object.values(WEIGHTS.kinds)) {
      for (const { weights } of [found, partly]) expect(weights).toHaveLength(FEATURE_NAMES.length);
    }
    expect(JSON.stringify(WEIGHTS).length).toBeLessThan(1_000_000);
  });

  it('of other features are refused', () => {
    expect(() => modelOf({ ...WEIGHTS, features: ['sentence'] })).toThrow('npm run train');
  });
});
