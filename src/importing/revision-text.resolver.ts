import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Revision } from '../articles/article.type.js';
import { PageArgs, readPage, toConnection, type Order } from '../graphql/connection.js';
import { encodeCursor } from '../graphql/cursor.js';
import type { RequestContext } from '../graphql/request-context.js';
import { RevisionTexts } from './revision-text.loader.js';
import { TextBlockConnection } from './revision-text.type.js';

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
}
