import { readComparison } from '../comparison-check.js';
import type { Compared } from '../comparison.js';
import { compare, type OtherSource } from './compare.js';
import type { ClaimParts } from './claim-text.js';
import { indexSnapshot, type Snapshot, type SnapshotIndex } from './snapshot.js';

const FILLER = 'The council met again in the old hall, heard what the neighbours had to say, and went home. '.repeat(
  16,
);
const PAGE = `The town opened a filling station in May 2031. The station on Quarry Road cost 11.5 million crowns. Up to 40
buses fill up there each night. “We would do it again,” said mayor Ilse Okoro. ${FILLER}`;

const snapshot = (text: string, parts: Partial<Snapshot> = {}): SnapshotIndex =>
  indexSnapshot({ name: 'page', text, extent: 'FULL', language: 'en', ...parts });
const sentence = (text: string): ClaimParts => ({ block: 'PARAGRAPH', attribute: null, column: null, text });

interface Case {
  readonly quote?: string;
  readonly snapshots?: readonly SnapshotIndex[];
  readonly others?: readonly OtherSource[];
  readonly language?: string | null;
  readonly issued?: string;
}

function comparing(claim: string | ClaimParts, { quote, snapshots, others, language, issued }: Case = {}): Compared {
  const made = compare(
    typeof claim === 'string' ? sentence(claim) : claim,
    { quote: quote ?? null },
    { snapshots: snapshots ?? [snapshot(PAGE)], issued: issued ?? null, others: others ?? [] },
    language === undefined ? 'en' : language,
  );
  if (made.state !== 'COMPARED') throw new Error(made.state);
  return made;
}
const missingOf = (compared: Compared): unknown[] =>
  compared.figures!.missing.map(({ kind, text, instead }) => [kind, text, instead]);

describe('a claim beside its source', () => {
  it('whose source has no snapshot is not compared', () => {
    const cited = { snapshots: [], issued: null, others: [] };
    expect(compare(sentence('The station opened.'), { quote: 'x' }, cited, 'en')).toEqual({ state: 'NO_SNAPSHOT' });
  });

  it('is plain JSON that is read back as it was', () => {
    const made = comparing('The station cost 12.5 million crowns in 2032, at Harrow Quay.', {
      quote: 'We will do it again',
    });
    expect(readComparison(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });

  it('has its quote found at its place, with selectors', () => {
    const [match] = comparing('They are glad.', { quote: 'We would do it again' }).quotes;
    const { position, quote } = match!.place!;
    expect(PAGE.slice(position.start, position.end)).toBe('We would do it again');
    expect(quote).toMatchObject({
      exact: 'We would do it again',
      suffix: expect.stringMatching(/^,” said/) as unknown,
    });
    expect(PAGE.startsWith(quote.prefix + quote.exact + quote.suffix, position.start - quote.prefix.length)).toBe(true);
  });

  it('has a quote that others of the article say told with their labels, and looks no further where this one has it', () => {
    const others = ['5', '6', '7'].map((label) => ({
      source: `s${label}`,
      label,
      snapshots: [snapshot(label === '6' ? 'Nothing here.' : 'They said: we never wanted it.', { name: label })],
    }));
    const [absent] = comparing('They grumble.', { quote: 'We never wanted it', others }).quotes;
    expect(absent).toMatchObject({
      result: 'NOT_FOUND',
      elsewhere: [{ label: '5', place: { snapshot: '5' } }, { label: '7' }],
    });
    expect(comparing('They grumble.', { quote: 'never wanted', others }).quotes[0]!.elsewhere).toEqual([]);
    expect(comparing('They are glad.', { quote: 'We would do it again', others }).quotes[0]!.elsewhere).toEqual([]);
  });

  it('has quotations in it looked up, but no titles and terms', () => {
    const { quotes } = comparing(
      '“We would do it again,” she said of the “filling station”, in “The Long Night At Quarry Road”.',
    );
    expect(quotes).toMatchObject([{ of: 'CLAIM', text: 'We would do it again,', result: 'VERBATIM' }]);
  });

  it('has what is missing told, with its place in the claim', () => {
    const text = 'The station on Quarry Road at Harrow Quay cost 12.5 million crowns in 2032.';
    const made = comparing(text);
    expect(missingOf(made)).toEqual([
      ['NAME', 'Harrow Quay', null],
      ['NUMBER', '12.5 million', '11.5 million'],
      ['YEAR', '2032', null],
    ]);
    for (const { span, text: words } of made.figures!.missing) expect(text.slice(span!.start, span!.end)).toBe(words);
    expect(made.figures!.stated).toBe(2);
  });

  it.each([
    ['The station cost 11,500,000 crowns.', 'in figures'],
    ['The station cost some 11 million crowns.', 'rounded'],
    ['The station opened in 2031.', 'by its year'],
    ['Up to forty buses fill up at the station.', 'in words'],
    ['Forty buses fill up at the station.', 'without its bound'],
  ])('misses nothing that is there: %s (%s)', (claim) => {
    expect(missingOf(comparing(claim))).toEqual([]);
  });

  it('misses a figure that the source bounds the other way', () => {
    expect(missingOf(comparing('At least 40 buses fill up at the station.'))).toEqual([
      ['NUMBER', 'at least 40', 'up to 40'],
    ]);
    const both = snapshot(`${PAGE} There were 40 buses.`);
    expect(missingOf(comparing('At least 40 buses fill up at the station.', { snapshots: [both] }))).toEqual([]);
  });

  it('misses no year in a page that names none', () => {
    const page = snapshot(`The town opened a station on 4 May. ${FILLER}`);
    expect(missingOf(comparing('The town opened a station on 5 May 2031.', { snapshots: [page] }))).toEqual([]);
  });

  it.each([
    ['The station closed in 2033.', []],
    ['The station closed in August 2033.', []],
    ['The station closed on 12 May 2033.', ['12 May 2033']],
    ['The station closed in 2034.', ['2034']],
  ])('misses no year or month in which the source was issued, August 2033: %s', (claim, missing) => {
    const made = comparing(claim, { issued: '2033-08-09' });
    expect(made.figures!.missing.map(({ text }) => text)).toEqual(missing);
  });

  it('misses nothing that the quote has', () => {
    expect(missingOf(comparing('It cost 13 million.', { quote: 'some 13 million went into it' }))).toEqual([]);
  });

  it('of several snapshots takes what any of them has', () => {
    const older = snapshot(`It cost 12.5 million crowns, they said in 2032. ${FILLER}`, { name: 'older' });
    const made = comparing('The station cost 12.5 million crowns.', {
      quote: 'they said in 2032',
      snapshots: [snapshot(PAGE, { extent: 'PARTIAL' }), older],
    });
    expect(made).toMatchObject({ extent: 'FULL', quotes: [{ result: 'VERBATIM', place: { snapshot: 'older' } }] });
    expect(missingOf(made)).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>, Compared['extent']]>([
    [PAGE, {}, 'FULL'],
    [PAGE, { extent: 'PARTIAL' }, 'PARTIAL'],
    ['The town opened a filling station.', {}, 'SHORT'],
    [' \n — … ', {}, 'EMPTY'],
  ])('knows how much of the source it is held beside (%#)', (text, parts, extent) => {
    expect(comparing('The town opened a station.', { snapshots: [snapshot(text, parts)] }).extent).toBe(extent);
  });

  it('tells how much of it is found, and where', () => {
    const { support } = comparing('The station on Quarry Road cost 11.5 million crowns.');
    expect(support).toMatchObject({ label: 'FOUND' });
    const { start, end } = support!.passages[0]!.position;
    expect(PAGE.slice(start, end)).toBe('The station on Quarry Road cost 11.5 million crowns.');
  });

  it('of a cell is compared with its row and column', () => {
    const cell: ClaimParts = {
      block: 'CELL',
      attribute: 'Station on Quarry Road',
      column: 'Cost in crowns',
      text: '11.5 million',
    };
    expect(comparing(cell).support).toMatchObject({ label: 'FOUND' });
  });

  it('of too few words is not looked for, nor is any in another language: but for the quote', () => {
    expect(comparing('It opened.').support).toBeNull();
    const german = comparing('Die Station kostete 11,5 Millionen Kronen.', {
      language: 'de',
      quote: 'We would do it again',
    });
    expect(german).toMatchObject({ figures: null, support: null, quotes: [{ result: 'VERBATIM' }] });
    const foreign = comparing('The station cost 1.5 million crowns.', {
      snapshots: [snapshot(PAGE, { language: 'de' })],
    });
    expect(foreign).toMatchObject({ figures: null, support: null });
  });

  it('has no quotation in it looked up in a source of another language, but the quote on its citation', () => {
    const snapshots = [snapshot('Wir würden es wieder tun, sagte sie.', { language: 'de-AT' })];
    const said = '“We would do it again, and again,” she said.';
    const quote = 'Wir würden es wieder tun';
    expect(comparing(said, { snapshots, quote }).quotes).toMatchObject([{ of: 'CITATION', result: 'VERBATIM' }]);
    expect(comparing(said, { snapshots, language: null }).quotes).toMatchObject([{ of: 'CLAIM', result: 'NOT_FOUND' }]);
  });
});
