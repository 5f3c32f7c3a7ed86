import type { VerdictValue } from '../database/codes.js';
import type { ExportedClaim } from './exported-claims.loader.js';
import { jsonList } from './json-list.js';

/*
 * What people concluded about claims, as ClaimReview of schema.org, which search engines and collections of fact checks
 * read. Rules conclude nothing, so a claim without a verdict is left out.
 */

/** From false to true, as a number and as people read it; nobody can rate what is unproven. */
const RATINGS: Readonly<Record<VerdictValue, readonly [number | null, string]>> = {
  TRUE: [5, 'True'],
  MOSTLY_TRUE: [4, 'Mostly true'],
  MIXED: [3, 'Mixed'],
  MOSTLY_FALSE: [2, 'Mostly false'],
  FALSE: [1, 'False'],
  UNPROVEN: [null, 'Unproven'],
};

/**
 * @param organisation who reviews: the workspace's name
 * @param address where the reviews stand; each has a place of its own in it
 */
export function claimReviews(
  pages: AsyncIterable<readonly ExportedClaim[]>,
  organisation: string,
  address: string,
): AsyncGenerator<string, void, undefined> {
  return jsonList('{"@context":"https://schema.org","@graph":[', reviewsOf(pages, organisation, address), () => ']}');
}

async function* reviewsOf(
  pages: AsyncIterable<readonly ExportedClaim[]>,
  organisation: string,
  address: string,
): AsyncGenerator<readonly object[], void, undefined> {
  for await (const page of pages) yield page.flatMap((exported) => reviewOf(exported, organisation, address));
}

function reviewOf({ claim, article, verdict }: ExportedClaim, organisation: string, address: string): object[] {
  if (!verdict) return [];
  const [value, name] = RATINGS[verdict.value];
  const scale = value === null ? {} : { ratingValue: value, bestRating: 5, worstRating: 1 };
  return [
    {
      '@type': 'ClaimReview',
      '@id': `urn:uuid:${verdict.uuid}`,
      url: `${address}#${verdict.id}`,
      datePublished: verdict.createdAt.toISOString(),
      author: { '@type': 'Organization', name: organisation },
      claimReviewed: claim.text,
      reviewRating: { '@type': 'Rating', ...scale, alternateName: name },
      ...(verdict.text === '' ? {} : { reviewBody: verdict.text }),
      itemReviewed: {
        '@type': 'Claim',
        '@id': `urn:uuid:${claim.uuid}`,
        text: claim.text,
        appearance: {
          '@type': 'CreativeWork',
          headline: article.title,
          ...(article.url === null ? {} : { url: article.url }),
          ...(article.publishedAt === null ? {} : { datePublished: article.publishedAt.toISOString() }),
        },
      },
    },
  ];
}
