import { typedSource } from './typed-source.js';

it.each([
  ['https://press.example/trams', { url: 'https://press.example/trams' }],
  ['  HTTP://press.example/a?b=c#d ', { url: 'HTTP://press.example/a?b=c#d' }],
  ['10.5555/jse.2030.0112', { doi: '10.5555/jse.2030.0112' }],
  ['doi: 10.5555/jse.2030.0112', { doi: '10.5555/jse.2030.0112' }],
  ['https://doi.org/10.5555/jse.2030.0112', { doi: '10.5555/jse.2030.0112' }],
  ['http://dx.doi.org/10.5555/x(1)2', { doi: '10.5555/x(1)2' }],
  ['Minutes of 10.5555/a meeting', { title: 'Minutes of 10.5555/a meeting' }],
  ['javascript:alert(1)', { title: 'javascript:alert(1)' }],
  ['https://press.example/two words', { title: 'https://press.example/two words' }],
  ['10.55/short', { title: '10.55/short' }],
])('%j is %j', (text, source) => expect(typedSource(text)).toEqual(source));
