import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import ts from 'typescript';

const SCHEMA = buildSchema(readFileSync(new URL('../src/graphql/schema.graphql', import.meta.url), 'utf8'));
/** What is answered is not how things are: nothing of it may be shown as the object that it speaks of. */
const WHAT_WOULD_BE: ReadonlySet<string> = new Set(['previewAttachSource']);

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Which objects of a document could roll others back, or be rolled back, in the cache: a line for each. */
function faultsOf(document: DocumentNode, fragments: Fragments): string[] {
  const faults: string[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      const type = SCHEMA.getType(definition.typeCondition.name.value)!;
      look(type, definition.selectionSet, definition.name.value);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      look(SCHEMA.getRootType(definition.operation)!, definition.selectionSet, definition.name?.value ?? 'unnamed');
    }
  }
  return faults;

  function look(type: GraphQLNamedType, { selections }: SelectionSetNode, at: string): void {
    check(type, { kind: Kind.SELECTION_SET, selections }, at);
    for (const each of selections) {
      if (each.kind === Kind.INLINE_FRAGMENT) {
        const inner = each.typeCondition ? SCHEMA.getType(each.typeCondition.name.value)! : type;
        // What is asked of the interface is asked of each object.
        const outer = isInterfaceType(type) ? selections.filter((other) => other.kind === Kind.FIELD) : [];
        look(inner, { kind: Kind.SELECTION_SET, selections: [...outer, ...each.selectionSet.selections] }, at);
      } else if (each.kind === Kind.FIELD && each.selectionSet && (isObjectType(type) || isInterfaceType(type))) {
        const name = each.name.value;
        if (WHAT_WOULD_BE.has(name)) continue;
        look(getNamedType(type.getFields()[name]!.type), each.selectionSet, `${at}.${name}`);
      }
    }
  }

  function check(type: GraphQLNamedType, selectionSet: SelectionSetNode, at: string): void {
    if (!isVersioned(type)) return;
    const asked = fieldsOf(selectionSet, fragments);
    const changing = [...asked].filter((name) => isChanging(type, name));
    if (changing.length === 0) return;
    for (const name of ['id', 'version']) {
      if (!asked.has(name)) faults.push(`${at}: ${type.name} is asked for ${changing.join(', ')} without ${name}`);
    }
  }
}

/** Whether its version counts its changes. That of a rule counts those of its code, and nothing else of it does. */
const isVersioned = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && 'version' in type.getFields() && type.getInterfaces().some(({ name }) => name === 'Node');

/** A page of a list is not of the version of what it is asked of. */
const isChanging = (type: GraphQLObjectType, field: string): boolean => {
  if (['id', 'version', '__typename'].includes(field)) return false;
  return !getNamedType(type.getFields()[field]!.type).name.endsWith('Connection');
};

/** Names of what is asked for of one object, in fragments too. */
function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments): Set<string> {
  return new Set(
    selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [each.name.value];
      if (each.kind === Kind.INLINE_FRAGMENT)
        return each.typeCondition ? [] : [...fieldsOf(each.selectionSet, fragments)];
      return [...fieldsOf(fragments.get(each.name.value)!.selectionSet, fragments)];
    }),
  );
}

/** The texts given to `graphql(…)` in a source. */
function documentsIn(source: string): DocumentNode[] {
  const found: DocumentNode[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'graphql') {
      const [text] = node.arguments;
      if (text && ts.isNoSubstitutionTemplateLiteral(text)) found.push(parse(text.text));
    }
    ts.forEachChild(node, look);
  };
  const file = ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  look(file);
  return found;
}

const fragmentsIn = (documents: readonly DocumentNode[]): readonly FragmentDefinitionNode[] =>
  documents.flatMap(({ definitions }) => definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION));

const byName = (fragments: readonly FragmentDefinitionNode[]): Fragments =>
  new Map(fragments.map((each) => [each.name.value, each]));

const WEB = import.meta.dirname;
const DOCUMENTS = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.spec.'))
  .flatMap((path) => documentsIn(readFileSync(join(WEB, path), 'utf8')));

describe('what the console asks for', () => {
  it('is found in its sources', () => expect(DOCUMENTS.length).toBeGreaterThan(50));

  it('has each fragment under a name of its own', () => {
    const names = fragmentsIn(DOCUMENTS).map(({ name }) => name.value);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  });

  it('has id and version of whatever is shown and can change, so that what is older is held back', () => {
    const fragments = byName(fragmentsIn(DOCUMENTS));
    expect(DOCUMENTS.flatMap((each) => faultsOf(each, fragments))).toEqual([]);
  });
});

describe('the check', () => {
  const faults = (text: string): string[] => {
    const document = parse(text);
    return faultsOf(document, byName(fragmentsIn([document])));
  };

  it('finds what is asked for without a version, however deep', () => {
    expect(faults('query Q { claims { edges { node { id version article { id title } } } } }')).toEqual([
      'Q.claims.edges.node.article: Article is asked for title without version',
    ]);
    expect(faults('query Q($id: ID!) { node(id: $id) { id ... on Claim { text } } }')).toEqual([
      'Q.node: Claim is asked for text without version',
    ]);
    expect(faults('fragment F on Claim { text }')).toHaveLength(2);
  });

  it('takes what a fragment asks for as asked for', () => {
    const rows = 'query Q { claims { edges { node { ...Row text } } } }';
    expect(faults(`${rows} fragment Row on Claim { id version }`)).toEqual([]);
    expect(faults(`${rows} fragment Row on Claim { id }`)).toHaveLength(1);
  });

  it('lets pass what has nothing that changes: identity, pages, rules, and what would be', () => {
    for (const text of [
      'query Q { claims { edges { node { id } } } }',
      'query Q($id: ID!) { article(id: $id) { id claims { edges { node { id } } } } }',
      'query Q { rules { id title } }',
      'query Q($input: AttachSourceInput!) { previewAttachSource(input: $input) { claim { standing } } }',
    ]) {
      expect(faults(text)).toEqual([]);
    }
  });
});
