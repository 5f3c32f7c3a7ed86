import { wordSet } from './patterns.js';

/**
 * The commonest words of grammar of languages in Latin letters whose lexicons are not known here: enough to tell them from
 * those that are. By tag; after the stop lists of the Snowball project and the frequency lists of Wiktionary.
 */
export const NEIGHBOURS: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: wordSet(
    'de het een en van in is dat op te zijn met voor niet aan er om ook als maar door bij naar werd uit wordt deze',
  ),
  it: wordSet(
    'di e il la che in un una è per del della dei delle le con non si al da sono nel alla più gli ha anche come',
  ),
  pt: wordSet('de a o que e do da em um uma para com não os as no na por dos das foi mais ao se pelo pela são também'),
  ca: wordSet('de la el i que a en un una per amb del les els és dels va al com no més ser seva aquest aquesta són'),
  ro: wordSet('de și în a la cu pe din o un este care pentru nu mai au fost prin sau ca al ale lui'),
  sv: wordSet('och i att det som en på är av för med till den har de inte om ett men var från vid'),
  da: wordSet('og i at det som en på er af for med til den har de ikke om et men var fra ved blev'),
  nb: wordSet('og i at det som en på er av for med til den har de ikke om et men var fra ved ble'),
  fi: wordSet('ja on ei että se oli hän mutta ovat myös kun tai joka sen vuonna mukaan sekä kuin'),
  pl: wordSet('w i na z się do nie jest że o jak po to przez od za dla są był oraz jego ale'),
  cs: wordSet('a v se na je že s z do o i k ve pro za by byl jako po jsou které podle také'),
  hu: wordSet('a az és hogy nem is egy ez volt meg de csak még már mint van ki vagy azt által'),
  tr: wordSet('ve bir bu da de için ile olarak olan çok daha en gibi sonra kadar ise ya olduğu'),
  hr: wordSet('i u je na se da su za od s ne kao što o ili koji iz bio te bi'),
  id: wordSet('yang dan di dari untuk dengan pada ini adalah dalam tidak itu ke oleh sebagai juga akan'),
  vi: wordSet('và của là có trong được cho các một không với những người đã này khi về để'),
};
