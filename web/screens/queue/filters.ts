import type { ClaimFilter, Priority, Standing } from '../../api/graphql.js';
import { STANDINGS, UNSUPPORTED } from '../../parts/standing.js';
import { searchWith, type AddressChanges } from '../../parts/search-with.js';

/** Whose claims: the viewer's own, those of nobody, or those of a member by id. */
export type Whose = 'me' | 'nobody' | (string & {});

/** What the queue shows. It is all in the address, so that a link shows the same. */
export interface QueueFilters {
  readonly standings: readonly Standing[];
  readonly rules: readonly string[];
  readonly article: string | null;
  readonly desk: string | null;
  readonly assignee: Whose | null;
  readonly priorities: readonly Priority[];
  /** Words of the claim's text, as the API reads them. */
  readonly words: string;
}

/** Filters by others, made of those that are in the address now: what is drawn may be some changes behind. */
export type FilterBy = (next: (now: QueueFilters) => QueueFilters) => void;

export const PRIORITIES = ['HIGH', 'NORMAL', 'LOW'] as const satisfies readonly Priority[];

const DEFAULT_STANDINGS = STANDINGS.filter((standing) => UNSUPPORTED.has(standing));

export const NO_FILTERS: QueueFilters = {
  standings: DEFAULT_STANDINGS,
  rules: [],
  article: null,
  desk: null,
  assignee: null,
  priorities: [],
  words: '',
};

/** Names of what filters, in the address. */
const [STANDING, RULE, ARTICLE, DESK, ASSIGNEE, PRIORITY, WORDS] = [
  'standing',
  'rule',
  'article',
  'desk',
  'assignee',
  'priority',
  'q',
] as const;

/** What an address says. What it says wrongly is left out. */
export function readFilters(address: URLSearchParams): QueueFilters {
  const listed = <Value extends string>(name: string, of: readonly Value[]): readonly Value[] => {
    const given = split(address.get(name));
    return of.filter((value) => given.includes(value));
  };
  const standings = listed(STANDING, STANDINGS);
  return {
    standings: standings.length > 0 ? standings : DEFAULT_STANDINGS,
    rules: split(address.get(RULE)),
    article: address.get(ARTICLE) || null,
    desk: address.get(DESK) || null,
    assignee: address.get(ASSIGNEE) || null,
    priorities: listed(PRIORITY, PRIORITIES),
    words: address.get(WORDS)?.trim() ?? '',
  };
}

const split = (list: string | null): string[] => (list ?? '').split(',').filter((each) => each !== '');

/** What an address says of filters. Those that are as they are at first are taken out of it. */
export const inAddress = (filters: QueueFilters): AddressChanges => ({
  [STANDING]: isDefault(filters.standings) ? null : filters.standings.join(),
  [RULE]: filters.rules.join() || null,
  [ARTICLE]: filters.article,
  [DESK]: filters.desk,
  [ASSIGNEE]: filters.assignee,
  [PRIORITY]: filters.priorities.join() || null,
  [WORDS]: filters.words || null,
});

/** The address of filters alone, without "?"; empty where nothing is filtered. */
export const addressOf = (filters: QueueFilters): string => searchWith('', inAddress(filters));

const isDefault = (standings: readonly Standing[]): boolean => standings.join() === DEFAULT_STANDINGS.join();

/** What is asked of the API. @param me the viewer's member */
export function claimFilter(filters: QueueFilters, me: string): ClaimFilter {
  const { standings, rules, article, desk, assignee, priorities, words } = filters;
  return {
    standings: [...standings],
    ...(rules.length > 0 && { rules: [...rules] }),
    ...(article !== null && { articleIds: [article] }),
    ...(desk !== null && { desk }),
    ...(assignee === 'nobody' && { unassigned: true }),
    ...(assignee !== null && assignee !== 'nobody' && { assignee: assignee === 'me' ? me : assignee }),
    ...(priorities.length > 0 && { priority: [...priorities] }),
    ...(words !== '' && { text: words }),
  };
}

/** As much of a claim as filters look at. */
export interface FilteredClaim {
  readonly text: string;
  readonly standing: Standing;
  readonly priority: Priority;
  readonly article: { readonly id: string; readonly desk: string | null };
  readonly assignee: { readonly id: string } | null;
  readonly findings: readonly { readonly rule: { readonly id: string } }[];
}

/**
 * Whether a claim that changed belongs into the list. Words are the server's to find, in all their forms; here a claim
 * that has them as they are typed is taken for one that does.
 */
export function matches(claim: FilteredClaim, filters: QueueFilters, me: string): boolean {
  const { standings, rules, article, desk, assignee, priorities, words } = filters;
  const text = claim.text.toLowerCase();
  return (
    standings.includes(claim.standing) &&
    (rules.length === 0 || claim.findings.some(({ rule }) => rules.includes(rule.id))) &&
    (article === null || claim.article.id === article) &&
    (desk === null || claim.article.desk === desk) &&
    isWhose(claim, assignee, me) &&
    (priorities.length === 0 || priorities.includes(claim.priority)) &&
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

function isWhose({ assignee }: FilteredClaim, whose: Whose | null, me: string): boolean {
  if (whose === null) return true;
  if (whose === 'nobody') return assignee === null;
  return assignee?.id === (whose === 'me' ? me : whose);
}

/** Shows or hides a standing; the last one stays, for nothing at all is no list. */
export function toggleStanding(filters: QueueFilters, standing: Standing): QueueFilters {
  const isShown = filters.standings.includes(standing);
  const standings = STANDINGS.filter((each) => (each === standing ? !isShown : filters.standings.includes(each)));
  return standings.length === 0 ? filters : { ...filters, standings };
}

/** How many filters there are beside standings and words, which are always seen. */
export const hiddenFilters = ({ rules, article, desk, assignee, priorities }: QueueFilters): number =>
  [rules.length > 0, article !== null, desk !== null, assignee !== null, priorities.length > 0].filter(Boolean).length;

/** Whether the totals of the workspace, or of an article, are those of the list. */
export const isWholeArticles = ({ rules, desk, assignee, priorities, words }: QueueFilters): boolean =>
  rules.length === 0 && desk === null && assignee === null && priorities.length === 0 && words === '';
