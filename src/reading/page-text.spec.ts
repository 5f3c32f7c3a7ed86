import { readPageText } from './page-text.js';

describe('the text of a page', () => {
  it('of plain text is the text itself', () => {
    expect(readPageText('One [4].\n\nTwo.', 'TEXT').text).toBe('One [4].\n\nTwo.');
  });

  it('of HTML has all that people read: headings, tables, menus; no scripts and no footnote markers', () => {
    const page = `<html lang="de"><head><title>Busse</title><script>var no = 'thing';</script></head><body>
      <nav><a href="/">Start</a></nav><h1>Busse &amp; Bahnen</h1>
      <p>Zwölf Busse tanken dort<sup id="r1"><a href="#cite_note-1">[1]</a></sup> jede Nacht.</p>
      <table><tr><th>Linie</th><th>Busse</th></tr><tr><td>Nord</td><td>12</td></tr></table></body></html>`;
    const { text, language } = readPageText(page, 'HTML');
    const lines = text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining(['Start', 'Busse & Bahnen', 'Zwölf Busse tanken dort jede Nacht.', 'Linie', 'Nord', '12']),
    );
    expect(text).not.toContain('thing');
    expect(language).toBe('de');
  });

  it('of Markdown has definitions and references', () => {
    const { text } = readPageText(
      '# Buses\n\nTwelve buses[^a] fill up.\n\n- One\n- Two\n\n[^a]: The depot, 2031.\n',
      'MARKDOWN',
    );
    for (const words of ['Buses', 'Twelve buses fill up.', 'One', 'Two', 'The depot, 2031.'])
      expect(text).toContain(words);
  });
});
