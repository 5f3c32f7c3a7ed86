import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { PARAGRAPHS, type Claim } from './documents.js';
import { paragraphOf, type Paragraph } from './paragraph.js';
import styles from './queue.module.css';

/** The claim in its paragraph or row; where that is far down in a long article, among the words beside it. */
export function ClaimParagraph({ claim: { article, selector, standing } }: { readonly claim: Claim }): ReactNode {
  // The revision was named beside the claim: another one is not at hand, and asked for.
  const [{ data }] = useQuery({
    query: PARAGRAPHS,
    variables: { article: article.id },
    requestPolicy: 'cache-first',
  });
  const blocks = data?.article?.revision.blocks.edges.map(({ node }) => node) ?? [];
  const { start, end } = selector;
  const isSame = data?.article?.revision.id === article.revision.id;
  const found = isSame && start !== null && end !== null ? paragraphOf(blocks, start, end) : null;
  const { before, claim, after } = found ?? beside(selector);
  return (
    <p className={styles['paragraph']} data-standing={standing}>
      {before}
      <mark>{claim || <Trans>(blank)</Trans>}</mark>
      {after}
    </p>
  );
}

const beside = ({ prefix, exact, suffix }: Claim['selector']): Paragraph => ({
  before: prefix && `… ${prefix}`,
  claim: exact,
  after: suffix && `${suffix} …`,
});
