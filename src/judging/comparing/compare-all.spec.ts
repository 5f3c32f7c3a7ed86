import { compareAll, keptIndices, type CitationsToCompare } from './compare-all.js';
import { indexSnapshot, type Snapshot } from './snapshot.js';

const snapshot = (name: string, text: string): Snapshot => ({ name, text, extent: 'FULL', language: null });
const FILLING = 'The boat leaves from the old quay, whatever the weather is on that day of the week. '.repeat(30);
const source = (key: string, text: string) => ({
  key,
  label: key,
  issued: null,
  snapshots: [snapshot(`snapshot of ${key}`, `${text} ${FILLING}`)],
});
const citation = (of: string, quote: string | null) => ({
  claim: { block: 'PARAGRAPH' as const, attribute: null, column: null, text: 'The ferry crossed the sound 412 times.' },
  quote,
  source: of,
});
const given: CitationsToCompare = {
  language: 'en',
  sources: [source('a', 'The ferry crossed the sound 412 times.'), source('b', 'Nobody counted the crossings before.')],
  citations: [
    citation('a', 'crossed the sound 412 times'),
    citation('a', 'Nobody counted the crossings before'),
    citation('c', null),
  ],
};

it('each citation is compared with its own source, and its quote looked for in the others', () => {
  const [found, elsewhere, none] = compareAll(given);
  expect(found).toMatchObject({ state: 'COMPARED', quotes: [{ result: 'VERBATIM', elsewhere: [] }] });
  expect(elsewhere).toMatchObject({ quotes: [{ result: 'NOT_FOUND', elsewhere: [{ source: 'b' }] }] });
  expect(none).toEqual({ state: 'NO_SNAPSHOT' });
});

it('a snapshot is indexed once', () => {
  let indexed = 0;
  const kept = new Map<string, ReturnType<typeof indexSnapshot>>();
  compareAll(given, (each) => {
    const index = kept.get(each.name) ?? (indexed++, indexSnapshot(each));
    kept.set(each.name, index);
    return index;
  });
  expect(indexed).toBe(2);
});

describe('indices are kept', () => {
  it('up to so many characters, those that were asked for last', () => {
    const indexOf = keptIndices(25);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => snapshot(name, '0123456789'));
    const first = indexOf(a!);
    indexOf(b!);
    expect(indexOf(a!)).toBe(first);
    indexOf(c!);
    expect(indexOf(a!)).toBe(first);
    const again = indexOf(b!);
    indexOf(c!);
    indexOf(a!);
    expect(indexOf(b!)).not.toBe(again);
  });

  it('one that is longer alone', () => {
    const indexOf = keptIndices(5);
    const long = snapshot('long', '0123456789');
    const index = indexOf(long);
    expect(indexOf(long)).toBe(index);
    indexOf(snapshot('other', 'x'));
    expect(indexOf(long)).not.toBe(index);
  });
});
