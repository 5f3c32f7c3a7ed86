import { argumentsOf, type Shape, type ShapeField } from '../../graphql/plans/shape.js';
import { NotPlanned } from '../../graphql/plans/not-planned.js';
import { leafOf, quote, writeList, writeObject, type Leaves, type Write } from '../../graphql/plans/write.js';
import type { Connection, Edge, PageInfo } from '../../graphql/connection.js';
import type { FindingState } from '../../database/codes.js';
import type { Texts } from '../../database/workspace-connection.js';
import type { Rule } from '../../findings/finding.type.js';
import {
  ARTICLE_FIELDS,
  CITATION_FIELDS,
  CLAIM_FIELDS,
  CLAIM_TEXT_FIELDS,
  FINDING_FIELDS,
  PUBLISHER_FIELDS,
  SELECTOR_FIELDS,
  SOURCE_FIELDS,
} from './claim-fields.js';
import type { ClaimParts, ClaimTexts } from './claim-parts.js';

type WriteRow = Write<Texts>;

/** Writes connections of claims in one shape, and notes in `parts` what that needs. */
export class ClaimWriter {
  /** @param ruleOf the rule with an id */
  constructor(
    private readonly parts: ClaimParts,
    private readonly ruleOf: (id: string) => Rule,
  ) {}

  /** @throws NotPlanned where a field is one that only resolvers answer */
  connection(shape: Shape): Write<Connection<ClaimTexts>> {
    return writeObject<Connection<ClaimTexts>>(shape, (field) => {
      if (field.name === 'pageInfo') {
        const write = pageInfo(shape.under(field));
        return (connection) => write(connection.pageInfo);
      }
      if (field.name !== 'edges') throw new NotPlanned(field.name);
      const write = this.edge(shape.under(field));
      return (connection) => writeList(connection.edges, write);
    });
  }

  private edge(shape: Shape): Write<Edge<ClaimTexts>> {
    return writeObject<Edge<ClaimTexts>>(shape, (field) => {
      if (field.name === 'cursor') return ({ cursor }) => quote(cursor);
      if (field.name !== 'node') throw new NotPlanned(field.name);
      const write = this.claim(shape.under(field));
      return ({ node }) => write(node);
    });
  }

  private claim(shape: Shape): Write<ClaimTexts> {
    return writeObject<ClaimTexts>(shape, (field) => {
      switch (field.name) {
        case 'citations':
          return this.citations(shape.under(field));
        case 'findings':
          return this.findings(field, shape.under(field));
        default: {
          const write = this.claimField(shape, field);
          return ({ row }) => write(row);
        }
      }
    });
  }

  private claimField(shape: Shape, field: ShapeField): WriteRow {
    const { claim, text } = this.parts;
    if (field.name === 'article') return fieldsOf(shape.under(field), ARTICLE_FIELDS, this.parts.article);
    if (field.name === 'selector') return fieldsOf(shape.under(field), SELECTOR_FIELDS, text);
    if (field.name === 'notAssessed') return notAssessed(shape.under(field), claim('not_assessed'));
    if (Object.hasOwn(CLAIM_TEXT_FIELDS, field.name)) return leafOf(CLAIM_TEXT_FIELDS, field)(text);
    return leafOf(CLAIM_FIELDS, field)(claim);
  }

  private citations(shape: Shape): Write<ClaimTexts> {
    this.parts.hasCitations = true;
    const write = writeObject<Texts>(shape, (field) =>
      field.name === 'source' ? this.source(shape.under(field)) : leafOf(CITATION_FIELDS, field)(this.parts.citation),
    );
    const place = this.parts.citationWrites.push(write) - 1;
    return ({ citations }) => `[${citations[place]?.join(',') ?? ''}]`;
  }

  private source(shape: Shape): WriteRow {
    const named = this.parts.citation('source_id');
    // Its own id tells that its row is read, whatever else is asked for.
    this.parts.source('id');
    return unlessNull(
      named,
      writeObject<Texts>(shape, (field) =>
        field.name === 'publisher'
          ? this.publisher(shape.under(field))
          : leafOf(SOURCE_FIELDS, field)(this.parts.source),
      ),
    );
  }

  private publisher(shape: Shape): WriteRow {
    const named = this.parts.source('publisher_id');
    this.parts.publisher('id');
    return unlessNull(named, fieldsOf(shape, PUBLISHER_FIELDS, this.parts.publisher));
  }

  private findings(field: ShapeField, shape: Shape): Write<ClaimTexts> {
    const place =
      this.parts.states.push((variables) => (argumentsOf(field, variables)['state'] ?? null) as FindingState | null) -
      1;
    const write = writeObject<Texts>(shape, (own) => {
      if (own.name === 'selector') return this.findingSelector(shape.under(own));
      if (own.name === 'rule') return this.rule(shape.under(own));
      return leafOf(FINDING_FIELDS, own)(this.parts.finding);
    });
    this.parts.findingWrites.push(write);
    return ({ findings }) => `[${findings[place]?.join(',') ?? ''}]`;
  }

  private findingSelector(shape: Shape): WriteRow {
    const at = { exact: this.parts.finding('exact'), prefix: 0, suffix: 0 };
    for (const column of ['prefix', 'suffix'] as const) at[column] = this.parts.finding(column);
    const write = writeObject<Texts>(shape, (field) => {
      // Where there is a place there is one of these, were it empty.
      if (field.name === 'prefix' || field.name === 'suffix') {
        const own = at[field.name];
        return (row) => quote(row[own] ?? '');
      }
      return leafOf(SELECTOR_FIELDS, field)(this.parts.finding);
    });
    return unlessNull(at.exact, write);
  }

  /** Each rule is written once. */
  private rule(shape: Shape): WriteRow {
    const at = this.parts.finding('rule');
    const write = writeObject<Rule>(shape, ({ name }) => {
      if (!isRuleField(name)) throw new NotPlanned(name);
      return (rule) => JSON.stringify(rule[name]);
    });
    const written = new Map<string, string>();
    return (row) => {
      const id = row[at] ?? '';
      let text = written.get(id);
      if (text === undefined) {
        text = write(this.ruleOf(id));
        if (written.size < KEPT_RULES) written.set(id, text);
      }
      return text;
    };
  }
}

/** Rules whose text is kept; plugins may have brought, and taken away, any number. */
const KEPT_RULES = 500;

const RULE_FIELDS = ['id', 'title', 'description', 'bearings', 'version'] as const;

const isRuleField = (name: string): name is (typeof RULE_FIELDS)[number] =>
  (RULE_FIELDS as readonly string[]).includes(name);

/** An object that consists of fields of one table. */
const fieldsOf = <R extends object>(
  shape: Shape,
  leaves: Leaves<R>,
  slot: (column: keyof R & string) => number,
): WriteRow => writeObject<Texts>(shape, (field) => leafOf(leaves, field)(slot));

const unlessNull =
  (at: number, write: WriteRow): WriteRow =>
  (row) =>
    row[at] == null ? 'null' : write(row);

function pageInfo(shape: Shape): Write<PageInfo> {
  return writeObject<PageInfo>(shape, ({ name }) => {
    if (name === 'hasNextPage' || name === 'hasPreviousPage') return (info) => String(info[name]);
    if (name === 'startCursor' || name === 'endCursor') return (info) => quote(info[name]);
    throw new NotPlanned(name);
  });
}

function notAssessed(shape: Shape, at: number): WriteRow {
  const write = writeObject<Readonly<Record<string, unknown>>>(shape, ({ name }) => {
    if (name !== 'rule' && name !== 'reason') throw new NotPlanned(name);
    return (each) => quote(each[name] as string);
  });
  return (row) => {
    const text = row[at];
    // Nearly every claim is assessed by all rules.
    return text == null || text === '[]' ? '[]' : writeList(JSON.parse(text) as Record<string, unknown>[], write);
  };
}
