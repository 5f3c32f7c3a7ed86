import fc from 'fast-check';
import type { Article } from '../judging/evidence.js';
import { readArticle } from './read-article.js';

const LIST = [
  '- Berg, K. van den (2020). *Gates of steel*. Delft: Lockpress.',
  '- Brask, H. (n.d.). Notes of a keeper. Tollwater Archive.',
  '- Lind, B., & Marek, J. (2019a). Queues at locks. *Journal of Canals*, 4(2), 1–20.',
  '- Lind, B., & Marek, J. (2019b). Queues at bridges. *Journal of Canals*, 4(3), 21–40.',
  '- Ministry of Transport (MoT). (2023). *Annual report*. Tollwater: MoT.',
  '- Okoro, A. (2024). Tolls and time. Tide Press.',
  '- Okoro, A., Lind, B., & Marek, J. (2022). Who waits? Tide Press.',
  '- Wójcik, Ewa. 2018. "Casting gates." *Metal Review* 9: 40–51.',
  '- ———. 2016. "Casting bells." *Metal Review* 7.',
];

const read = (text: string, list: readonly string[] = LIST) =>
  readArticle(`# Locks\n\n${text}\n\n## References\n\n${list.join('\n')}\n`, { format: 'MARKDOWN' });

/** "Okoro 2024, p. 7" of each citation; "?" in front of one that dangles. */
const cited = ({ claims }: Article) =>
  claims.flatMap(({ citations }) =>
    citations.map(({ label, locator, source }) => `${source ? '' : '?'}${label}${locator ? `, ${locator}` : ''}`),
  );
const raws = ({ markers }: Article) => markers.map(({ raw }) => raw);

describe('author–date citations', () => {
  it.each([
    ['Queues fell (Okoro 2024).', 'Queues fell.', ['Okoro 2024'], ['(Okoro 2024)']],
    ['Queues fell (Okoro, 2024, p. 7).', 'Queues fell.', ['Okoro 2024, p. 7'], ['(Okoro, 2024, p. 7)']],
    ['They fell (see Okoro 2024, pp. 3–5).', 'They fell.', ['Okoro 2024, pp. 3–5'], ['(see Okoro 2024, pp. 3–5)']],
    ['Gates were cast (Wójcik 2018: 44).', 'Gates were cast.', ['Wójcik 2018, 44'], ['(Wójcik 2018: 44)']],
    ['Gates were cast (WOJCIK 2018).', 'Gates were cast.', ['Wójcik 2018'], ['(WOJCIK 2018)']],
    ['Bells were cast (Wójcik 2016).', 'Bells were cast.', ['Wójcik 2016'], ['(Wójcik 2016)']],
    [
      'Surveys disagree (Okoro et al., 2022; Lind & Marek 2019a, 2019b).',
      'Surveys disagree.',
      ['Okoro et al. 2022', 'Lind & Marek 2019a', 'Lind & Marek 2019b'],
      ['(Okoro et al., 2022; Lind & Marek 2019a, 2019b)'],
    ],
    ['It rose (Lind and Marek 2019a, b).', 'It rose.', ['Lind & Marek 2019a', 'Lind & Marek 2019b'], null],
    ['It rose (Okoro 2024, Wójcik 2018).', 'It rose.', ['Okoro 2024', 'Wójcik 2018'], null],
    ['It reopened (Ministry of Transport 2023).', 'It reopened.', ['Ministry of Transport 2023'], null],
    ['It reopened (MoT 2023).', 'It reopened.', ['Ministry of Transport 2023'], null],
    ['Gates weigh much (van den Berg 2020).', 'Gates weigh much.', ['Berg 2020'], null],
    ['It cost four million (Brask n.d.).', 'It cost four million.', ['Brask n.d.'], null],
    ['Leaks are rare (n = 24; Okoro 2024).', 'Leaks are rare (n = 24).', ['Okoro 2024'], ['; Okoro 2024']],
    ['It is rare (Okoro 2024; n = 24).', 'It is rare (n = 24).', ['Okoro 2024'], ['Okoro 2024; ']],
    ['It is old (Okoro 2024 doubts it).', 'It is old (Okoro doubts it).', ['Okoro 2024'], ['2024']],
    ['Okoro (2024) found queues.', 'Okoro found queues.', ['Okoro 2024'], ['(2024)']],
    ["Van den Berg's (2020) estimate is low.", "Van den Berg's estimate is low.", ['Berg 2020'], ['(2020)']],
    [
      'Lind and Marek (2019a, p. 12) call it a clock.',
      'Lind and Marek call it a clock.',
      ['Lind & Marek 2019a, p. 12'],
      ['(2019a, p. 12)'],
    ],
    ['Okoro et al. (2022) count queues.', 'Okoro et al. count queues.', ['Okoro et al. 2022'], ['(2022)']],
    ['It rose (Okoro 2024, Table 3).', 'It rose.', ['Okoro 2024, Table 3'], null],
    ['It rose (Lind & Marek 2019a; 2019b).', 'It rose.', ['Lind & Marek 2019a', 'Lind & Marek 2019b'], null],
    ['The Ministry of Transport (2023) paid.', 'The Ministry of Transport paid.', ['Ministry of Transport 2023'], null],
  ])('%s', (text, claim, citations, markers) => {
    const article = read(text);
    expect(article.claims.map((each) => each.text)).toEqual([claim]);
    expect(cited(article)).toEqual(citations);
    if (markers) expect(raws(article)).toEqual(markers);
  });

  it('finds a work whose entry leaves authors out before the last, or abbreviates an author that reads like names', () => {
    const list = [
      ...LIST,
      '- Harbour Watch and Tide Programme (HWTP). (2021). *Tides observed*. HWTP.',
      '- Tarn, O. W., Adder, J., Fell, P. W., ... & Ward, P. (2017). Locks of the north. *Journal of Canals*, 2, 1–9.',
      '- Umber, O., Adder, J., . . . Yarrow, P. (2018). Locks of the south. *Journal of Canals*, 3, 1–9.',
    ];
    const article = read('It rose (HWTP, 2021). It fell (Tarn et al., 2017). It rose (Umber et al., 2018).', list);
    expect(cited(article)).toEqual(['Harbour Watch and Tide Programme 2021', 'Tarn et al. 2017', 'Umber et al. 2018']);
  });

  it('means the work that was cited before by "ibid." and by a page alone', () => {
    const article = read(
      'It fell (Okoro 2024). It rose (ibid., p. 9).\n\nWójcik (2018) calls it "a clock" (p. 41). It fell (Ibid.).',
    );
    expect(cited(article)).toEqual(['Okoro 2024', 'Okoro 2024, p. 9', 'Wójcik 2018, p. 41', 'Wójcik 2018']);
  });

  it('numbers the works in the order of first citation, and those that nothing cites behind', () => {
    const { references } = read('It fell (Okoro 2024). It rose (Wójcik 2018). It fell (Okoro 2024).');
    expect(references.slice(0, 3).map(({ number, label }) => [number, label])).toEqual([
      [1, 'Okoro 2024'],
      [2, 'Wójcik 2018'],
      [3, 'Berg 2020'],
    ]);
  });

  it.each([
    ['The keeper (born 1950) retired. It rose (London, 1999).', []],
    ['It rose (March 2024), as planned (Summer 2019).', []],
    ['The film (Dune 2021) was shot there. Dune (2021) won.', []],
    ['She lived in Bergen. It rose in Bergen (Bergen 1999).', []],
    ['It rose (Sørli 2021).', ['?Sørli 2021']],
    ['It rose (Sørli & Hale 2021).', ['?Sørli & Hale 2021']],
    ['Hale et al. (2020) doubt it.', ['?Hale et al. 2020']],
    ['Okoro (2017) doubts it.', ['?Okoro 2017']],
    ['It rose (Lind & Marek 2019).', ['?Lind & Marek 2019']],
  ])('takes for a work that is not listed only what has the form of a citation: %s', (text, expected) => {
    expect(cited(read(text))).toEqual([]);
    const usual = ['Okoro 2024', 'Wójcik 2018'];
    expect(cited(read(`It fell (Okoro 2024). It stood (Wójcik 2018).\n\n${text}`))).toEqual([...usual, ...expected]);
  });

  it('leaves a numbered list its numbers', () => {
    const numbered = LIST.map((entry, i) => entry.replace('-', `${i + 1}.`));
    const article = read('It fell (Okoro 2024) [6].', numbered);
    expect(cited(article)).toEqual(['6']);
    expect(raws(article)).toEqual(['[6]']);
  });

  it.each([
    ['Brun K, Lind B, Marek J (2022) Ferries of the north. Canal Stud 4:1-9', 'Brun et al. 2022', 'Brun et al. 2022'],
    ['Smith, John. Barges and Other Boats. Hill Press, 2018.', 'Smith 2018', 'Smith 2018'],
    ['United Nations. 2019. World locks report. New York: UN.', 'United Nations 2019', 'United Nations 2019'],
    ['Guardian, The (2020) Locks closed. The Guardian, 3 May.', 'The Guardian 2020', 'The Guardian 2020'],
    ['WHO [World Health Organization]. 2021. Health.', 'World Health Organization 2021', 'WHO 2021'],
    ['O’Neil, S. (in press). Wharves again. Hill Press.', "O'Neil in press", 'O’Neil in press'],
    ['Dal Pra, G. & Müller-Lund, E., 2017a. Lakes.', 'Dal Pra and Muller-Lund 2017a', 'Dal Pra & Müller-Lund 2017a'],
  ])('read an entry in any of the usual styles: %s', (entry, names, label) => {
    expect(cited(read(`It fell (${names}).`, [`- ${entry}`]))).toEqual([label]);
  });

  it('takes a list of somebody’s own books for no list of works', () => {
    for (const list of [
      ['- Stern Waters (2002) (shortlisted for a prize)', '- Pilgrims (1997)'],
      ['- Stern Waters (2002), a novel', '- Pilgrims (1997), stories'],
      ['- Stern Waters (2002). A novel.', '- Pilgrims (1997). Stories.'],
      ['- Stern Waters, Tide Press, 2002'],
    ])
      expect(raws(read('She wrote Stern Waters (2002) and Pilgrims (1997).', list))).toEqual([]);
  });

  it('reads paragraphs and lines of plain text as entries, and no statements', () => {
    const list = [
      'Lind, B. and Marek, J., 2019. Queues. Journal of Canals, 4(2)',
      'Okoro A (2024) Tolls. https://a.example/t',
    ];
    for (const format of ['TEXT', 'MARKDOWN'] as const) {
      const text = `Locks\n\nIt fell (Okoro 2024). It rose (Lind and Marek, 2019).\n\nReferences\n\n${list.join('\n\n')}\n`;
      const input = format === 'TEXT' ? text : text.replace('References', '## References');
      const article = readArticle(input, { format });
      expect(cited(article)).toEqual(['Okoro 2024', 'Lind & Marek 2019']);
      expect(article.claims).toHaveLength(2);
      expect(article.references.map(({ text: entry }) => entry)).toEqual([list[1], list[0]]);
    }
  });

  it('does not change how a text without a list of works is read', () => {
    const words = fc.constantFrom(
      'Okoro',
      '(Okoro 2024)',
      '(2024)',
      'fell.',
      'It rose',
      '(ibid.)',
      'p. 7',
      '[1]',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        const { markers } = readArticle(parts.join(' '), { format: 'MARKDOWN' });
        expect(markers.every(({ raw }) => raw === '[1]')).toBe(true);
      }),
    );
  });

  it('reads long texts in time that grows as they do', () => {
    const text =
      '(see van den Okoro, '.repeat(20_000) + '(((('.repeat(20_000) + 'A (Okoro 2024) b (2020; '.repeat(20_000);
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
