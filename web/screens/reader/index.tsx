import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Page } from '../../parts/page.js';
import { StandingSign } from '../../parts/standing-sign.js';
import { Failed, Loading } from '../../parts/states.js';

const ARTICLE = graphql(`
  query ReaderArticle($id: ID!) {
    article(id: $id) {
      id
      title
      version
      claims(first: 100) {
        edges {
          node {
            id
            version
            text
            standing
          }
        }
      }
    }
  }
`);

/** An article as it reads, with each claim marked by its standing. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: ARTICLE, variables: { id } });
  if (!data?.article) return error ? <Failed error={error} onAgain={again} /> : <Loading />;
  return (
    <Page title={data.article.title}>
      <ol>
        {data.article.claims.edges.map(({ node }) => (
          <li key={node.id}>
            <StandingSign standing={node.standing} /> {node.text}
          </li>
        ))}
      </ol>
    </Page>
  );
}
