import type { MigrationInterface } from 'typeorm';
import { InitialSchema1795305600000 } from '../../migrations/1795305600000-initial-schema.js';
import { JobsOnAQueue1795568400000 } from '../../migrations/1795568400000-jobs-on-a-queue.js';
import { EventOrder1795568401000 } from '../../migrations/1795568401000-event-order.js';
import { TotalsByDesk1795568402000 } from '../../migrations/1795568402000-totals-by-desk.js';
import { DueWorkspaces1795568403000 } from '../../migrations/1795568403000-due-workspaces.js';
import { JudgingAgain1795572000000 } from '../../migrations/1795572000000-judging-again.js';
import { KeptAnswers1795579200000 } from '../../migrations/1795579200000-kept-answers.js';
import { ClaimsOverRevisions1795582800000 } from '../../migrations/1795582800000-claims-over-revisions.js';
import { MergedSources1795586400000 } from '../../migrations/1795586400000-merged-sources.js';
import { JobPosition1795588200000 } from '../../migrations/1795588200000-job-position.js';
import { RulesOnQuotesAndRatings1795593600000 } from '../../migrations/1795593600000-rules-on-quotes-and-ratings.js';
import { EditorTags1795593661000 } from '../../migrations/1795593661000-editor-tags.js';
import { MembersAndTokens1795998600000 } from '../../migrations/1795998600000-members-and-tokens.js';
import { TalliesOverTime1796010000000 } from '../../migrations/1796010000000-tallies-over-time.js';
import { FindingsByAge1796010001000 } from '../../migrations/1796010001000-findings-by-age.js';
import { ArticlesOverTime1796010002000 } from '../../migrations/1796010002000-articles-over-time.js';
import { Webhooks1796013600000 } from '../../migrations/1796013600000-webhooks.js';
import { Collections1796017200000 } from '../../migrations/1796017200000-collections.js';
import { Snapshots1796020800000 } from '../../migrations/1796020800000-snapshots.js';
import { SecondOpinions1796024400000 } from '../../migrations/1796024400000-second-opinions.js';
import { ClaimsAlike1796028000000 } from '../../migrations/1796028000000-claims-alike.js';
import { SearchAndWorstArticles1796032000000 } from '../../migrations/1796032000000-search-and-worst-articles.js';
import { MissingByCitations1796036000000 } from '../../migrations/1796036000000-missing-by-citations.js';
import { KeptBreakdowns1796040000000 } from '../../migrations/1796040000000-kept-breakdowns.js';
import { AlikeByKeysAlone1796041000000 } from '../../migrations/1796041000000-alike-by-keys-alone.js';
import { UnknownWorkspaces1796042000000 } from '../../migrations/1796042000000-unknown-workspaces.js';
import { FindingsByRule1796043000000 } from '../../migrations/1796043000000-findings-by-rule.js';
import { TitlesAndMissingInOrder1796044000000 } from '../../migrations/1796044000000-titles-and-missing-in-order.js';
import { HistoryByKind1796046000000 } from '../../migrations/1796046000000-history-by-kind.js';

/** Every file of migrations/, in order. A test fails when one is missing here. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  InitialSchema1795305600000,
  JobsOnAQueue1795568400000,
  EventOrder1795568401000,
  TotalsByDesk1795568402000,
  DueWorkspaces1795568403000,
  JudgingAgain1795572000000,
  KeptAnswers1795579200000,
  ClaimsOverRevisions1795582800000,
  MergedSources1795586400000,
  JobPosition1795588200000,
  RulesOnQuotesAndRatings1795593600000,
  EditorTags1795593661000,
  MembersAndTokens1795998600000,
  TalliesOverTime1796010000000,
  FindingsByAge1796010001000,
  ArticlesOverTime1796010002000,
  Webhooks1796013600000,
  Collections1796017200000,
  Snapshots1796020800000,
  SecondOpinions1796024400000,
  ClaimsAlike1796028000000,
  SearchAndWorstArticles1796032000000,
  MissingByCitations1796036000000,
  KeptBreakdowns1796040000000,
  AlikeByKeysAlone1796041000000,
  UnknownWorkspaces1796042000000,
  FindingsByRule1796043000000,
  TitlesAndMissingInOrder1796044000000,
  HistoryByKind1796046000000,
];
