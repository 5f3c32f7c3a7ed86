import { slugOf, slugOfAddress, slugOfFile, slugOfText } from './slug.js';

it.each([
  ['Über die Fähre', 'uber-die-fahre'],
  ['Straße 12', 'strasse-12'],
  ['  --  ', ''],
  ['港口', ''],
  [`${'a'.repeat(199)} b`, 'a'.repeat(199)],
])('%s as a name is %s', (words, slug) => expect(slugOf(words)).toBe(slug));

it.each([
  ['Hydrogen Buses.md', 'hydrogen-buses'],
  ['report.final.docx', 'report-final'],
  ['README', 'readme'],
])('the file %s is %s', (name, slug) => expect(slugOfFile(name)).toBe(slug));

it.each([
  ['https://example.org/2031/04/the-ferry', 'the-ferry'],
  ['https://example.org/2031/the-ferry.html?x=1#top', 'the-ferry'],
  ['https://example.org/', 'example-org'],
  ['https://example.org/%E0%A4%A', 'e0-a4-a'],
  ['the-ferry', ''],
])('the address %s is %s', (address, slug) => expect(slugOfAddress(address)).toBe(slug));

it.each([
  ['\n# The ferry\n\nIt sank.', 'the-ferry'],
  ['<html><head><title>The ferry</title>', 'the-ferry'],
  ['<h1>The ferry</h1><p>It sank.', 'the-ferry'],
  ['one two three four five six seven eight nine', 'one-two-three-four-five-six-seven-eight'],
  ['', ''],
])('the text %j is %s', (text, slug) => expect(slugOfText(text)).toBe(slug));
