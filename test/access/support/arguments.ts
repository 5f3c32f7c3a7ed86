import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { NODE_CODES, type NodeType } from '../../../src/graphql/global-id.js';

const DAY_MS = 86_400_000;
/** Yesterday and tomorrow: what is made for a test happened in between. */
const [BEFORE, AFTER] = [-1, 1].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
/** Stands for an id of the caller's own workspace. */
const OWN = Symbol('an id of the own workspace');

/**
 * What is given for inputs whose type does not say enough, by "Type.field"; a field that stands here is always given.
 * A root field that needs more to get as far as looking its ids up has that added here.
 */
const SAMPLES: Readonly<Record<string, unknown>> = {
  'ImportArticleInput.slug': 'a-new-article',
  'ImportArticleInput.content': 'The tram\n\nThe tram runs at night [1].\n',
  'ImportCollectionInput.format': 'CSV',
  'ImportCollectionInput.content': 'claim,source\nThe tram runs at night,https://trams.example/report\n',
  'ImportCollectionInput.name': 'Trams',
  'PreviewTableInput.content': 'claim,source\nThe tram runs at night,https://trams.example/report\n',
  'SourceInput.title': 'Report on trams',
  'SourceInput.url': 'https://trams.example/report',
  'CaptureSnapshotInput.content': 'The tram runs at night.',
  'AttachSourceInput.source': { title: 'Report on trams', url: 'https://trams.example/report' },
  'ProposeSourceInput.source': { title: 'Report on trams', url: 'https://trams.example/report' },
  'DefineReferenceInput.source': { title: 'Report on trams', url: 'https://trams.example/report' },
  'DefineReferenceInput.number': 7,
  'AssignClaimInput.memberId': OWN,
  'UpdateClaimInput.priority': 'LOW',
  'UpdateCitationInput.note': 'Seen.',
  'UpdatePublisherInput.name': 'Another name',
  'UpdateMemberInput.name': 'Another name',
  'ConfigureRuleInput.ruleId': 'single-source',
  'ConfigureRuleInput.enabled': false,
  'CreateWebhookInput.url': 'https://hooks.example/changes',
  'Query.evidenceTrend.from': BEFORE,
  'Query.evidenceTrend.to': AFTER,
  'Query.evidenceTrend.interval': 'DAY',
};
/** Fields of which one is given, not all. */
const ONE_OF: readonly (readonly string[])[] = [
  ['AttachSourceInput.source', 'AttachSourceInput.sourceId'],
  ['ProposeSourceInput.source', 'ProposeSourceInput.sourceId'],
  ['DefineReferenceInput.source', 'DefineReferenceInput.sourceId'],
];
/** How many things a list needs to have, where one is not enough. */
const LENGTHS: Readonly<Record<string, number>> = { 'MergeClaimsInput.claimIds': 2 };
/** What ids name whose position does not say it. */
const NAMED: Readonly<Record<string, NodeType | 'any'>> = {
  'Query.node.id': 'any',
  'Query.nodes.ids': 'any',
  'Query.history.subjectId': 'any',
  'Query.article.id': 'Article',
  'ClaimFilter.assignee': 'Member',
  'HistoryFilter.actorId': 'Member',
};
const SCALARS: Readonly<Record<string, unknown>> = {
  String: 'Some words',
  Int: 1,
  Float: 0.5,
  Boolean: true,
  DateTime: '2099-01-01T00:00:00.000Z',
  URL: 'https://trams.example/report',
  JSON: {},
};

/** A place for an id in the arguments of a field. */
export interface Place {
  /** Names of arguments and fields, outermost first. */
  readonly path: readonly string[];
  readonly type: NodeType;
}

type Field = GraphQLField<unknown, unknown>;

/** Every place for an id in a field's arguments, also those that can be left out. @param root "Query" or "Mutation" */
export function placesOf(root: string, field: Field): Place[] {
  const found: Place[] = [];
  const look = (type: GraphQLInputType, position: string, path: string[], within: readonly string[]): void => {
    const inner = getNamedType(type);
    if (inner.name === 'ID') {
      const named = nodeTypeAt(position);
      const types = named === 'any' ? (Object.keys(NODE_CODES) as NodeType[]) : [named];
      found.push(...types.map((each) => ({ path, type: each })));
    }
    // A filter in a filter is looked at; one in that is the same again.
    if (!isInputObjectType(inner) || within.filter((name) => name === inner.name).length > 1) return;
    for (const each of Object.values(inner.getFields())) {
      look(each.type, `${inner.name}.${each.name}`, [...path, each.name], [...within, inner.name]);
    }
  };
  for (const { name, type } of field.args) look(type, `${root}.${field.name}.${name}`, [name], []);
  return found;
}

function nodeTypeAt(position: string): NodeType | 'any' {
  const named = NAMED[position];
  if (named) return named;
  const stem = /\.(\w+?)Ids?$/.exec(position)?.[1] ?? '';
  const type = stem.replace(/^.*(?=[A-Z])/, '').replace(/^./, (first) => first.toUpperCase());
  if (Object.hasOwn(NODE_CODES, type)) return type as NodeType;
  throw new Error(`${position} is an ID of nobody knows what: say so in NAMED of test/access/support/arguments.ts`);
}

/**
 * The arguments of a field: what is needed, what stands in `SAMPLES`, and what leads to a place.
 *
 * @param own ids of the own workspace; each is used once in a row
 * @param place where `id` is to stand; null: nowhere
 */
export function argumentsOf(
  root: string,
  field: Field,
  own: (type: NodeType) => readonly string[],
  place: Place | null,
  id: string,
): Record<string, unknown> {
  const used = new Map<NodeType, number>();
  const next = (type: NodeType): string => {
    const count = used.get(type) ?? 0;
    used.set(type, count + 1);
    const ids = own(type);
    if (ids.length === 0) throw new Error(`there is no ${type}: make one in test/access/support/two-workspaces.ts`);
    return ids[count % ids.length]!;
  };
  const valueOf = (type: GraphQLInputType, position: string, path: readonly string[] | null): unknown => {
    if (isListType(getNullableType(type))) {
      const [first, ...more] = Array.from({ length: LENGTHS[position] ?? 1 }, (_, i) =>
        one(type, position, i === 0 ? path : null),
      );
      return [first, ...more];
    }
    return one(type, position, path);
  };
  const one = (type: GraphQLInputType, position: string, path: readonly string[] | null): unknown => {
    const inner = getNamedType(type);
    if (inner.name === 'ID') {
      if (path?.length === 0) return id;
      const named = nodeTypeAt(position);
      return next(named === 'any' ? 'Claim' : named);
    }
    const sample = SAMPLES[position];
    if (sample !== undefined && sample !== OWN && path === null) return sample;
    if (isEnumType(inner)) return inner.getValues()[0]!.name;
    if (isInputObjectType(inner)) {
      const given = Object.values(inner.getFields()).filter((each) => {
        const at = `${inner.name}.${each.name}`;
        if (path?.[0] === each.name) return true;
        const rivals = ONE_OF.find((group) => group.includes(at)) ?? [];
        if (path !== null && rivals.includes(`${inner.name}.${path[0]}`)) return false;
        return (isNonNullType(each.type) && each.defaultValue === undefined) || at in SAMPLES;
      });
      return Object.fromEntries(
        given.map((each) => [
          each.name,
          valueOf(each.type, `${inner.name}.${each.name}`, path?.[0] === each.name ? path.slice(1) : null),
        ]),
      );
    }
    const scalar = SCALARS[inner.name];
    if (scalar === undefined) {
      throw new Error(`nobody knows a ${inner.name}: say one in SCALARS of test/access/support/arguments.ts`);
    }
    return scalar;
  };
  const given = field.args.filter(({ name, type }) => isNonNullType(type) || place?.path[0] === name);
  return Object.fromEntries(
    given.map(({ name, type }) => [
      name,
      valueOf(type, `${root}.${field.name}.${name}`, place?.path[0] === name ? place.path.slice(1) : null),
    ]),
  );
}
