import { registeredDomain, tidyHost } from '../addresses/domains.js';
import type { Article, Source } from '../judging/evidence.js';
import type { PublisherDomains } from '../sources/publisher.repository.js';

/** The domains by which publishers of those sources of an article can be known that name none; each once. */
export function domainsOf(article: Article): string[] {
  const domains = article.references.flatMap(({ source }) => (source ? domainsOfSource(source) : []));
  return [...new Set(domains)].sort();
}

/** The article, with the publishers of sources that name none, as far as one publishes under their domains. */
export function namedByDomain(article: Article, publishers: readonly PublisherDomains[]): Article {
  if (publishers.length === 0) return article;
  const nameOf = new Map<string, string>();
  for (const { name, domains } of publishers) {
    for (const domain of domains) if (!nameOf.has(domain)) nameOf.set(domain, name);
  }
  const references = article.references.map((reference) => {
    const { source } = reference;
    const domain = source ? domainsOfSource(source).find((each) => nameOf.has(each)) : undefined;
    return source && domain !== undefined
      ? { ...reference, source: { ...source, publisher: nameOf.get(domain)! } }
      : reference;
  });
  return { ...article, references };
}

/** "a.b.example.org" publishes under itself, "b.example.org" and "example.org": the closest first. None where it has a publisher. */
function domainsOfSource({ publisher, url }: Source): string[] {
  if (publisher !== null || url === null || !URL.canParse(url)) return [];
  const host = tidyHost(new URL(url).hostname);
  const domain = registeredDomain(host);
  if (domain === null) return [];
  const labels = host.slice(0, -domain.length).split('.').slice(0, -1);
  return [...labels.map((_, i) => [...labels.slice(i), domain].join('.')), domain];
}
