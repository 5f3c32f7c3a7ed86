import { decodePage } from './decode-page.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the encoding of a page', () => {
  it.each<[string, Buffer, string | null, string]>([
    ['told by the site', latin1('F\u00E4hre'), 'iso-8859-1', 'Fähre'],
    [
      'told by the site, before what the page declares',
      Buffer.from('<meta charset=latin1>Fähre'),
      'utf-8',
      '<meta charset=latin1>Fähre',
    ],
    [
      'declared by the page',
      latin1('<meta charset="windows-1252">F\u00E4hre \u0080'),
      null,
      '<meta charset="windows-1252">Fähre €',
    ],
    [
      'declared the older way',
      latin1('<META http-equiv=Content-Type content="text/html; charset=koi8-r">\u00C1'),
      null,
      '<META http-equiv=Content-Type content="text/html; charset=koi8-r">а',
    ],
    [
      'declared as XML does',
      latin1('<?xml version="1.0" encoding="ISO-8859-1"?>\u00E4'),
      null,
      '<?xml version="1.0" encoding="ISO-8859-1"?>ä',
    ],
    ['declared as what it cannot be', Buffer.from('<meta charset=utf-16>Fähre'), null, '<meta charset=utf-16>Fähre'],
    ['shown by a mark of UTF-8', Buffer.from('\uFEFFFähre'), 'iso-8859-1', 'Fähre'],
    ['shown by a mark of UTF-16', Buffer.from('\uFEFFFähre', 'utf16le'), null, 'Fähre'],
    ['not told: UTF-8', Buffer.from('Fähre'), null, 'Fähre'],
    ['not told, and no UTF-8', latin1('F\u00E4hre'), null, 'Fähre'],
    ['one that nobody knows', Buffer.from('Fähre'), 'x-none', 'Fähre'],
  ])('%s', (_, bytes, charset, text) => expect(decodePage(bytes, charset)).toEqual({ text, isDamaged: false }));

  it('that some bytes do not keep to', () => {
    const bytes = Buffer.concat([Buffer.from('Fähre '), Buffer.from([0xff]), Buffer.from(' Ä')]);
    expect(decodePage(bytes, 'utf-8')).toEqual({ text: 'Fähre \uFFFD Ä', isDamaged: true });
  });
});
