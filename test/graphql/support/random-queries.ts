import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A query with its variables, as it is sent. */
export interface RandomQuery {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What queries may name of the data that they meet. */
export interface Known {
  readonly cursors: readonly string[];
  readonly articles: readonly string[];
  readonly sources: readonly string[];
}

/** Fields that only resolvers answer: each is asked for now and then. */
const SELDOM = 0.012;
const PLANNED: Readonly<Record<string, readonly string[]>> = {
  Query: ['claims', 'unsupportedClaims'],
  Claim:
    'id text ordinal section block attribute column value valueState selector checkable priority standing notAssessed version article citations findings'.split(
      ' ',
    ),
  Article: 'id slug title url language desk publishedAt updatedAt archivedAt version'.split(' '),
  Citation: 'id number label stance directness basis state quote locator note version source'.split(' '),
  Source: 'id title url doi publishedAt retracted csl version publisher'.split(' '),
  Publisher: 'id name owner reliability version'.split(' '),
  Finding: 'id severity bearing state selector message remedy fingerprint firstSeenAt fixedAt rule'.split(' '),
  Rule: 'id title description bearings version'.split(' '),
};
/** Where fields of Query are looked for that are not planned: one that only an ADMIN may ask for among them. */
const OTHERS = ['webhooks(first: 1) { edges { node { id } } }', 'rules { id }', '__schema { queryType { name } }'];
const DEEPEST = 7;

/** Writes queries for pages of claims, right ones and wrong ones, the same for the same seed. */
export class RandomQueries {
  private names = 0;
  private fragments: string[] = [];
  private declared = new Map<string, { type: string; value: unknown; fallback: string | null }>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    private state: number,
  ) {}

  next(): RandomQuery {
    [this.names, this.fragments, this.declared] = [0, [], new Map()];
    const type = this.schema.getQueryType();
    if (!type) throw new Error('no queries');
    const roots = Array.from({ length: this.chance(0.15) ? 2 : 1 }, () => this.root(type));
    if (this.chance(0.1)) roots.push('__typename');
    if (this.chance(0.04)) roots.push(this.oneOf(OTHERS));
    if (this.chance(0.02)) roots.push('noSuchField');
    const body = `{ ${this.wrapped(type, roots).join(' ')} }`;
    const variables: Record<string, unknown> = {};
    const declarations = [...this.declared].map(([name, { type: declared, value, fallback }]) => {
      if (value !== undefined) variables[name] = value;
      return `$${name}: ${declared}${fallback === null ? '' : ` = ${fallback}`}`;
    });
    if (this.chance(0.03)) variables['unknown'] = 1;
    const head =
      declarations.length > 0
        ? `query Q(${declarations.join(', ')}) `
        : this.oneOf(['', 'query ', 'query Q ', 'query Q @skip(if: false) '].slice(0, 3));
    return { query: [head + body, ...this.fragments].join('\n'), variables };
  }

  private root(type: GraphQLObjectType): string {
    const name = this.oneOf(PLANNED['Query'] ?? []);
    return this.alias() + name + this.pageArguments() + this.directives() + this.below(type.getFields()[name], 1);
  }

  private pageArguments(): string {
    const given: string[] = [];
    const order = this.oneOf(['RANK', 'READING_ORDER', 'CHANGED']);
    if (this.chance(0.6)) given.push(`first: ${this.value('Int', this.oneOf([0, 1, 2, 3, 5, 8]))}`);
    else if (this.chance(0.4)) given.push(`last: ${this.value('Int', this.oneOf([1, 2, 4, 7]))}`);
    if (this.chance(0.02)) given.push(this.oneOf(['first: -1', 'last: 101', 'first: "2"', 'first: null', 'nth: 3']));
    for (const side of ['after', 'before'])
      if (this.chance(0.2)) given.push(`${side}: ${this.value('String', this.cursor())}`);
    if (this.chance(0.3)) given.push(`orderBy: ${this.value('ClaimOrder', order)}`);
    if (this.chance(0.35)) given.push(`filter: ${this.value('ClaimFilter', this.filter(0))}`);
    const names = given.map((each) => each.split(':')[0]);
    const once = given.filter((_, i) => names.indexOf(names[i]) === i);
    return once.length === 0 ? '' : `(${once.join(', ')})`;
  }

  private cursor(): unknown {
    if (this.chance(0.05)) return this.oneOf(['', 'x', 'bm8', 'null', null]);
    return this.oneOf(this.known.cursors);
  }

  private filter(depth: number): unknown {
    const parts: Record<string, () => unknown> = {
      standings: () => this.some(['MISSING', 'WEAK', 'CITED', 'ADEQUATE', 'NOT_CHECKABLE']).map(asEnum),
      priority: () => this.some(['HIGH', 'NORMAL', 'LOW']).map(asEnum),
      blocks: () => this.some(['PARAGRAPH', 'CELL', 'FIELD']).map(asEnum),
      severities: () => this.some(['ERROR', 'WARNING', 'NOTE']).map(asEnum),
      rules: () => this.some(['uncited-claim', 'dangling-citation', 'no-rule']),
      articleIds: () => this.some(this.known.articles),
      sourceId: () => this.oneOf([...this.known.sources, ...this.known.articles.slice(0, 1)]),
      checkable: () => this.chance(0.5),
      unassigned: () => this.chance(0.5),
      waived: () => this.chance(0.5),
      desk: () => this.oneOf(['City', 'Sport', 'a\u0000b']),
      section: () => this.oneOf(['Part 1', 'Part "2"', '']),
      text: () => this.oneOf(['herons', 'trams -herons', ' ', '"about trams"']),
      citedNumber: () => this.oneOf([1, 2, 99]),
      changedSince: () => this.oneOf(['2020-01-01T00:00:00Z', '2099-01-01T00:00:00+02:00', 'soon']),
      valueStates: () => this.some(['BLANK', 'PRESENT']).map(asEnum),
    };
    const chosen: Record<string, unknown> = {};
    for (const name of this.some(Object.keys(parts)).slice(0, 2)) chosen[name] = parts[name]?.();
    if (depth < 5 && this.chance(0.3)) chosen['or'] = [this.filter(depth + 1), this.filter(depth + 1)];
    if (depth < 5 && this.chance(0.2)) chosen['not'] = this.filter(depth + 1);
    if (this.chance(0.02)) chosen['standings'] = [];
    return chosen;
  }

  /** What is asked of the objects in a field; nothing of a leaf. */
  private below(field: GraphQLField<unknown, unknown> | undefined, depth: number): string {
    const type = field && getNamedType(field.type);
    if (!type || !isCompositeType(type)) return '';
    if (!isObjectType(type) || depth > DEEPEST) return ' { __typename }';
    const known = PLANNED[type.name];
    const fields = Object.values(type.getFields()).filter(({ name }) => !known || known.includes(name));
    const others = Object.values(type.getFields()).filter((each) => !fields.includes(each));
    const asked = fields.filter(() => this.chance(type.name.endsWith('Connection') ? 0.85 : 0.35));
    if (type.name.endsWith('Edge') && this.chance(0.9)) asked.push(...fields.filter(({ name }) => name === 'node'));
    const texts = [...new Set(asked)].map((each) => this.field(each, depth));
    for (const other of others) if (this.chance(SELDOM)) texts.push(this.field(other, depth));
    if (this.chance(0.12)) texts.push(`${this.alias()}__typename${this.directives()}`);
    // The same once more, which is one field of the answer.
    const [first] = asked;
    if (first && this.chance(0.08) && first.args.length === 0) texts.push(first.name + this.below(first, depth + 1));
    if (this.chance(0.002)) texts.push('noSuchField');
    return ` { ${this.wrapped(type, texts.length > 0 ? texts : ['__typename']).join(' ')} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.flatMap(({ name, type }) => {
      const named = getNamedType(type);
      if (name === 'first') return ['first: 1'];
      if (isEnumType(named) && !isListType(getNullableType(type)) && this.chance(0.6)) {
        const value = this.chance(0.2) ? null : asEnum(this.oneOf(named.getValues().map((each) => each.name)));
        return [`${name}: ${this.value(named.name, value)}`];
      }
      return [];
    });
    // Two `findings` with other arguments have other names.
    const alias = field.args.length > 0 ? `a${this.names++}: ` : this.alias();
    const text = alias + field.name + (given.length > 0 ? `(${given.join(', ')})` : '') + this.directives();
    return text + this.below(field, depth + 1);
  }

  /** Puts some of the fields of an object into fragments. */
  private wrapped(type: GraphQLObjectType, fields: readonly string[]): string[] {
    if (!this.chance(0.3)) return [...fields];
    const at = Math.floor(this.random() * fields.length);
    const [before, inside] = [fields.slice(0, at), fields.slice(at)];
    const condition = this.oneOf([`on ${type.name} `, `on ${type.name} `, '']);
    if (this.chance(0.5)) return [...before, `... ${condition}${this.directives()} { ${inside.join(' ')} }`];
    const name = `F${this.names++}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${inside.join(' ')} }`);
    const spread = `...${name}${this.directives()}`;
    return this.chance(0.2) ? [spread, ...before, spread] : [...before, spread];
  }

  private alias(): string {
    return this.chance(0.15) ? `a${this.names++}: ` : '';
  }

  private directives(): string {
    if (!this.chance(0.08)) return '';
    const name = this.oneOf(['include', 'skip']);
    const likely = name === 'include' ? this.chance(0.7) : this.chance(0.3);
    return ` @${name}(if: ${this.value('Boolean!', likely)})`;
  }

  /** A value as it stands in the document: written out, or a variable, or one with a default. */
  private value(type: string, value: unknown): string {
    if (this.chance(0.5)) return literal(value);
    const name = `v${this.names++}`;
    const wrong = this.chance(0.01) ? { nonsense: true } : value;
    if (value !== null && this.chance(0.2) && !type.endsWith('!')) {
      this.declared.set(name, { type, value: this.chance(0.5) ? undefined : plain(wrong), fallback: literal(value) });
    } else this.declared.set(name, { type, value: plain(wrong), fallback: null });
    return `$${name}`;
  }

  private some<T>(all: readonly T[]): T[] {
    const first = this.oneOf(all);
    return [first, ...all.filter((each) => each !== first && this.chance(0.15))];
  }

  private oneOf<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T;
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** Mulberry32. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** A value that has no quotes in a document. */
class Name {
  constructor(readonly name: string) {}
}
const asEnum = (name: string): Name => new Name(name);

function literal(value: unknown): string {
  if (value instanceof Name) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literal(each)}`)
      .join(', ')} }`;
  }
  // An order stands without quotes, too.
  return typeof value === 'string' && ORDERS.has(value) ? value : JSON.stringify(value);
}

const ORDERS = new Set(['RANK', 'READING_ORDER', 'CHANGED']);

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, each: unknown) => (each instanceof Name ? each.name : each)));
}
