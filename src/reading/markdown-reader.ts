import { parse, postprocess, preprocess } from 'micromark';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Document } from './document.js';
import type { TellLanguage } from './language.js';
import { MarkdownBlocks } from './markdown-blocks.js';
import { chunksOf, findDefinitions, readFrontMatter, type Definitions } from './markdown-chunks.js';
import { hideExcess } from './markdown-guard.js';

const extensions = [gfmTable(), gfmFootnote(), gfmStrikethrough(), gfmAutolinkLiteral(), gfmTaskListItem()];

/**
 * Reads CommonMark with tables, footnotes, strikethrough, literal links and task lists as GitHub has them, YAML front
 * matter (title, lang), definition lists ("Term" and below it ": definition") and HTML. Never fails: any text is Markdown.
 *
 * Text is taken from micromark's events, not from a syntax tree: they alone know where each escape, entity and line
 * break stands.
 */
export function readMarkdown(input: string, tell: TellLanguage): Document {
  const front = readFrontMatter(input);
  const language = tell(front.language);
  const definitions = findDefinitions(input);
  const blocks = new MarkdownBlocks(input, definitions, language.words);
  for (const chunk of chunksOf(input, front.end)) {
    if (!/\S/.test(input.slice(chunk.start, chunk.end))) continue;
    const head = chunk.table ? input.slice(chunk.table.start, chunk.table.end) : '';
    blocks.begin(chunk, head.length);
    for (const [way, token] of eventsOf(hideExcess(head + input.slice(chunk.start, chunk.end)), definitions)) {
      if (way === 'enter') blocks.enter(token);
      else blocks.exit(token);
    }
  }
  return { title: front.title, language, blocks: blocks.finish() };
}

function eventsOf(text: string, { links, footnotes }: Definitions): ReturnType<typeof postprocess> {
  const parser = parse({ extensions });
  parser.defined = new Identifiers(links.keys());
  (parser as { gfmFootnotes?: string[] }).gfmFootnotes = new Identifiers(footnotes);
  return postprocess(parser.document().write(preprocess()(text, undefined, true)));
}

/** micromark keeps identifiers in an array and looks through all of it for each link; this one knows at once. */
class Identifiers extends Array<string> {
  private readonly known: Set<string>;

  constructor(from: Iterable<string>) {
    super();
    this.known = new Set(from);
  }

  override includes(identifier: string): boolean {
    return this.known.has(identifier);
  }

  override push(...identifiers: string[]): number {
    for (const id of identifiers) this.known.add(id);
    return this.known.size;
  }
}
