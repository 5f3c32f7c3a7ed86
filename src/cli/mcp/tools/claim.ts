import { z } from 'zod';
import { graphql } from '../../../client/index.js';
import { claim, claimLines, claimOf, quoted } from '../shapes.js';
import { ToolError, type Tool } from '../tool.js';

const CLAIM = graphql(`
  query GetClaim($id: ID!) {
    node(id: $id) {
      __typename
      ... on Claim {
        id
        article {
          slug
          title
        }
        ordinal
        section
        attribute
        column
        text
        standing
        priority
        checkable
        selector {
          prefix
          exact
          suffix
          line
        }
        findings {
          rule {
            id
          }
          severity
          message
          remedy
        }
        notAssessed {
          rule
          reason
        }
        citations {
          number
          stance
          basis
          state
          quote
          locator
          note
          source {
            id
            title
            url
            doi
            retracted
            publisher {
              name
            }
          }
        }
      }
    }
  }
`);

const input = z.object({ claimId: z.string().max(200).describe('The id of a claim, from list_unsupported.') });
const source = z.object({
  id: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  doi: z.string().nullable(),
  publisher: z.string().nullable(),
  retracted: z.boolean(),
});
const citation = z.object({
  number: z.number().int(),
  stance: z.string(),
  basis: z.string().describe('SUGGESTED: it is proposed, and counts for nothing yet.'),
  state: z.string(),
  quote: z.string().nullable(),
  locator: z.string().nullable(),
  note: z.string().nullable(),
  source: source.nullable().describe('Null: the number leads nowhere.'),
});
const output = z.object({
  claim: claim.extend({ checkable: z.boolean() }),
  title: z.string().describe("The article's title."),
  near: z.object({
    before: z.string(),
    exact: z.string().describe('As it stands in the article, markers and all.'),
    after: z.string(),
    line: z.number().int().nullable(),
  }),
  citations: z.array(citation),
  notAssessed: z
    .array(z.object({ rule: z.string(), reason: z.string() }))
    .describe('Rules that lacked what they need. Never a pass.'),
});

/** One claim with all that is known of its evidence. */
export const getClaim: Tool<typeof input, typeof output> = {
  name: 'get_claim',
  title: 'Look at one claim',
  description:
    'Shows a claim, the text around it, what is wrong with its evidence, what it cites and what is proposed for it.',
  input,
  output,
  reads: true,
  async run({ claimId }, { client }, signal) {
    const { node } = await client.query(CLAIM, { id: claimId }, { signal });
    if (node?.__typename !== 'Claim') throw new ToolError('No claim has this id; take ids from list_unsupported.');
    const { selector, citations, notAssessed } = node;
    const shown = { ...claimOf(node), checkable: node.checkable };
    const cited = citations.map((each) => ({
      ...each,
      source: each.source && { ...each.source, publisher: each.source.publisher?.name ?? null },
    }));
    const near = { before: selector.prefix, exact: selector.exact, after: selector.suffix, line: selector.line };
    return {
      output: {
        claim: shown,
        title: node.article.title,
        near,
        citations: cited,
        notAssessed: notAssessed.map((each) => ({ ...each })),
      },
      text: [
        claimLines(shown),
        `It stands here: ${quoted(`… ${near.before}${near.exact}${near.after} …`)}`,
        ...(cited.length === 0 ? ['It cites nothing.'] : cited.map(citationLine)),
        ...notAssessed.map(({ rule, reason }) => `Not assessed: ${rule}, ${reason}`),
      ].join('\n'),
    };
  },
};

function citationLine({ number, stance, basis, state, quote, source: to }: z.output<typeof citation>): string {
  const what = to ? quoted([to.title, to.url ?? to.doi].filter(Boolean).join(' ')) : 'leads nowhere';
  const how =
    basis === 'SUGGESTED'
      ? `proposed, ${state === 'REJECTED' ? 'rejected' : 'waits for an editor'}`
      : `${basis}, ${state}`;
  return `[${number}] ${stance}, ${how}: ${what}${quote === null ? '' : `, quote ${quoted(quote)}`}`;
}
