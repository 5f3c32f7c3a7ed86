import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Revision } from '../articles/article.type.js';
import { PageArgs, readPage, toConnection, type Order } from '../graphql/connection.js';
import { encodeCursor } from '../graphql/cursor.js';
import { badInput } from '../graphql/request-error.js';
import type { RequestContext } from '../graphql/request-context.js';
import { RevisionTexts } from './revision-text.loader.js';
import { passageOf } from './passage.js';
import { TextBlock, TextBlockConnection } from './revision-text.type.js';

/** As they stand; a cursor is a block's index. */
const ORDER: Order = { name: 'text blocks', kinds: ['integer'] };

@Resolver(() => Revision)
export class RevisionTextResolver {
  constructor(private readonly texts: RevisionTexts) {}

  @ResolveField(() => TextBlockConnection, {
    description:
      'Its text as it reads, block by block: without its title, its list of references, and what is no part of it (navigation, advertising).',
  })
  async blocks(
    @Context() context: RequestContext,
    @Parent() revision: Revision,
    @Args() args: PageArgs,
  ): Promise<TextBlockConnection> {
    const page = readPage(args, ORDER);
    const blocks = await this.texts.blocksOf(context, revision);
    const first = page.after ? Number(page.after[0]) + 1 : 0;
    const end = page.before ? Math.min(Number(page.before[0]), blocks.length) : blocks.length;
    // One more than the page has, which proves that there is more.
    const [from, to] = page.forward
      ? [first, Math.min(end, first + page.size + 1)]
      : [Math.max(first, end - page.size - 1), end];
    const found = blocks.slice(from, Math.max(from, to));
    return toConnection(
      page,
      found.map((node, i) => ({ node, cursor: encodeCursor(ORDER.name, [from + i]) })),
    ) as TextBlockConnection;
  }

  @ResolveField(() => [TextBlock], {
    description:
      'What a stretch of it is read in, such as that of the `selector` of a claim: the blocks that it stands in, and of a row of a table its caption and the rows that name its columns.',
  })
  async passage(
    @Context() context: RequestContext,
    @Parent() revision: Revision,
    @Args('start', {
      type: () => Int,
      description: 'Where the stretch begins: UTF-16 units into the revision, from 0.',
    })
    start: number,
    @Args('end', { type: () => Int, description: 'Where it ends; the same as `start` for a place.' }) end: number,
  ): Promise<TextBlock[]> {
    if (start < 0) throw badInput(['start'], 'less than 0; positions are counted from 0');
    if (end < start) throw badInput(['end'], 'before `start`; a stretch ends where it begins, or behind it');
    return passageOf(await this.texts.blocksOf(context, revision), { start, end }) as TextBlock[];
  }
}
