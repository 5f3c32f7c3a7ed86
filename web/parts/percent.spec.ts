import { setupI18n } from '@lingui/core';
import { percent } from './percent.js';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

it.each([
  [0, '0%'],
  [24 / 43, '55%'],
  [0.29, '29%'],
  [0.57, '57%'],
  [0.9999, '99%'],
  [1, '100%'],
])('%d is %s', (share, told) => expect(percent(i18n, share)).toBe(told));
