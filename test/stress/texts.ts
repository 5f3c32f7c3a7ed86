const REFERENCES = `References

[1] Port office, "Crossings of the year", 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
`;

/** The k-th sentence of an article, in one of two wordings that say the same or something else. */
function sentence(name: string, k: number, other: boolean): string {
  const cited = ['', ' [1]', ' [2]', ' [1, 2]', ' [7]'][k % 5]!;
  return `Line ${k} of ${name} ${other ? 'carried' : 'took'} ${other && k % 3 === 0 ? 900 + k : 400 + k} people in 2031${cited}.`;
}

function articleText(name: string, sentences: readonly string[]): string {
  const paragraphs = [...Map.groupBy(sentences, (_each, i) => Math.floor(i / 4)).values()];
  return `The ${name} lines\n\n${paragraphs.map((each) => each.join(' ')).join('\n\n')}\n\n${REFERENCES}`;
}

/** The first edition. */
export const plainText = (name: string): string =>
  articleText(
    name,
    Array.from({ length: 24 }, (_each, k) => sentence(name, k + 1, false)),
  );

/** Sentences go, come, and read otherwise. */
export function edition(word: string, random: () => number): string {
  const all = Array.from({ length: 24 }, (_each, k) => k + 1).filter(() => random() > 0.15);
  const sentences = all.map((k) => sentence('busy', k, random() < 0.3));
  return articleText('busy', [...sentences, `Edition ${word} was printed in 2031 [1].`]);
}
