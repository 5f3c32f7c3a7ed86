import dictionary from 'dictionary-en';

/**
 * The stems that Hunspell's English dictionary (SCOWL) writes in lower case: ordinary words, no names. Read once, when
 * first asked for.
 */
let stems: Set<string> | null = null;

function load(): Set<string> {
  const lines = new TextDecoder().decode(dictionary.dic).split('\n');
  return new Set(lines.map((line) => line.split('/', 1)[0]!).filter((stem) => /^\p{Ll}/u.test(stem)));
}

/** British spellings as the dictionary has them. */
const BRITISH: readonly [RegExp, string][] = [
  [/our(?=$|s$|ed$|ing$|al$)/, 'or'],
  [/is(?=e$|ed$|es$|ing$|ation$)/, 'iz'],
  [/amme(?=s?$)/, 'am'],
  [/tre(?=s?$)/, 'ter'],
  [/ence(?=s?$)/, 'ense'],
  [/logue(?=s?$)/, 'log'],
];

/** Endings of inflected forms, with what they replace. The dictionary's own affix rules are stricter than needed here. */
const ENDINGS: readonly [RegExp, readonly string[]][] = [
  [/ies$/, ['y']],
  [/es$/, ['', 'e']],
  [/s$/, ['']],
  [/ied$/, ['y']],
  [/ed$/, ['', 'e']],
  [/ing$/, ['', 'e']],
  [/(?:er|est|ly|ness|al|ment|able|less)$/, ['', 'e']],
];

/** Whether English has it as an ordinary word, in any of its forms. In lower case. */
export function isEnglishWord(word: string): boolean {
  stems ??= load();
  const known = stems;
  const forms = [word, ...BRITISH.filter(([from]) => from.test(word)).map(([from, to]) => word.replace(from, to))];
  return forms.some(
    (form) =>
      known.has(form) ||
      ENDINGS.some(([ending, ins]) => ending.test(form) && ins.some((to) => known.has(form.replace(ending, to)))),
  );
}
