import { findAssistantMarks } from './assistant-marks.js';
import { readArticle } from './read-article.js';

describe('findAssistantMarks', () => {
  it.each<[string, string[][]]>([
    ['It was sold【4†source】.', [['【4†source】', '4']]],
    ['It was sold【12:3†tables.pdf】【0†L3-L9】.', [['【12:3†tables.pdf】', '12'], ['【0†L3-L9】', '0']]], // prettier-ignore
    ['It was sold[2†L1-L5].', [['[2†L1-L5]', '2']]],
    ['It was sold :contentReference[oaicite:2]{index=2}.', [[':contentReference[oaicite:2]{index=2}', 'oaicite:2']]],
    [
      'It was sold.\ue200cite\ue202turn0search1\ue202turn0news4\ue201',
      [['\ue200cite\ue202turn0search1\ue202turn0news4\ue201', 'turn0search1', 'turn0news4']],
    ],
    ['It was sold. citeturn0search1turn2view0', [['citeturn0search1turn2view0', 'turn0search1', 'turn2view0']]],
    ['He cites 【the old board】 and turn0.', []],
  ])('%s', (text, expected) => {
    const found = findAssistantMarks(text).map(({ span, labels }) => [text.slice(span.start, span.end), ...labels]);
    expect(found).toEqual(expected);
  });

  it.each(['TEXT', 'MARKDOWN', 'HTML'] as const)(
    'gives claims without them, and citations that lead nowhere: %s',
    (format) => {
      const [claim] = readArticle('The ferry was sold in 1950【4†source】.', { format }).claims;
      expect(claim).toMatchObject({ text: 'The ferry was sold in 1950.', citations: [{ label: '4', source: null }] });
    },
  );
});
