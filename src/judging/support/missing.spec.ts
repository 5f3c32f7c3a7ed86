import { readClaim } from './claim-words.js';
import { allMissing, missingFrom } from './missing.js';
import { indexSource } from './source-index.js';

const background = { texts: 0, counts: new Map<string, number>() };
const missing = (claim: string, text: string) =>
  allMissing(missingFrom(readClaim(claim, background), indexSource({ text })));

describe('what a claim states that its source lacks', () => {
  it.each<[claim: string, source: string, expected: string[]]>([
    ['It opened in 2032.', 'It opened in 2031.', ['2032']],
    ['It opened in 2031.', 'It opened on 12 March 2031.', []],
    ['It opened on 12 March 2031.', 'It opened on 14 March 2031.', ['12 March 2031']],
    ['It opened on 12 March 2031.', 'Posted 2031-03-12: it opens today.', []],
    ['It cost 11.5 million crowns.', 'It cost 11,500,000 crowns.', []],
    ['It has 1.2k seats.', 'There are 1,200 seats.', []],
    ['It has about 17,000 members.', 'Its members are 16,944.', []],
    ['It has 17,000 members.', 'Its members are 21,300.', ['17,000']],
    ['It took twenty-five boats.', 'There were 25 boats.', []],
    ['It took 26 boats.', 'There were twenty-five boats.', ['26']],
    ['It grew by 45 %.', 'Growth was 45 percent.', []],
    ['It grew by 45 %.', 'It grew by 45 tons.', []],
    ['It grew by 45 %.', 'Growth was 30 percent, and cost €45 million.', ['45 %']],
    ['It cost $3bn.', 'It cost 3 billion dollars.', []],
    ['The line is 2 km long.', 'The line is 2,000 m long.', []],
    ['It won 30 seats.', 'It won between 25 and 35 seats.', []],
    ['It ran in the 2018–19 season.', 'It ran in 2018.', []],
    ['The two ferries stopped.', 'The Sallow and the Tarn stopped.', []],
    ['The bridge was built by Brennick Works.', 'The bridge was built by a firm.', ['Brennick Works']],
    ['Ana Okoro of the Harrow Council paid.', 'Okoro paid; Harrow council agreed.', []],
    ['The World Health Organization said so.', 'The WHO said so.', []],
    ['The WHO said so.', 'The World Health Organization said so.', []],
    ['A Libyan ship came.', 'A ship came from Libya.', []],
    ['On Monday in March it opened.', 'It opened.', []],
  ])('%s | %s', (claim, source, expected) => expect(missing(claim, source)).toEqual(expected));
});
