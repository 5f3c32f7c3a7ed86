/** What titles are compared by: their letters and figures, in any case. */
const keyOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');

/**
 * Sources that have the same title as another, in groups of two or more: they may be one. Whether they are, a person has
 * to say; two annual reports are called the same as well.
 *
 * @returns groups in the order in which their first source comes
 */
export function sameTitles<Source extends { readonly title: string | null }>(
  sources: readonly Source[],
): (readonly [Source, Source, ...Source[]])[] {
  const byKey = new Map<string, Source[]>();
  for (const source of sources) {
    const key = keyOf(source.title ?? '');
    if (key === '') continue;
    const same = byKey.get(key);
    if (same) same.push(source);
    else byKey.set(key, [source]);
  }
  return [...byKey.values()].filter((same): same is [Source, Source, ...Source[]] => same.length > 1);
}
