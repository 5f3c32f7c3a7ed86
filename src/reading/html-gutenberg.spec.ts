import { readArticle } from './read-article.js';

/** What WordPress keeps of an article: HTML, with a comment around each block. */
const POST = `<!-- wp:heading {"level":1} -->
<h1 class="wp-block-heading">Trams of Oss</h1>
<!-- /wp:heading -->

<!-- wp:paragraph {"fontSize":"large"} -->
<p class="has-large-font-size">The first line opened late.<sup data-fn="8f9a" class="fn"><a href="#8f9a" id="8f9a-link">1</a></sup> It carries 900 people.</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>A tram has six doors.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:table -->
<figure class="wp-block-table"><table><thead><tr><th>Year</th><th>Trams</th></tr></thead><tbody><tr><td>2031</td><td>12</td></tr></tbody></table><figcaption class="wp-element-caption">Trams by year</figcaption></figure>
<!-- /wp:table -->

<!-- wp:footnotes -->
<ol class="wp-block-footnotes"><li id="8f9a">City of Oss, “Trams”, 2031, https://oss.example/ <a href="#8f9a-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>
<!-- /wp:footnotes -->
`;

describe('an article of WordPress', () => {
  it('is read with its notes as citations', () => {
    const { title, claims } = readArticle(POST, { format: 'HTML' });
    expect(title).toBe('Trams of Oss');
    expect(claims.map(({ text, citations }) => [text, ...citations.map(({ source }) => source?.url)])).toEqual([
      ['The first line opened late.', 'https://oss.example/'],
      ['It carries 900 people.'],
      ['A tram has six doors.'],
      ['2031 12'],
    ]);
  });
});
