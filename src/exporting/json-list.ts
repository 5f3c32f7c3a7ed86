/**
 * A JSON document with one long list in it, written page by page.
 *
 * @param head up to and with the bracket that opens the list
 * @param foot from the bracket that closes it; given how many items there were
 */
export async function* jsonList(
  head: string,
  pages: AsyncIterable<readonly object[]>,
  foot: (count: number) => string,
): AsyncGenerator<string, void, undefined> {
  let count = 0;
  for await (const page of pages) {
    const items = page.map((item, i) => `${count + i === 0 ? '' : ','}\n${JSON.stringify(item)}`).join('');
    yield (count === 0 ? head : '') + items;
    if (count === 0) head = '';
    count += page.length;
  }
  yield `\n${foot(count)}\n`;
}
