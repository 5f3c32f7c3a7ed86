import { LineIndex } from '../../reading/line-index.js';
import { UnreadableRecordsError } from './record-format.js';

/** An entry of a BibTeX file as it stands there: names of fields in lower case, values in TeX. */
export interface BibtexEntry {
  /** "article", lower case. */
  readonly type: string;
  readonly key: string | null;
  /** Of the last of several fields of one name. */
  readonly fields: ReadonlyMap<string, string>;
  /** What is wrong with it; then its fields are those before the mistake. */
  readonly mistake: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a BibTeX or BibLaTeX file: its entries with their names expanded (`@string`). What stands between entries is no
 * part of them. An entry with a mistake ends where the next line begins with "@".
 *
 * @throws UnreadableRecordsError for a text without any entry
 */
export function readBibtexFile(text: string): BibtexEntry[] {
  const strings = new Map(MONTHS.map((name, i) => [name, String(i + 1)]));
  const entries: BibtexEntry[] = [];
  let index: LineIndex | null = null;
  const lines = (): LineIndex => (index ??= new LineIndex(text));
  const begin = /@[ \t]*([a-zA-Z]{1,40})\s{0,80}([{(])/g;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const type = found[1]!.toLowerCase();
    const reader = new EntryReader(text, begin.lastIndex, found[2] === '{' ? '}' : ')', strings, lines);
    if (type === 'comment' || type === 'preamble') reader.skip();
    else if (type === 'string') for (const [name, value] of reader.body(false).fields) strings.set(name, value);
    else entries.push({ type, ...reader.body(true) });
    begin.lastIndex = reader.at;
  }
  if (entries.length === 0) throw new UnreadableRecordsError('has no entry of BibTeX; one begins with "@article{key,"');
  return entries;
}

/** Thrown for what is wrong within an entry. */
class Mistake extends Error {}

class EntryReader {
  constructor(
    private readonly text: string,
    public at: number,
    private readonly close: string,
    private readonly strings: ReadonlyMap<string, string>,
    private readonly lines: () => LineIndex,
  ) {}

  /** @param keyed whether a key stands first */
  body(keyed: boolean): Omit<BibtexEntry, 'type'> {
    const fields = new Map<string, string>();
    let key: string | null = null;
    try {
      if (keyed) {
        key = this.match(/\s{0,1000}([^\s,{}()=]{0,300})\s{0,1000}(?=[,})])/y)?.[1] || null;
        if (key === null) throw new Mistake('has no key: write "@article{key,"');
      }
      for (;;) {
        this.match(/[\s,]*/y);
        if (this.text[this.at] === this.close) break;
        const name = this.match(/([^\s,{}()="#%]{1,100})\s*=\s*/y)?.[1]?.toLowerCase();
        if (name === undefined) throw new Mistake('a field must read "name = {value}"');
        fields.set(name, this.value(name));
        const next = this.match(/\s*([,})])/y)?.[1];
        if (next === this.close) return { key, fields, mistake: null };
        if (next !== ',') throw new Mistake(`a comma is missing behind the field "${name.slice(0, 40)}"`);
      }
      this.at++;
      return { key, fields, mistake: null };
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      const line = this.lines().lineOf(this.at);
      this.recover();
      return { key, fields, mistake: `line ${line}: ${error.message}` };
    }
  }

  /** Past a comment or preamble: to the brace that ends it; one in parentheses ends with its line. */
  skip(): void {
    if (this.close !== '}') return this.recover();
    try {
      this.at--;
      this.balanced('}', 'comment');
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      this.recover();
    }
  }

  /** `{…}`, `"…"`, a number or a name, joined by `#`. */
  private value(field: string): string {
    let whole = '';
    for (;;) {
      const sign = this.text[this.at];
      if (sign === '{') whole += this.balanced('}', field);
      else if (sign === '"') whole += this.balanced('"', field);
      else {
        const name = this.match(/[^\s,{}()="#]{1,300}/y)?.[0];
        if (name === undefined) throw new Mistake(`the field "${field.slice(0, 40)}" has no value`);
        const known = /^\d+$/.test(name) ? name : this.strings.get(name.toLowerCase());
        if (known === undefined)
          throw new Mistake(`nothing is called ${name.slice(0, 40)}; give it with @string, or quote it`);
        whole += known;
      }
      if (!this.match(/\s*#\s*/y)) return whole;
    }
  }

  /** To the sign that ends it, outside of braces; the place is then behind that. */
  private balanced(end: '}' | '"', field: string): string {
    const from = this.at + 1;
    const sign = /\\[^]|[{}"]/g;
    sign.lastIndex = from;
    let depth = 0;
    for (let found = sign.exec(this.text); found; found = sign.exec(this.text)) {
      const [what] = found;
      if (depth === 0 && what === end) {
        this.at = found.index + 1;
        return this.text.slice(from, found.index);
      }
      if (what === '{') depth++;
      else if (what === '}') depth--;
      if (depth < 0) break;
    }
    throw new Mistake(`the field "${field.slice(0, 40)}" does not end: a brace or quotation mark is missing`);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** To the next line that begins with an entry. */
  private recover(): void {
    const next = /[\r\n][ \t]*@/g;
    next.lastIndex = this.at;
    const found = next.exec(this.text);
    this.at = found ? found.index + 1 : this.text.length;
  }
}
