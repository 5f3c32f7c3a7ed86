import type { Severity } from '../../api/graphql.js';

export interface WaivableFinding {
  readonly id: string;
  readonly message: string;
  readonly severity: Severity;
  readonly rule: { readonly id: string; readonly title: string };
}

/** Open findings of one rule, on one claim or on several. */
export interface WaivableGroup {
  readonly key: string;
  readonly title: string;
  readonly severity: Severity;
  readonly findingIds: readonly string[];
}

const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'NOTE'];

/**
 * What can be waived together: each finding by itself where there is one claim, and all of a rule where there are more.
 * The gravest come first.
 */
export function waivableGroups(claims: readonly { readonly findings: readonly WaivableFinding[] }[]): WaivableGroup[] {
  const groups = new Map<string, WaivableGroup>();
  for (const { findings } of claims) {
    for (const { id, message, severity, rule } of findings) {
      const [key, title] = claims.length === 1 ? [id, message] : [rule.id, rule.title];
      groups.set(key, { key, title, severity, findingIds: [...(groups.get(key)?.findingIds ?? []), id] });
    }
  }
  return [...groups.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
