/** Where a statement can be cut: the places at which a word begins, but the first. UTF-16 units from its beginning. */
export const cutsOf = (text: string): number[] => [...text.matchAll(/(?<=\s)\S/g)].map(({ index }) => index);

/** The cut that is most likely meant: before "and", "but" and the like, or after a semicolon; else the middle one. */
export function likelyCut(text: string, cuts: readonly number[]): number {
  const middle = text.length / 2;
  const likely = cuts.filter((at) => LINKING.test(text.slice(at)) || /[;:–—]\s+$/.test(text.slice(0, at)));
  const nearest = (likely.length > 0 ? likely : cuts).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return nearest[0] ?? 0;
}

const LINKING = /^(?:and|but|while|whereas|which|und|aber|während|wobei|sondern)\b/i;
