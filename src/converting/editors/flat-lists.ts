import type { HtmlWriter } from './html-writer.js';

/** Deeper items stand at this depth. */
const MAX_LEVEL = 20;

/** Makes nested lists of items that only say how deep they stand, as several editors keep them. */
export class FlatLists {
  private readonly open: { readonly tag: 'ul' | 'ol'; inItem: boolean }[] = [];

  constructor(private readonly html: HtmlWriter) {}

  /** Opens an item; its text is written next. @param level 0 for the outermost */
  item(level: number, ordered: boolean): void {
    const depth = Math.min(MAX_LEVEL, Math.max(0, level)) + 1;
    const tag = ordered ? 'ol' : 'ul';
    while (this.open.length > depth) this.closeList();
    if (this.open.length === depth && this.open.at(-1)!.tag !== tag) this.closeList();
    while (this.open.length < depth) {
      this.html.open(tag);
      this.open.push({ tag, inItem: false });
    }
    this.closeItem();
    this.html.open('li');
    this.open.at(-1)!.inItem = true;
  }

  /** What follows is no item. */
  end(): void {
    while (this.open.length > 0) this.closeList();
  }

  private closeItem(): void {
    const list = this.open.at(-1)!;
    if (list.inItem) this.html.close('li');
    list.inItem = false;
  }

  private closeList(): void {
    this.closeItem();
    this.html.close(this.open.pop()!.tag);
  }
}
