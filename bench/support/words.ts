const ONSETS = 'b br c d dr f g gr h j k l m n p pr r s st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea oo'.split(' ');
const CODAS = 'l m n nd r rt sk st x ck ll ng'.split(' ');

/** A word that no dictionary has; the same for the same number. Some 4 million. */
export function word(n: number): string {
  const part = (i: number): string =>
    ONSETS[i % ONSETS.length]! + VOWELS[Math.floor(i / ONSETS.length) % VOWELS.length]! + CODAS[i % CODAS.length]!;
  return part(n % 2_000) + part(Math.floor(n / 2_000) + 7);
}

export const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
