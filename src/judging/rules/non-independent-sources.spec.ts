import type { Source } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, unknownSource } from '../testing/builders.js';
import { nonIndependentSources } from './non-independent-sources.js';

const cited = (...all: Partial<Source>[]) =>
  article([{ citations: all.map((parts, i) => citation(i + 1, { source: unknownSource(`s${i}`, parts) })) }]);
const owned = (publisher: string, owner: string | null, domains: string[] = []) => ({
  publisher,
  publisherRecord: { owner, domains, reliability: null },
});
const paper = { publisher: 'Quay Press', authors: ['Ida Holm'], doi: '10.1234/abc' };

testRule(nonIndependentSources, {
  fires: [
    {
      name: 'one publisher, written in two ways',
      article: cited({ publisher: 'The Quay Post Ltd' }, { publisher: 'Quay Post' }),
      findings: [
        {
          claim: 1,
          bearing: 'WEAK',
          severity: 'NOTE',
          message: /“The Quay Post Ltd” publishes all sources \[1, 2\]/,
        },
      ],
    },
    {
      name: 'a publisher is the container of the other',
      article: cited({ publisher: 'Quay Post' }, { container: 'Quay Post', url: 'https://news.example/1' }),
      findings: [{}],
    },
    {
      name: 'no publisher is named, and they stand on one domain',
      article: cited({ url: 'https://news.quay.co.uk/1' }, { url: 'https://www.quay.co.uk/2' }),
      findings: [{ message: /“quay.co.uk” publishes/ }],
    },
    {
      name: 'a broadcaster’s desks publish under hosts of its domain',
      article: cited(
        { publisher: 'QBC', url: 'https://www.qbc.co.uk/1' },
        { publisher: 'QBC News', url: 'https://news.qbc.co.uk/2' },
      ),
      findings: [{ message: /“qbc.co.uk” publishes/ }],
    },
    {
      name: 'one owner',
      article: cited(owned('Quay Post', 'Harbour Media plc'), owned('Lund Echo', 'Harbour Media')),
      findings: [{ message: /“Harbour Media plc” owns the publishers/ }],
    },
    {
      name: 'one owns the other',
      article: cited(owned('Quay Post', 'Lund Echo'), owned('Lund Echo', null)),
      findings: [{}],
    },
    {
      name: 'a publisher has two domains',
      article: cited(owned('Quay Post', null, ['quay.example', 'qp.example']), { url: 'https://qp.example/1' }),
      findings: [{}],
    },
    {
      name: 'one news agency, by name and by initials',
      article: cited({ publisher: 'Quay Post', authors: ['Associated Press'] }, { publisher: 'AP' }),
      findings: [{ message: /^The news agency “Associated Press” is behind all sources/ }],
    },
  ],
  quiet: [
    { name: 'two publishers', article: cited({ publisher: 'Quay Post' }, { publisher: 'Lund Echo' }) },
    {
      name: 'offices with names of their own share a domain',
      article: cited(
        { publisher: 'Port Office', url: 'https://port.land.example/1' },
        { publisher: 'Fares Office', url: 'https://fares.land.example/2' },
      ),
    },
    {
      name: 'many publish under the domain',
      article: cited(
        { url: 'https://youtube.com/a', publisher: 'A' },
        { url: 'https://youtube.com/b', publisher: 'B' },
      ),
    },
    {
      name: 'two blogs stand on one platform',
      article: cited({ url: 'https://ada.github.io/a' }, { url: 'https://per.github.io/b' }),
    },
    {
      name: 'two blogs stand on a platform that says so itself',
      article: cited({ url: 'https://ada.wordpress.com/a' }, { url: 'https://per.wordpress.com/b' }),
    },
    {
      name: 'papers are their authors’ own',
      article: cited(paper, { ...paper, authors: ['Per Lind'], doi: '10.1234/def' }),
    },
    { name: 'a third source is another’s', article: cited({ publisher: 'A' }, { publisher: 'A' }, { publisher: 'B' }) },
    { name: 'there is one source', article: cited({ publisher: 'Quay Post' }) },
  ],
  notAssessed: [
    {
      name: 'a source does not tell who published it',
      article: cited({ publisher: 'Quay Post' }, { title: 'A leaflet' }),
      reason: /who published \[2\]/,
    },
  ],
});
