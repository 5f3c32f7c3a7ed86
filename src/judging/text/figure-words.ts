/** The closed lists that `figures` reads by in every language: currencies as in ISO 4217, units as in SI and data sizes. */

/** A lone "$" is the dollar of no one country. */
export const CURRENCY_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['$', '$'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₿', 'BTC'],
]);

export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  `AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW MXN MYR NOK NZD PHP PLN RON RUB SEK SGD THB TRY TWD
   USD ZAR`.split(/\s+/),
);

export const UNITS: ReadonlySet<string> = new Set(
  `mm cm km ha mg kg lb oz ml hz khz mhz ghz kw mw gw tw kwh mwh gwh twh bit bits kb mb gb tb pb kib mib gib tib bps kbps
   mbps gbps ms min px dpi fps nm µm`.split(/\s+/),
);

/** Units of one letter: only where they touch the number. */
export const SHORT_UNITS: ReadonlySet<string> = new Set(['x', 'm', 'g', 't', 'l', 's', 'h', 'W', 'V']);
