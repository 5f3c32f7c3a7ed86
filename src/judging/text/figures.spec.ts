import { ENGLISH } from '../../languages/en.js';
import fc from 'fast-check';
import { agree } from './agreement.js';
import { figures } from './figures.js';

const brief = (text: string) =>
  figures(text, ENGLISH).map((f) =>
    [f.kind, f.date ?? f.value, f.currency ?? f.unit].filter((part) => part !== null).join(' '),
  );

describe('figures', () => {
  it.each<[string, string[]]>([
    ['It has 1,234 members.', ['number 1234']],
    ['Some 1.2 million people came', ['number 1200000']],
    ['worth $3bn in all', ['amount 3000000000 $']],
    ['US$ 40 and €1.5 million', ['amount 40 USD', 'amount 1500000 EUR']],
    ['300 euros or CHF 20 or 20 CHF', ['amount 300 EUR', 'amount 20 CHF', 'amount 20 CHF']],
    ['rose 45 % and 3.5 percent and 7 per cent', ['percentage 45', 'percentage 3.5', 'percentage 7']],
    ['on 12 March 2031', ['date 2031-03-12']],
    ['on March 12th, 2031, or May 3', ['date 2031-03-12', 'date --05-03']],
    ['by March 2031', ['date 2031-03']],
    ['2031-03-12 and 2031-04', ['date 2031-03-12', 'date 2031-04']],
    ['in Q3 2031', ['date 2031-Q3']],
    ['from 2031 to 2033', ['date 2031', 'date 2033']],
    ['2031 volunteers', ['number 2031']],
    ['two hundred and fifty thousand trees', ['number 250000']],
    ['twenty-five boats and three', ['number 25', 'number 3']],
    ['a million lamps, half of them lit', ['number 1000000']],
    ['between 3 and 5 years', ['number 3', 'number 5']],
    ['400K words, 70B stars, 4x', ['number 400000', 'number 70000000000', 'number 4 x']],
    ['12 km of track, 5 m wide', ['number 12 km', 'number 5']],
    ['1.234.567,5 litres', ['number 1234567.5']],
    ['12\u202f500 seats', ['number 12500']],
    ['rose 3 percentage points to 45 %', ['percentage 3 points', 'percentage 45']],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    'one of the ferries',
    'GPT-4 and B2B',
    'Area 51',
    'phase 2 of the works',
    'at 10:30',
    'the 3rd door',
    'version 3.11.2',
    '5G masts',
    'release 2.x',
    'as #611 says',
    'They may march on.',
    '',
  ])('finds no figure in %j', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it('gives positions in the text that it was given', () => {
    const text = 'The bridge cost €1.2 million in 1998.';
    expect(figures(text, ENGLISH).map((f) => text.slice(f.start, f.end))).toEqual(['€1.2 million', '1998']);
  });

  it('reads any text in linear time, with positions that lie in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const f of figures(text, ENGLISH)) {
          expect(f.start).toBeLessThan(f.end);
          expect(f.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    const started = performance.now();
    figures('twenty hundred and 1,1,1,1 $ '.repeat(50_000), ENGLISH);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('agree', () => {
  const same = (a: string, b: string) => agree(figures(a, ENGLISH)[0]!, figures(b, ENGLISH)[0]!);
  it.each([
    ['in 2031', 'on 12 March 2031'],
    ['1.2 million', '1,234,567'],
    ['$30', 'USD 30'],
    ['three', '3'],
    ['in Q3 2031', 'in August 2031'],
    ['in H2 2031', 'in Q3 2031'],
    ['in 2031', 'in Q1 2031'],
    ['2 km', '2,000,000 mm'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBe(true));
  it.each([
    ['in 2031', 'in 2032'],
    ['March 2031', 'April 2031'],
    ['45 %', '45'],
    ['€30', '£30'],
    ['1.2 million', '1.3 million'],
    ['in Q3 2031', 'in May 2031'],
    ['in Q3 2031', 'in August 2032'],
    ['2 km', '3,000,000 mm'],
    ['2 km', '2 kg'],
    ['3 %', '3 percentage points'],
  ])('%s is not %s', (a, b) => expect(same(a, b)).toBe(false));
});
