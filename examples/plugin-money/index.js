import { amountWithoutCurrency } from './amount-without-currency.js';

/** @type {import('obelus/rules').Plugin} */
export default {
  meta: { name: 'money', version: '1.0.0' },
  rules: [amountWithoutCurrency],
};
