import { fileName } from './save.js';

it.each([
  ['Score over time', 'obelus-score-over-time'],
  ['Stand je Ressort: Größtes zuerst', 'obelus-stand-je-ressort-größtes-zuerst'],
  ['../../etc/passwd', 'obelus-etc-passwd'],
  ['—', 'obelus'],
])('%j is saved as %j', (title, name) => expect(fileName(title)).toBe(name));
