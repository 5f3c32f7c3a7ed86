import type { IncomingHttpHeaders } from 'node:http';
import { baseUrlOfSocket } from './base-url.js';

const isTrusted = (address: string): boolean => address === '10.0.0.1';
const of = (remoteAddress: string | undefined, headers: IncomingHttpHeaders, rest: object = {}): string =>
  baseUrlOfSocket({ headers: { host: 'inside:3000', ...headers }, socket: { remoteAddress, ...rest } }, isTrusted);
const FORWARDED = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'obelus.example' };

it('is what the client asked', () => {
  expect(of('192.0.2.7', {})).toBe('http://inside:3000');
  expect(of('192.0.2.7', {}, { encrypted: true })).toBe('https://inside:3000');
});

it('is what a trusted proxy says it asked, of several the nearest', () => {
  expect(of('10.0.0.1', FORWARDED)).toBe('https://obelus.example');
  expect(of('10.0.0.1', { 'x-forwarded-proto': 'http, https' })).toBe('https://inside:3000');
  expect(of('10.0.0.1', { 'x-forwarded-proto': '' })).toBe('http://inside:3000');
});

it('nobody else is believed', () => {
  expect(of('192.0.2.7', FORWARDED)).toBe('http://inside:3000');
  expect(of(undefined, FORWARDED)).toBe('http://inside:3000');
});
