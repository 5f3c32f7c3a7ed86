/**
 * What a rule is written with: `import { … } from 'obelus/rules'`. Together with `obelus/rule-tester` this is all that
 * is promised to plugins; see docs/plugins.md.
 */
export { CLEAR, NOT_APPLICABLE, notAssessed, READS } from '../judging/rule.js';
export type {
  ArticleRule,
  Bearing,
  CitationTotal,
  ClaimRule,
  Clear,
  FindingOutcome,
  NotApplicable,
  NotAssessed,
  Outcome,
  QuoteUse,
  Reads,
  Rule,
  RuleContext,
  RuleMeta,
  Threshold,
} from '../judging/rule.js';
export type { Plugin, PluginMeta } from '../judging/plugin.js';
export { isUsable } from '../judging/evidence.js';
export type {
  Article,
  Basis,
  BlockKind,
  Citation,
  Claim,
  ClaimHistory,
  Directness,
  EditorTag,
  EditorTagKind,
  Hole,
  Marker,
  MarkerProblem,
  NotCheckable,
  Priority,
  PublisherRecord,
  Reference,
  Reliability,
  Retraction,
  ReviewState,
  Severity,
  Source,
  Span,
  Stance,
  Standing,
  ValueState,
} from '../judging/evidence.js';
