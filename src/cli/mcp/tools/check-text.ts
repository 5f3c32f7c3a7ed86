import { z } from 'zod';
import { UNSUPPORTED } from '../../../judging/evidence.js';
import { judgeArticle } from '../../../judging/judge.js';
import { readArticle } from '../../../reading/read-article.js';
import { counted } from '../../layout.js';
import { MAX_ROWS, finding, findingLine, listed, quoted, score, standing } from '../shapes.js';
import type { Tool } from '../tool.js';
import { createRuleset } from '../../../judging/ruleset.js';

/** A long feature; what is longer is for `obelus check`. */
const MAX_TEXT = 200_000;

const input = z.object({
  text: z.string().min(1).max(MAX_TEXT).describe('The text with its markers and its list of references.'),
  format: z.enum(['MARKDOWN', 'HTML', 'TEXT', 'WIKITEXT']).default('MARKDOWN'),
});
const output = z.object({
  claims: z.number().int(),
  checkable: z.number().int(),
  score,
  unsupported: z
    .array(
      z.object({
        ordinal: z.number().int(),
        line: z.number().int(),
        text: z.string(),
        standing,
        findings: z.array(finding),
      }),
    )
    .describe(`The first ${MAX_ROWS}, the worst first.`),
  unsupportedCount: z.number().int(),
  ofArticle: z.array(finding).describe('Findings about the text as a whole.'),
});

/** What the rules find in a text that is nowhere yet. */
export const checkText: Tool<typeof input, typeof output> = {
  name: 'check_text',
  title: 'Check a text',
  description:
    'Reads a draft and says which of its claims lack evidence, by the rules as they are by default. Nothing is stored or sent to the server.',
  input,
  output,
  reads: true,
  run({ text, format }, { now }) {
    const article = readArticle(text, { format });
    const judgement = judgeArticle(article, { ruleset: createRuleset(), now: now() });
    const told = judgement.findings.map(({ rule, severity, message, remedy, claim }) => ({
      rule,
      severity,
      message,
      remedy,
      claim,
    }));
    const shown = ({ claim: _, ...each }: (typeof told)[number]): z.output<typeof finding> => each;
    const bad = article.claims
      .map((claim, i) => ({ claim, judged: judgement.claims[i]! }))
      .filter(({ judged }) => UNSUPPORTED.includes(judged.standing))
      .sort((a, b) => a.judged.rank - b.judged.rank || a.claim.ordinal - b.claim.ordinal);
    const unsupported = bad.slice(0, MAX_ROWS).map(({ claim, judged }) => ({
      ordinal: claim.ordinal,
      line: claim.line,
      text: claim.text,
      standing: judged.standing,
      findings: told.filter((each) => each.claim === claim.ordinal).map(shown),
    }));
    const ofArticle = told.filter(({ claim }) => claim === null).map(shown);
    const { claims, checkable, score } = judgement.summary;
    const lines = unsupported.map((each) =>
      [`${each.standing} line ${each.line}: ${quoted(each.text)}`, ...each.findings.map(findingLine)].join('\n'),
    );
    return Promise.resolve({
      output: { claims, checkable, score, unsupported, unsupportedCount: bad.length, ofArticle },
      text: [
        `${bad.length} of ${counted(checkable, 'checkable claim')} unsupported.`,
        listed(lines, 'No claim is unsupported.', null),
        ...ofArticle.map(findingLine),
      ].join('\n'),
    });
  },
};
