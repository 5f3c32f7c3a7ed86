// Generated from src/graphql/schema.graphql by scripts/generate-typed-client.mjs; change the resolvers, not this file.

/** Something to say about a claim. */
export interface AddCommentInput {
  /** The claim. */
  readonly claimId: string;
  /** What to say: 1 to 10,000 characters. */
  readonly text: string;
}

/** Somebody who is to work in the workspace. */
export interface AddMemberInput {
  /** Where they are written to. */
  readonly email?: string | null;
  /** What people call them. */
  readonly name: string;
  /** What they may do. */
  readonly role: Role;
}

/** An article to put away. */
export interface ArchiveArticleInput {
  /** The article. */
  readonly articleId: string;
  /** The version of the article that you saw. */
  readonly expectedVersion?: number | null;
}

/** Which articles. Everything that is given must hold. */
export interface ArticleFilter {
  /** Those that are archived, instead of those that are not. */
  readonly archived?: boolean | null;
  /** Changed at this time or later. */
  readonly changedSince?: string | null;
  /** The desk, exactly. */
  readonly desk?: string | null;
  /** Part of the title, in any case. */
  readonly title?: string | null;
}

/** What an article is read from. */
export type ArticleFormat =
  /** A web page. */
  | 'HTML'
  /** Markdown, with footnotes and tables as on GitHub. */
  | 'MARKDOWN'
  /** Plain text. */
  | 'TEXT'
  /** The source of a page of MediaWiki, as Wikipedia has it. */
  | 'WIKITEXT';

/** In which order articles come. */
export type ArticleOrder =
  /** By title. */
  | 'TITLE'
  /** What changed last comes first. */
  | 'UPDATED';

/** Citations on which a second opinion is wanted. */
export interface AskSecondJudgeInput {
  /** The citations, at most 100. */
  readonly citationIds: string[];
}

/** A claim, and who looks into it. */
export interface AssignClaimInput {
  /** The claim. */
  readonly claimId: string;
  /** The version of the claim that you saw. */
  readonly expectedVersion?: number | null;
  /** The member who looks into it; null: nobody in particular. */
  readonly memberId?: string | null;
}

/** Claims, and who looks into each. */
export interface AssignClaimsInput {
  /** What to do, at most 100 times. */
  readonly items: AssignClaimInput[];
}

/** A source for a claim. */
export interface AttachSourceInput {
  /** The claim. */
  readonly claimId: string;
  /** How directly; UNKNOWN when left out. */
  readonly directness?: Directness | null;
  /** The version of the claim that you saw. */
  readonly expectedVersion?: number | null;
  /** Where in the source: "p. 12". */
  readonly locator?: string | null;
  /** What the source says of the claim. */
  readonly note?: string | null;
  /** A number that the article cites and that leads nowhere yet: it will lead to this source. Left out, the source keeps its number or gets the next free one. */
  readonly number?: number | null;
  /** The source's own words. */
  readonly quote?: string | null;
  /** The source; the workspace’s own record when it has it. */
  readonly source?: SourceInput | null;
  /** A source of the workspace; or describe one in `source`. */
  readonly sourceId?: string | null;
  /** Which way it points; SUPPORTS when left out. */
  readonly stance?: Stance | null;
}

/** Sources for claims. */
export interface AttachSourcesInput {
  /** What to do, at most 100 times. */
  readonly items: AttachSourceInput[];
}

/** How a citation is known. */
export type Basis =
  /** The author or an editor says so. */
  | 'ASSERTED'
  /** Its quote was found in a snapshot of the source. */
  | 'MATCHED'
  /** A person looked. */
  | 'REVIEWED'
  /** It is proposed: no evidence until an editor accepts it. */
  | 'SUGGESTED';

/** What kind of place in the article a text stands in. */
export type BlockKind =
  /** The answer to a question. */
  | 'ANSWER'
  /** No part of the article: navigation, a form, a note on the author. */
  | 'BOILERPLATE'
  /** A cell of a table that compares columns. */
  | 'CELL'
  /** What a word means. */
  | 'DEFINITION'
  /** A row of a table of claims with their evidence. */
  | 'EVIDENCE_ROW'
  /** A label and its value, as in a facts table. */
  | 'FIELD'
  /** A heading. */
  | 'HEADING'
  /** An item of a list. */
  | 'LIST_ITEM'
  /** Running text. */
  | 'PARAGRAPH'
  /** A question. */
  | 'QUESTION';

/** What totals are told apart by. */
export type BreakdownBy =
  /** A row an article. */
  | 'ARTICLE'
  /** A row a desk; articles without one have a row together. */
  | 'DESK'
  /** A row a publisher: the claims that cite a source of it. */
  | 'PUBLISHER'
  /** A row a rule: the claims of which it has open findings. */
  | 'RULE'
  /** A row a heading: the claims under headings that read the same. */
  | 'SECTION';

/** The text of a source as it is now: give `content`, or `contentBase64`, or neither: then the source's address is fetched by a job. */
export interface CaptureSnapshotInput {
  /** Whether it is all of the source: false for an excerpt. When left out, it is, unless a paywall seems to hide the rest. */
  readonly complete?: boolean | null;
  /** Its text, or a page (HTML), of which the main text is taken. */
  readonly content?: string | null;
  /** A file, as base64: a PDF, a Word document (.docx), the JSON of an editor, a page, or plain text. */
  readonly contentBase64?: string | null;
  /** The version of the source that you saw. */
  readonly expectedVersion?: number | null;
  /** What it is, "text/html" or "application/pdf"; when left out, what it looks like. */
  readonly mediaType?: string | null;
  /** The source. */
  readonly sourceId: string;
  /** Its title; when left out, the one that it gives itself. */
  readonly title?: string | null;
}

/** Which claims. Everything that is given must hold; a list holds when any of its values does. At most 20 conditions, 4 levels of and, or, not. */
export interface ClaimFilter {
  /** All of these hold. */
  readonly and?: ClaimFilter[] | null;
  /** Claims of these articles. */
  readonly articleIds?: string[] | null;
  /** Given to this member. */
  readonly assignee?: string | null;
  /** With a citation that is known in one of these ways; SUGGESTED: with a proposal. */
  readonly bases?: Basis[] | null;
  /** In one of these kinds of place. */
  readonly blocks?: BlockKind[] | null;
  /** Changed, or judged otherwise, at this time or later. */
  readonly changedSince?: string | null;
  /** Whether they can be checked. */
  readonly checkable?: boolean | null;
  /** That cite this number of their article. */
  readonly citedNumber?: number | null;
  /** In articles of this desk, exactly. */
  readonly desk?: string | null;
  /** This does not hold. */
  readonly not?: ClaimFilter | null;
  /** One of these holds. */
  readonly or?: ClaimFilter[] | null;
  /** With one of these priorities. */
  readonly priority?: Priority[] | null;
  /** That cite a source of this publisher. */
  readonly publisherId?: string | null;
  /** With a citation about which this was decided. */
  readonly reviewStates?: ReviewState[] | null;
  /** With an open finding of one of these rules, by their ids. */
  readonly rules?: string[] | null;
  /** Under this heading, exactly. */
  readonly section?: string | null;
  /** With an open finding of one of these severities; together with rules, of the same finding. */
  readonly severities?: Severity[] | null;
  /** That cite this source. All that is said about citations is about one and the same citation. */
  readonly sourceId?: string | null;
  /** With one of these standings. */
  readonly standings?: Standing[] | null;
  /** Whose text has these words. "…" keeps words together, - leaves out, or is or. Where those that match are far apart in the order, looks at 10,000 of them at most. */
  readonly text?: string | null;
  /** True: given to nobody. False: given to somebody. */
  readonly unassigned?: boolean | null;
  /** With one of these value states. */
  readonly valueStates?: ValueState[] | null;
  /** Whether a finding of theirs is waived. */
  readonly waived?: boolean | null;
}

/** In which order claims come. */
export type ClaimOrder =
  /** What changed last comes first. */
  | 'CHANGED'
  /** The worst and most important first. */
  | 'RANK'
  /** As they stand in their article; one article after the other. */
  | 'READING_ORDER';

/** What holds several articles. */
export type CollectionFormat =
  /** A table of claims, one a row, with their sources. */
  | 'CSV'
  /** The export of WordPress (Tools → Export), as XML. */
  | 'WXR'
  /** A ZIP of files that importArticle takes, and of exports of WordPress. */
  | 'ZIP';

/** What became of a part of a collection. */
export type CollectionOutcome =
  /** It is a new revision of its article. */
  | 'IMPORTED'
  /** It is an article that cannot be read or stored; the messages say why. */
  | 'REFUSED'
  /** It is no article, or not one that was asked for; the messages say why. */
  | 'SKIPPED'
  /** It was imported with this content before, so nothing was stored. */
  | 'UNCHANGED';

/** How a rule runs in the workspace; what is left out stays. */
export interface ConfigureRuleInput {
  /** Whether it runs. */
  readonly enabled?: boolean | null;
  /** The rule's id: dangling-citation. */
  readonly ruleId: string;
  /** How much its findings matter; null: as the rule itself says. */
  readonly severity?: Severity | null;
  /** Its thresholds by name, as numbers; null: its own. */
  readonly thresholds?: unknown | null;
}

/** A token that is to be made. */
export interface CreateTokenInput {
  /** When it ends: in 90 days when left out; null: never. */
  readonly expiresAt?: string | null;
  /** Who is to call by it: yourself when left out; others for ADMIN. */
  readonly memberId?: string | null;
  /** What it is for: “dashboard in the newsroom”. */
  readonly name: string;
  /** What it may do: no more than its member may, nor than you. The most when left out. */
  readonly role?: Role | null;
}

/** A program that is to be told of claims that change, from now on. */
export interface CreateWebhookInput {
  /** Only of claims in this article; of all when left out. */
  readonly articleId?: string | null;
  /** Whom it tells: “the desk’s chat”. */
  readonly name: string;
  /** Only of claims that stand so since the change; however they stand when left out. */
  readonly standings?: Standing[] | null;
  /** Where messages go, by https. Over http, and in private networks, only to hosts that the operator allows. */
  readonly url: string;
}

/** What a number of an article leads to. */
export interface DefineReferenceInput {
  /** The article. */
  readonly articleId: string;
  /** The version of the reference that you saw. */
  readonly expectedVersion?: number | null;
  /** A number that it cites and that leads nowhere. */
  readonly number: number;
  /** The source. */
  readonly source?: SourceInput | null;
  /** A source of the workspace; or describe one in `source`. */
  readonly sourceId?: string | null;
}

/** A webhook that is to be told no more. */
export interface DeleteWebhookInput {
  /** The version of the webhook that you saw. */
  readonly expectedVersion?: number | null;
  /** The webhook. */
  readonly webhookId: string;
}

/** A citation to take away. */
export interface DetachSourceInput {
  /** The citation. */
  readonly citationId: string;
  /** The version of the citation that you saw. */
  readonly expectedVersion?: number | null;
}

/** Whether the source says it itself. */
export type Directness =
  /** The source states the claim. */
  | 'DIRECT'
  /** The claim follows from what the source states. */
  | 'INDIRECT'
  /** Nobody has said. */
  | 'UNKNOWN';

/** How long ago something was first found. */
export type FindingAge =
  /** At least 30 days ago. */
  | 'OLDER'
  /** Less than 24 hours ago. */
  | 'UNDER_A_DAY'
  /** At least 7 days ago, and less than 30. */
  | 'UNDER_A_MONTH'
  /** At least 24 hours ago, and less than 7 days. */
  | 'UNDER_A_WEEK';

/** Which findings. Everything that is given must hold. */
export interface FindingFilter {
  /** In this article. */
  readonly articleId?: string | null;
  /** Bearing on the standing in one of these ways. */
  readonly bearings?: Standing[] | null;
  /** About this claim. */
  readonly claimId?: string | null;
  /** First found before this time. */
  readonly firstSeenBefore?: string | null;
  /** First found at this time or later. */
  readonly firstSeenSince?: string | null;
  /** Of these rules, by their ids. */
  readonly rules?: string[] | null;
  /** Of these severities. */
  readonly severities?: Severity[] | null;
  /** In these states; open ones when left out. */
  readonly states?: FindingState[] | null;
}

/** In which order findings come. */
export type FindingOrder =
  /** What was found last comes first. */
  | 'NEWEST'
  /** What was found first comes first. */
  | 'OLDEST'
  /** The most severe first. */
  | 'SEVERITY';

/** What became of a finding. */
export type FindingState =
  /** The rule no longer fires. */
  | 'FIXED'
  /** It stands. */
  | 'OPEN'
  /** A person accepted it, with a reason. */
  | 'WAIVED';

/** Which events. Everything that is given must hold. */
export interface HistoryFilter {
  /** Done by this member. */
  readonly actorId?: string | null;
  /** True: what happened by itself, as when a waiver ends. False: what a member did. */
  readonly byItself?: boolean | null;
  /** Of one of these kinds: "citation.attached". At most 100. One that nothing has is no error: it finds nothing. */
  readonly kinds?: string[] | null;
}

/** An article to read. The same slug again makes a new revision of the same article. */
export interface ImportArticleInput {
  /** The text, of at most 20 MiB. The JSON of a block editor (ProseMirror, Tiptap, Editor.js, Lexical, Slate, Quill, Draft.js, Portable Text, Contentful) is converted to HTML, which is then the content; leave format out. */
  readonly content?: string | null;
  /** The bytes of a Word document (.docx), a PDF or the JSON of a block editor of at most 20 MiB, in base64, in the place of content. They are converted to HTML, which is then the content: all positions refer to it. Leave format out. */
  readonly contentBase64?: string | null;
  /** The label under which to group it. */
  readonly desk?: string | null;
  /** The version of the article that you saw, 0 for none: another one is a CONFLICT. Not compared when left out. */
  readonly expectedVersion?: number | null;
  /** What the content is; guessed when left out. */
  readonly format?: ArticleFormat | null;
  /** Store nothing when the article was last imported with just this content, and neither title, url, desk nor publishedAt would change. Then the payload has the article and no revision. A new revision in any case when left out. */
  readonly onlyIfChanged?: boolean | null;
  /** When it was published. */
  readonly publishedAt?: string | null;
  /** Its name in the workspace: lower-case letters, digits, hyphens and dots. */
  readonly slug: string;
  /** Its title; the content's own when left out. */
  readonly title?: string | null;
  /** Where it is published. Given without content, it is fetched from there: a page, text, Markdown, a PDF, a Word document or the JSON of a block editor, of at most 20 MiB, within 30 seconds. The address that it leads to is kept. */
  readonly url?: string | null;
}

/** A file that holds several articles. */
export interface ImportCollectionInput {
  /** What columns of a table hold, where previewTable guesses wrong. The others are guessed. */
  readonly columns?: TableColumnInput[] | null;
  /** The text of a WXR or CSV file, of at most 20 MiB. */
  readonly content?: string | null;
  /** The bytes of the file, of at most 20 MiB, in base64, in the place of content. A ZIP is given so. */
  readonly contentBase64?: string | null;
  /** The desk of all articles; else what the collection says of each. */
  readonly desk?: string | null;
  /** What it is. */
  readonly format: CollectionFormat;
  /** Of WordPress: drafts, private and scheduled posts too. */
  readonly includeDrafts?: boolean | null;
  /** What the file is called. A table whose rows name no article is one of this name; a table needs it. Others are slugged by what is in them. */
  readonly name?: string | null;
  /** Stands before every slug, so that two collections do not meet: "calder-". */
  readonly slugPrefix?: string | null;
}

/** A file of bibliographic records. */
export interface ImportSourcesInput {
  /** The text of the file: at most 1,000 entries, at most a million characters. */
  readonly content: string;
  /** In which format it is. */
  readonly format: RecordFormat;
}

/** How far a job is. */
export type JobState =
  /** Finished. */
  | 'DONE'
  /** Given up; `error` says why. */
  | 'FAILED'
  /** Under way. */
  | 'RUNNING'
  /** Not begun. */
  | 'WAITING';

/** A waiver to take back: named by its own id, or by a finding that it accepts. */
export interface LiftWaiverInput {
  /** A finding that it accepts. */
  readonly findingId?: string | null;
  /** The waiver. */
  readonly waiverId?: string | null;
}

/** Why an address counts as failing. */
export type LinkProblem =
  /** What answers is no HTTP that can be read. */
  | 'BAD_RESPONSE'
  /** Its site answers that it does not give it: see `status`. */
  | 'HTTP_STATUS'
  /** A page is there, and says that what was there is gone. */
  | 'SAYS_GONE'
  /** Its site did not answer in time. */
  | 'TIMEOUT'
  /** It leads on in a circle, or too often. */
  | 'TOO_MANY_REDIRECTS'
  /** The name of its site is not known. */
  | 'UNKNOWN_NAME'
  /** Its site cannot be reached. */
  | 'UNREACHABLE'
  /** The certificate of its site cannot be trusted. */
  | 'UNTRUSTED';

/** Sentences that state one thing together. */
export interface MergeClaimsInput {
  /** Neighbours in one paragraph, two at least. */
  readonly claimIds: string[];
  /** The version that you saw of the claim that is named first. */
  readonly expectedVersion?: number | null;
}

/** Sources that are one. */
export interface MergeSourcesInput {
  /** The version of the source to keep that you saw. */
  readonly expectedVersion?: number | null;
  /** The sources that become one with it, at most 100. */
  readonly merged: MergedSourceInput[];
  /** How you know that they are one; it goes to the history. */
  readonly note?: string | null;
  /** The source to keep. What it does not know of itself is taken from the others. */
  readonly sourceId: string;
}

/** A source that becomes one with another. */
export interface MergedSourceInput {
  /** The version of the source that you saw. */
  readonly expectedVersion?: number | null;
  /** The source. Its id, address and identifiers lead to the kept one afterwards. */
  readonly sourceId: string;
}

/** What an editor should know of a text. */
export type NoticeCode =
  /** Bytes of the page belong to no character; each is read as U+FFFD. */
  | 'DAMAGED_BYTES'
  /** So many `reviews`, `verdicts` and `waivers` are to be looked at again: what is under them says something else. */
  | 'OUTDATED'
  /** The article lists `number` as `title`; an editor had said `formerTitle`. */
  | 'OVERRULED'
  /** A reference, `title`, that an editor had given the number `from`, has the number `to`. */
  | 'RENUMBERED'
  /** It was imported with this content before, so nothing was stored. */
  | 'UNCHANGED'
  /** Parts of an editor's document are not known, and only their words are read. `editor`, `parts` with `name` and `count`, and `moreKinds`: of how many kinds there are others. */
  | 'UNKNOWN_PARTS';

/** A webhook that is to be tried. */
export interface PingWebhookInput {
  /** The version of the webhook that you saw. */
  readonly expectedVersion?: number | null;
  /** The webhook. */
  readonly webhookId: string;
}

/** A table of claims to look at. */
export interface PreviewTableInput {
  /** What columns hold; the others are guessed. */
  readonly columns?: TableColumnInput[] | null;
  /** The text of the CSV file, of at most 20 MiB. */
  readonly content?: string | null;
  /** The bytes of the file, of at most 20 MiB, in base64, in the place of content. */
  readonly contentBase64?: string | null;
  /** What the file is called, as importCollection is told. */
  readonly name?: string | null;
}

/** Which claims to look at first. */
export type Priority =
  /** The title, the lede, or what a person called important. */
  | 'HIGH'
  /** Can wait. */
  | 'LOW'
  /** As most claims. */
  | 'NORMAL';

/** A source that an editor might cite for a claim. */
export interface ProposeSourceInput {
  /** The claim. */
  readonly claimId: string;
  /** How directly; UNKNOWN when left out. */
  readonly directness?: Directness | null;
  /** The version of the claim that you saw. */
  readonly expectedVersion?: number | null;
  /** Where in the source: "p. 12". */
  readonly locator?: string | null;
  /** What the source says of the claim. */
  readonly note?: string | null;
  /** What proposes it, when it is no person: the name of a program, for the history. */
  readonly program?: string | null;
  /** The source's own words. */
  readonly quote?: string | null;
  /** The source; the workspace’s own record when it has it. */
  readonly source?: SourceInput | null;
  /** A source of the workspace; or describe one in `source`. */
  readonly sourceId?: string | null;
  /** Which way it points; SUPPORTS when left out. */
  readonly stance?: Stance | null;
}

/** What became of looking for a quote. */
export type QuoteResult =
  /** It stands there with few words otherwise. */
  | 'NEAR'
  /** It stands in none of the snapshots. */
  | 'NOT_FOUND'
  /** It stands there word for word. */
  | 'VERBATIM';

/** In which format bibliographic records are passed on. */
export type RecordFormat =
  /** BibTeX or BibLaTeX, UTF-8. */
  | 'BIBTEX'
  /** A JSON list of items, as Zotero, Pandoc and citeproc have it. */
  | 'CSL_JSON'
  /** RIS, as Zotero, EndNote and libraries write it, UTF-8. */
  | 'RIS';

/** A source whose retraction is taken back. */
export interface ReinstateSourceInput {
  /** The version of the source that you saw. */
  readonly expectedVersion?: number | null;
  /** The source. */
  readonly sourceId: string;
}

/** How far a publisher can be relied on: the Admiralty code's letters. */
export type Reliability =
  /** Completely reliable. */
  | 'A'
  /** Usually reliable. */
  | 'B'
  /** Fairly reliable. */
  | 'C'
  /** Not usually reliable. */
  | 'D'
  /** Unreliable. */
  | 'E'
  /** Cannot be judged. */
  | 'F';

/** A member who is to work here no longer. */
export interface RemoveMemberInput {
  /** The version of the member that you saw. */
  readonly expectedVersion?: number | null;
  /** The member. */
  readonly memberId: string;
}

/** Where restatements of a claim are looked for. */
export type RestatementScope =
  /** In its own article: those that rules compare. */
  | 'ARTICLE'
  /** In the other articles of the workspace that are not archived. Of very common words not all are found: those that share the most come first. */
  | 'OTHER_ARTICLES';

/** A webhook that is to go on from another place. */
export interface ResumeWebhookInput {
  /** The cursor of a delivery, of a change, or of the history of the workspace: it is told again what came after it. When left out, it is told what comes from now on, and what waits is not sent. */
  readonly after?: string | null;
  /** The version of the webhook that you saw. */
  readonly expectedVersion?: number | null;
  /** The webhook. */
  readonly webhookId: string;
}

/** A source that is not to be relied on any more. */
export interface RetractSourceInput {
  /** The version of the source that you saw. */
  readonly expectedVersion?: number | null;
  /** Why, and who says so. */
  readonly reason: string;
  /** The source. */
  readonly sourceId: string;
}

/** What a person found who looked at a citation. */
export interface ReviewCitationInput {
  /** The citation. */
  readonly citationId: string;
  /** How directly. */
  readonly directness?: Directness | null;
  /** The version of the citation that you saw. */
  readonly expectedVersion?: number | null;
  /** Why. */
  readonly note?: string | null;
  /** Which way it points, if otherwise than it says. */
  readonly stance?: Stance | null;
  /** Whether it stands. PROPOSED takes a review back. To accept a proposal needs EDITOR. */
  readonly state: ReviewState;
}

/** What a person found who looked at citations. */
export interface ReviewCitationsInput {
  /** What to do, at most 100 times. */
  readonly items: ReviewCitationInput[];
}

/** What a person decided about a citation. */
export type ReviewState =
  /** It holds. */
  | 'ACCEPTED'
  /** Nothing yet. */
  | 'PROPOSED'
  /** It does not hold, and counts for nothing. */
  | 'REJECTED';

/** What became of a claim from one revision to another. */
export type RevisionChange =
  /** It was not there. */
  | 'ADDED'
  /** It is there no longer. */
  | 'GONE'
  /** It reads as before, and stands otherwise. */
  | 'KEPT'
  /** It reads as before, elsewhere among the others. */
  | 'MOVED'
  /** It reads otherwise. */
  | 'REWORDED';

/** A token that is to work no longer. */
export interface RevokeTokenInput {
  /** The token. */
  readonly tokenId: string;
}

/** What a member may do. A later one may do all that an earlier one may. */
export type Role =
  /** Configures rules, manages members and tokens. */
  | 'ADMIN'
  /** Reviews citations, captures snapshots, sets verdicts, comments. */
  | 'CHECKER'
  /** Imports articles, attaches sources, changes claims, waives findings. */
  | 'EDITOR'
  /** Reads. */
  | 'READER';

/** A webhook that needs another secret. */
export interface RotateWebhookSecretInput {
  /** The version of the webhook that you saw. */
  readonly expectedVersion?: number | null;
  /** For how many hours messages are signed with the former secret as well, 0 to 168; 24 when left out. 0 when others may know it. */
  readonly formerForHours?: number | null;
  /** The webhook. */
  readonly webhookId: string;
}

/** What a person concluded about a claim's truth. It takes the place of the verdict before. */
export interface SetVerdictInput {
  /** The claim. */
  readonly claimId: string;
  /** The version of the claim that you saw. */
  readonly expectedVersion?: number | null;
  /** What it rests on: 1 to 10,000 characters. */
  readonly text: string;
  /** The conclusion in a word. */
  readonly value: VerdictValue;
}

/** How much a finding matters, as in a linter. */
export type Severity =
  /** To be mended before the article is published. */
  | 'ERROR'
  /** Good to know. */
  | 'NOTE'
  /** To be looked at. */
  | 'WARNING';

/** How much of a source a snapshot holds. */
export type SnapshotExtent =
  /** No words, such as a scanned document. */
  | 'EMPTY'
  /** All of it, as far as is known. */
  | 'FULL'
  /** A part: an excerpt, or what stands before a paywall. */
  | 'PARTIAL'
  /** All of it, as far as is known, and so short that it may be a teaser. */
  | 'SHORT';

/** Which sources. Everything that is given must hold. */
export interface SourceFilter {
  /** Sources that this article cites or lists. */
  readonly articleId?: string | null;
  /** Whether their address failed when it was last tried. False: those that answered, and those that nobody has tried. */
  readonly failing?: boolean | null;
  /** Sources of this publisher. */
  readonly publisherId?: string | null;
  /** Whether they are retracted. */
  readonly retracted?: boolean | null;
  /** Part of the title or the address, in any case. */
  readonly text?: string | null;
}

/** A bibliographic record. At least a title, an address or a DOI. */
export interface SourceInput {
  /** Who wrote it, a name each. */
  readonly authors?: string[] | null;
  /** CSL-JSON; the other fields go before what it says. */
  readonly csl?: unknown | null;
  /** Its DOI, bare or as an address. */
  readonly doi?: string | null;
  /** When it was published: a year, a month or a day. */
  readonly publishedAt?: string | null;
  /** Its publisher's name. */
  readonly publisher?: string | null;
  /** Its title. */
  readonly title?: string | null;
  /** Its address. */
  readonly url?: string | null;
}

/** In which order sources come. */
export type SourceOrder =
  /** What came into the workspace last comes first. */
  | 'NEWEST'
  /** By title, of which the first 500 characters count; those without one come first. */
  | 'TITLE';

/** A sentence that states two things, and where the second begins. */
export interface SplitClaimInput {
  /** Where its text is cut, between two words: UTF-16 units from its beginning. */
  readonly at: number;
  /** The claim. */
  readonly claimId: string;
  /** The version of the claim that you saw. */
  readonly expectedVersion?: number | null;
}

/** Which way a citation points, not how strongly. */
export type Stance =
  /** The source is about the matter and takes no side. */
  | 'NEUTRAL'
  /** The source is said to speak against the claim. */
  | 'REFUTES'
  /** The source is said to carry the claim. */
  | 'SUPPORTS';

/** The state of a claim's evidence. Derived from citations and open findings; none of them means that the claim is true. */
export type Standing =
  /** A source was found or judged to say so, and nothing speaks against it. */
  | 'ADEQUATE'
  /** A source is named, and nobody has looked into it. */
  | 'CITED'
  /** Some sources support it, and others refute it. */
  | 'CONTESTED'
  /** There is no evidence that can be used. */
  | 'MISSING'
  /** No statement of fact: there is nothing to support. */
  | 'NOT_CHECKABLE'
  /** A source contradicts it, and nothing usable supports it. */
  | 'REFUTED'
  /** There is no evidence, and a person accepted that, with a reason. */
  | 'WAIVED'
  /** There is evidence, with a flaw that a finding names. */
  | 'WEAK';

/** What to add up: the whole workspace when nothing is given. */
export interface SummaryFilter {
  /** This article. */
  readonly articleId?: string | null;
  /** The articles of this desk, exactly. */
  readonly desk?: string | null;
}

/** What a comparison of a claim with a source's text found. */
export type SupportLabel =
  /** The source says otherwise. */
  | 'CONTRADICTED'
  /** The source says so. */
  | 'FOUND'
  /** The source does not say so. */
  | 'NOT_FOUND'
  /** The source says a part of it. */
  | 'PARTLY_FOUND';

/** What a column of a table holds. */
export interface TableColumnInput {
  /** The column, as the first row calls it, or by its place: "#3". */
  readonly column: string;
  /** What it holds. */
  readonly role: TableRole;
}

/** What a column of a table of claims holds. */
export type TableRole =
  /** The article of the row, by slug or name: a table may have several. */
  | 'ARTICLE'
  /** The claim. One column does, and a table needs it. */
  | 'CLAIM'
  /** The article's desk. */
  | 'DESK'
  /** Nothing that is imported. */
  | 'IGNORED'
  /** The place in the source: a page. */
  | 'LOCATOR'
  /** What was noted of the evidence. Several columns may. */
  | 'NOTE'
  /** The words of the source. */
  | 'QUOTE'
  /** The section of the article. */
  | 'SECTION'
  /** Sources: addresses, DOIs, references, or numbers such as [2]; several with line breaks, semicolons or bars between them. Several columns may. */
  | 'SOURCES'
  /** The article's title. */
  | 'TITLE'
  /** Where the article is published. */
  | 'URL';

/** What a block of a text is. */
export type TextBlockKind =
  /** What stands beside the text: the caption of a picture, who is quoted. It holds no claims. */
  | 'BESIDE'
  /** What stands over a table. */
  | 'CAPTION'
  /** Code, with its lines and the white space in them. It holds no claims. */
  | 'CODE'
  /** The definition of the term before it. */
  | 'DEFINITION'
  /** A formula, or code, that stands in a line of its own. It holds no claims. */
  | 'FORMULA'
  /** A row of a table that names its columns. */
  | 'HEADER_ROW'
  /** A heading. */
  | 'HEADING'
  /** An item of a list. */
  | 'ITEM'
  /** A paragraph. */
  | 'PARAGRAPH'
  /** A row of a table. */
  | 'ROW'
  /** A term, whose definition follows. */
  | 'TERM';

/** How long the intervals of a trend are, in UTC. */
export type TrendInterval =
  /** From each midnight. */
  | 'DAY'
  /** From each full hour. */
  | 'HOUR'
  /** From the first of each month. */
  | 'MONTH'
  /** From the midnight before each Monday. */
  | 'WEEK';

/** What to change of a citation; what is left out stays, null empties. */
export interface UpdateCitationInput {
  /** The citation. */
  readonly citationId: string;
  /** How directly. */
  readonly directness?: Directness | null;
  /** The version of the citation that you saw. */
  readonly expectedVersion?: number | null;
  /** Where in the source. */
  readonly locator?: string | null;
  /** What the source says of the claim. */
  readonly note?: string | null;
  /** The source's own words. */
  readonly quote?: string | null;
  /** Which way it points. */
  readonly stance?: Stance | null;
}

/** What to change of a claim. What is left out stays. */
export interface UpdateClaimInput {
  /** What kind of place it stands in, among those of its sort; null: as the reader says. */
  readonly block?: BlockKind | null;
  /** Whether it states a fact; null: as the reader says. */
  readonly checkable?: boolean | null;
  /** The claim. */
  readonly claimId: string;
  /** The version of the claim that you saw. */
  readonly expectedVersion?: number | null;
  /** How soon to look at it; null: as the reader says. */
  readonly priority?: Priority | null;
  /** What a sentence should read, without its markers, which stay. It is written into the article: a new revision. */
  readonly text?: string | null;
  /** What should stand in a field or cell. It is written into the article: a new revision. */
  readonly value?: string | null;
}

/** What to change of a member; what is left out stays. */
export interface UpdateMemberInput {
  /** Where they are written to; null: nowhere. */
  readonly email?: string | null;
  /** The version of the member that you saw. */
  readonly expectedVersion?: number | null;
  /** The member. */
  readonly memberId: string;
  /** What people call them. */
  readonly name?: string | null;
  /** False: one who was removed is back. Their former tokens stay revoked. */
  readonly removed?: boolean | null;
  /** What they may do. Tokens of theirs that may do more do less. */
  readonly role?: Role | null;
}

/** What to change of a publisher; what is left out stays. */
export interface UpdatePublisherInput {
  /** The domains that it publishes under. */
  readonly domains?: string[] | null;
  /** The version of the publisher that you saw. */
  readonly expectedVersion?: number | null;
  /** Its name. */
  readonly name?: string | null;
  /** Who owns it; null: nobody known. */
  readonly owner?: string | null;
  /** The publisher. */
  readonly publisherId: string;
  /** How reliable it is; null: unrated. */
  readonly reliability?: Reliability | null;
}

/** What to change of a source. */
export interface UpdateSourceInput {
  /** The version of the source that you saw. */
  readonly expectedVersion?: number | null;
  /** The fields to change; what is left out stays. */
  readonly source: SourceInput;
  /** The source. */
  readonly sourceId: string;
}

/** What to change of a webhook; what is left out stays. */
export interface UpdateWebhookInput {
  /** Only of claims in this article; null: of all. */
  readonly articleId?: string | null;
  /** False: nothing is sent. True: it goes on where it stopped, with what happened since; `resumeWebhook` leaves that out. */
  readonly enabled?: boolean | null;
  /** The version of the webhook that you saw. */
  readonly expectedVersion?: number | null;
  /** Whom it tells: “the desk’s chat”. */
  readonly name?: string | null;
  /** Only of claims that stand so since the change; null: however they stand. */
  readonly standings?: Standing[] | null;
  /** Where messages go, by https. Over http, and in private networks, only to hosts that the operator allows. */
  readonly url?: string | null;
  /** The webhook. */
  readonly webhookId: string;
}

/** Why a mutation did not do what was asked. Codes are stable; messages are for people. */
export type UserErrorCode =
  /** The object changed since it was read, or another one has the name. */
  | 'CONFLICT'
  /** Nothing where something is needed. */
  | 'EMPTY'
  /** The caller's role may not do it. */
  | 'FORBIDDEN'
  /** A value that can never be right. */
  | 'INVALID_INPUT'
  /** An id or slug that names nothing in the caller's workspace. */
  | 'NOT_FOUND'
  /** Two things that exclude each other, or a state in which it cannot be done. */
  | 'NOT_POSSIBLE'
  /** An address leads where the server does not go: a private network, a port that is not the web's. */
  | 'REFUSED_ADDRESS'
  /** The site of an address asks programs, by its robots.txt, not to fetch it. */
  | 'REFUSED_BY_ROBOTS'
  /** It took too long. */
  | 'TIMEOUT'
  /** More than the limit. */
  | 'TOO_LARGE'
  /** What an address names cannot be had: nobody answers, or with something else. It may go better later. */
  | 'UNREACHABLE'
  /** What an address leads to is of a kind that cannot be read. */
  | 'UNSUPPORTED_TYPE';

/** Whether a field or a cell has a value, and what else stands in its place. */
export type ValueState =
  /** A label with nothing beside it. */
  | 'BLANK'
  /** A sentence from which words are missing. */
  | 'ELIDED'
  /** It says that there can be no value, which is an answer. */
  | 'NOT_APPLICABLE'
  /** A value stands there. */
  | 'PRESENT'
  /** It says that the value is not known or not told yet. */
  | 'UNDISCLOSED';

/** What a person concluded about a claim's truth. No rule ever sets it. */
export type VerdictValue =
  /** It is not so. */
  | 'FALSE'
  /** Part of it is so. */
  | 'MIXED'
  /** It is not so, but for details. */
  | 'MOSTLY_FALSE'
  /** It is so, but for details. */
  | 'MOSTLY_TRUE'
  /** It is so. */
  | 'TRUE'
  /** Nobody can tell. */
  | 'UNPROVEN';

/** A finding to accept, and why. */
export interface WaiveFindingInput {
  /** Until when, a time to come; then the finding is open again. For good when left out. */
  readonly expiresAt?: string | null;
  /** The finding. */
  readonly findingId: string;
  /** Why it is accepted: 1 to 2,000 characters. */
  readonly reason: string;
}

/** Findings to accept, and why. */
export interface WaiveFindingsInput {
  /** What to do, at most 100 times. */
  readonly items: WaiveFindingInput[];
}

/** What became of an attempt to deliver a message. */
export type WebhookDeliveryState =
  /** The receiver answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** It did not. A change is tried again, a test is not. */
  | 'FAILED'
  /** The receiver said several times that the message is wrong; the next one is sent. */
  | 'GIVEN_UP';

/** Why a webhook is disabled by itself. */
export type WebhookDisabledCause =
  /** Nothing came through for three days. */
  | 'FAILING'
  /** The receiver answered 410 Gone: it wants no more messages. */
  | 'GONE'
  /** Its secret cannot be read, for OBELUS_WEBHOOK_KEY is another one than when it was stored. Set it back, or call `rotateWebhookSecret`. */
  | 'SECRET_LOST';
