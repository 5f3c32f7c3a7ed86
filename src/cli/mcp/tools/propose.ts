import { z } from 'zod';
import { graphql } from '../../../client/index.js';
import { printable } from '../../layout.js';
import { standing } from '../shapes.js';
import { ToolError, type Tool } from '../tool.js';

const PREVIEW = graphql(`
  query PreviewProposal($input: AttachSourceInput!) {
    previewAttachSource(input: $input) {
      claim {
        standing
      }
      fixed {
        message
      }
      opened {
        message
        remedy
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const PROPOSE = graphql(`
  mutation ProposeSource($input: ProposeSourceInput!) {
    proposeSource(input: $input) {
      citation {
        id
        number
        state
        source {
          id
          title
          url
        }
      }
      claim {
        standing
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const input = z.object({
  claimId: z.string().max(200).describe('The id of the claim, from list_unsupported or get_claim.'),
  sourceId: z
    .string()
    .max(200)
    .optional()
    .describe('A source that the newsroom knows, from search_sources; or describe one.'),
  url: z.string().max(2000).optional().describe('Its address, http or https.'),
  doi: z.string().max(300).optional(),
  title: z.string().max(1000).optional(),
  authors: z.array(z.string().max(300)).max(200).optional(),
  publisher: z.string().max(300).optional(),
  publishedAt: z.string().max(10).optional().describe('A year, a month or a day: "2031-04-02".'),
  quote: z
    .string()
    .max(10_000)
    .optional()
    .describe('The words of the source that carry the claim, exactly as they stand there.'),
  locator: z.string().max(300).optional().describe('Where in the source: "p. 12".'),
  note: z.string().max(10_000).optional().describe('What the source says of the claim, for the editor.'),
  stance: z.enum(['SUPPORTS', 'REFUTES', 'NEUTRAL']).default('SUPPORTS').describe('Which way it points.'),
  directness: z
    .enum(['DIRECT', 'INDIRECT', 'UNKNOWN'])
    .default('UNKNOWN')
    .describe('DIRECT: it states the claim itself.'),
});
const output = z.object({
  citationId: z.string(),
  number: z.number().int().describe('The number that it gets when it is accepted.'),
  state: z.string().describe('PROPOSED: an editor decides.'),
  standing: standing.describe('Of the claim: a proposal does not change it.'),
  ifAccepted: z.object({
    standing: standing.describe('How the claim would stand.'),
    fixed: z.array(z.string()).describe('What would no longer be wrong.'),
    opened: z.array(z.string()).describe('What would be wrong with this source.'),
  }),
});

/** Proposes a source. */
export const proposeSource: Tool<typeof input, typeof output> = {
  name: 'propose_source',
  title: 'Propose a source',
  description:
    'Proposes a source for a claim. Nothing counts until an editor accepts it. Give sourceId, or at least a url, a doi or a title. Needs a token with the role CHECKER.',
  input,
  output,
  reads: false,
  async run({ claimId, sourceId, quote, locator, note, stance, directness, ...source }, { client, program }, signal) {
    if (sourceId !== undefined && Object.values(source).some((each) => each !== undefined)) {
      throw new ToolError('Give sourceId, or describe the source; not both.');
    }
    const which = sourceId === undefined ? { source } : { sourceId };
    const said = { claimId, ...which, quote, locator, note, stance, directness };
    const { previewAttachSource: preview } = await client.query(PREVIEW, { input: said }, { signal });
    refuse(preview?.userErrors);
    const answer = await client.mutate(PROPOSE, { input: { ...said, program: program() } }, { signal });
    const { citation, claim, userErrors } = answer.proposeSource ?? {};
    refuse(userErrors);
    if (!citation || !claim || !preview?.claim) throw new ToolError('The server did not say what became of it.');
    const ifAccepted = {
      standing: preview.claim.standing,
      fixed: preview.fixed.map(({ message }) => message),
      opened: preview.opened.map(({ message, remedy }) => `${message}. ${remedy}`),
    };
    return {
      output: {
        citationId: citation.id,
        number: citation.number,
        state: citation.state,
        standing: claim.standing,
        ifAccepted,
      },
      text: [
        `Proposed as [${citation.number}]; an editor decides. The claim stands as before: ${claim.standing}.`,
        `If it is accepted, the claim is ${ifAccepted.standing}.`,
        ...ifAccepted.fixed.map((message) => `  would be mended: ${printable(message)}`),
        ...ifAccepted.opened.map((message) => `  would be wrong: ${printable(message)}`),
      ].join('\n'),
    };
  },
};

function refuse(errors: readonly { readonly message: string; readonly field: readonly string[] | null }[] = []): void {
  if (errors.length === 0) return;
  const told = errors.map(({ field, message }) => (field ? `${field.at(-1)}: ${message}` : message));
  throw new ToolError(`Not proposed. ${told.join('; ')}.`);
}
