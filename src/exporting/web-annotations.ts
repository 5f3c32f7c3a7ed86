import type { ExportedClaim } from './exported-claims.loader.js';
import { jsonList } from './json-list.js';

/*
 * Claims as Web Annotations (W3C Recommendation, 23 February 2017): a collection with one page, an annotation a claim,
 * whose target is the claim's place and whose bodies say its standing and what the rules found.
 */

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** @param address of the collection: its own IRI */
export function webAnnotations(
  pages: AsyncIterable<readonly ExportedClaim[]>,
  address: string,
): AsyncGenerator<string, void, undefined> {
  const head = {
    '@context': CONTEXT,
    id: address,
    type: 'AnnotationCollection',
    label: 'Claims and what their evidence is worth',
  };
  const page = { id: `${address}#page`, type: 'AnnotationPage', partOf: address, startIndex: 0 };
  return jsonList(
    `${opened(head)},"first":${opened(page)},"items":[`,
    annotationsOf(pages),
    (count) => `]},"total":${count}}`,
  );
}

/** An object that goes on. */
const opened = (object: object): string => JSON.stringify(object).slice(0, -1);

async function* annotationsOf(
  pages: AsyncIterable<readonly ExportedClaim[]>,
): AsyncGenerator<readonly object[], void, undefined> {
  for await (const page of pages) yield page.map(annotationOf);
}

function annotationOf({ claim, article, findings }: ExportedClaim): object {
  const { exact, prefix, suffix, start, end } = claim.selector;
  const said = [
    `${claim.standing}: ${claim.text}`,
    ...findings.map(({ ruleId, message, remedy }) => `${ruleId}: ${message} ${remedy}`),
  ];
  return {
    id: `urn:uuid:${claim.uuid}`,
    type: 'Annotation',
    motivation: 'assessing',
    creator: { type: 'Software', name: 'Obelus' },
    body: said.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'assessing' })),
    target: {
      source: article.url ?? `urn:uuid:${article.uuid}`,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
