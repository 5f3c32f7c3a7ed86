/** The closed lists that `figures` reads by. English; currencies as in ISO 4217, units as in SI and data sizes. */

export const MONTHS: ReadonlyMap<string, string> = new Map(
  `january february march april may june july august september october november december`
    .split(' ')
    .flatMap((name, i) =>
      [name, name.slice(0, 3), ...(name === 'september' ? ['sept'] : [])].map((n) => [n, i] as const),
    )
    .map(([name, i]) => [name, String(i + 1).padStart(2, '0')] as const),
);

/** "One" is left out where it stands alone; see `figures`. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen`
    .split(/\s+/)
    .map((word, i) => [word, i] as const),
  ...`twenty thirty forty fifty sixty seventy eighty ninety`.split(' ').map((word, i) => [word, (i + 2) * 10] as const),
  ['dozen', 12],
]);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['billion', 1e9],
  ['b', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
]);

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

export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['dollar', '$'],
  ['dollars', '$'],
  ['us dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pounds sterling', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rupees', 'INR'],
  ['francs', 'CHF'],
  ['swiss francs', 'CHF'],
]);

export const UNITS: ReadonlySet<string> = new Set(
  `mm cm km ha mg kg lb oz ml hz khz mhz ghz kw mw gw tw kwh mwh gwh twh bit bits kb mb gb tb pb kib mib gib tib bps kbps
   mbps gbps ms min px dpi fps nm µm`.split(/\s+/),
);

/** Units of one letter: only where they touch the number. */
export const SHORT_UNITS: ReadonlySet<string> = new Set(['x', 'm', 'g', 't', 'l', 's', 'h', 'W', 'V']);

/** Nouns that number things rather than count them: "phase 2", "section 12". */
export const DESIGNATORS: ReadonlySet<string> = new Set(
  `annex appendix article chapter class clause column day exhibit figure footnote gate grade item layer level line no number
   page paragraph part phase platform point room round rule season section series session stage step table task tier type
   unit version volume week year zone`.split(/\s+/),
);
