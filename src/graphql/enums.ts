import {
  BASES,
  BLOCK_KINDS,
  DIRECTNESSES,
  PRIORITIES,
  REVIEW_STATES,
  SEVERITIES,
  STANCES,
  STANDINGS,
  VALUE_STATES,
  type ArticleFormat,
  type Basis,
  type BlockKind,
  type Directness,
  type Priority,
  type ReviewState,
  type Severity,
  type Stance,
  type Standing,
  type ValueState,
} from '../judging/evidence.js';
import type { FindingState, JobState, Reliability, Role, VerdictValue } from '../database/codes.js';
import { enumOf } from './enum-of.js';
import { USER_ERROR_CODES, type UserErrorCode } from './user-error.js';

/** The same values in the order in which people read them. */
function ordered<T extends string>(order: readonly T[], values: Readonly<Record<T, string>>): Record<T, string> {
  return Object.fromEntries(order.map((value) => [value, values[value]])) as Record<T, string>;
}

export const StandingEnum = enumOf<Standing>(
  'Standing',
  "The state of a claim's evidence. Derived from citations and open findings; none of them means that the claim is true.",
  ordered(STANDINGS, {
    NOT_CHECKABLE: 'No statement of fact: there is nothing to support.',
    REFUTED: 'A source contradicts it, and nothing usable supports it.',
    CONTESTED: 'Some sources support it, and others refute it.',
    MISSING: 'There is no evidence that can be used.',
    WEAK: 'There is evidence, with a flaw that a finding names.',
    WAIVED: 'There is no evidence, and a person accepted that, with a reason.',
    CITED: 'A source is named, and nobody has looked into it.',
    ADEQUATE: 'A source was found or judged to say so, and nothing speaks against it.',
  }),
);

export const ValueStateEnum = enumOf<ValueState>(
  'ValueState',
  'Whether a field or a cell has a value, and what else stands in its place.',
  ordered(VALUE_STATES, {
    PRESENT: 'A value stands there.',
    BLANK: 'A label with nothing beside it.',
    ELIDED: 'A sentence from which words are missing.',
    UNDISCLOSED: 'It says that the value is not known or not told yet.',
    NOT_APPLICABLE: 'It says that there can be no value, which is an answer.',
  }),
);

export const SeverityEnum = enumOf<Severity>(
  'Severity',
  'How much a finding matters, as in a linter.',
  ordered(SEVERITIES, {
    ERROR: 'To be mended before the article is published.',
    WARNING: 'To be looked at.',
    NOTE: 'Good to know.',
  }),
);

export const StanceEnum = enumOf<Stance>(
  'Stance',
  'Which way a citation points, not how strongly.',
  ordered(STANCES, {
    SUPPORTS: 'The source is said to carry the claim.',
    REFUTES: 'The source is said to speak against the claim.',
    NEUTRAL: 'The source is about the matter and takes no side.',
  }),
);

export const DirectnessEnum = enumOf<Directness>(
  'Directness',
  'Whether the source says it itself.',
  ordered(DIRECTNESSES, {
    DIRECT: 'The source states the claim.',
    INDIRECT: 'The claim follows from what the source states.',
    UNKNOWN: 'Nobody has said.',
  }),
);

export const BasisEnum = enumOf<Basis>(
  'Basis',
  'How a citation is known.',
  ordered(BASES, {
    ASSERTED: 'The author or an editor says so.',
    MATCHED: 'Its quote was found in a snapshot of the source.',
    REVIEWED: 'A person looked.',
  }),
);

export const ReviewStateEnum = enumOf<ReviewState>(
  'ReviewState',
  'What a person decided about a citation.',
  ordered(REVIEW_STATES, {
    PROPOSED: 'Nothing yet.',
    ACCEPTED: 'It holds.',
    REJECTED: 'It does not hold, and counts for nothing.',
  }),
);

export const BlockKindEnum = enumOf<BlockKind>(
  'BlockKind',
  'What kind of place in the article a text stands in.',
  ordered(BLOCK_KINDS, {
    HEADING: 'A heading.',
    PARAGRAPH: 'Running text.',
    LIST_ITEM: 'An item of a list.',
    FIELD: 'A label and its value, as in a facts table.',
    CELL: 'A cell of a table that compares columns.',
    EVIDENCE_ROW: 'A row of a table of claims with their evidence.',
    QUESTION: 'A question.',
    ANSWER: 'The answer to a question.',
    DEFINITION: 'What a word means.',
    BOILERPLATE: 'No part of the article: navigation, a form, a note on the author.',
  }),
);

export const PriorityEnum = enumOf<Priority>(
  'Priority',
  'Which claims to look at first.',
  ordered(PRIORITIES, {
    LOW: 'Can wait.',
    NORMAL: 'As most claims.',
    HIGH: 'The title, the lede, or what a person called important.',
  }),
);

export const FindingStateEnum = enumOf<FindingState>('FindingState', 'What became of a finding.', {
  OPEN: 'It stands.',
  FIXED: 'The rule no longer fires.',
  WAIVED: 'A person accepted it, with a reason.',
});

export const ArticleFormatEnum = enumOf<ArticleFormat>('ArticleFormat', 'What an article is read from.', {
  TEXT: 'Plain text.',
  MARKDOWN: 'Markdown, with footnotes and tables as on GitHub.',
  HTML: 'A web page.',
  WIKITEXT: 'The source of a page of MediaWiki, as Wikipedia has it.',
});

export const RoleEnum = enumOf<Role>('Role', 'What a member may do. A later one may do all that an earlier one may.', {
  READER: 'Reads.',
  CHECKER: 'Reviews citations, captures snapshots, sets verdicts, comments.',
  EDITOR: 'Imports articles, attaches sources, changes claims, waives findings.',
  ADMIN: 'Configures rules, manages members and tokens.',
});

export const JobStateEnum = enumOf<JobState>('JobState', 'How far a job is.', {
  WAITING: 'Not begun.',
  RUNNING: 'Under way.',
  DONE: 'Finished.',
  FAILED: 'Given up; `error` says why.',
});

export const VerdictValueEnum = enumOf<VerdictValue>(
  'VerdictValue',
  "What a person concluded about a claim's truth. No rule ever sets it.",
  {
    TRUE: 'It is so.',
    MOSTLY_TRUE: 'It is so, but for details.',
    MIXED: 'Part of it is so.',
    MOSTLY_FALSE: 'It is not so, but for details.',
    FALSE: 'It is not so.',
    UNPROVEN: 'Nobody can tell.',
  },
);

export const ReliabilityEnum = enumOf<Reliability>(
  'Reliability',
  "How far a publisher can be relied on: the Admiralty code's letters.",
  {
    A: 'Completely reliable.',
    B: 'Usually reliable.',
    C: 'Fairly reliable.',
    D: 'Not usually reliable.',
    E: 'Unreliable.',
    F: 'Cannot be judged.',
  },
);

/** The doc comments of `user-error.ts`, for clients. */
export const UserErrorCodeEnum = enumOf<UserErrorCode>(
  'UserErrorCode',
  'Why a mutation did not do what was asked. Codes are stable; messages are for people.',
  ordered(USER_ERROR_CODES, {
    INVALID_INPUT: 'A value that can never be right.',
    NOT_FOUND: "An id or slug that names nothing in the caller's workspace.",
    CONFLICT: 'The object changed since it was read, or another one has the name.',
    TOO_LARGE: 'More than the limit.',
    EMPTY: 'Nothing where something is needed.',
    FORBIDDEN: "The caller's role may not do it.",
    NOT_POSSIBLE: 'Two things that exclude each other, or a state in which it cannot be done.',
    TIMEOUT: 'It took too long.',
    REFUSED_ADDRESS: "An address leads where the server does not go: a private network, a port that is not the web's.",
    REFUSED_BY_ROBOTS: 'The site of an address asks programs, by its robots.txt, not to fetch it.',
    UNREACHABLE: 'What an address names cannot be had: nobody answers, or with something else. It may go better later.',
    UNSUPPORTED_TYPE: 'What an address leads to is of a kind that cannot be read.',
  }),
);
