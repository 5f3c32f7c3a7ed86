import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Article } from '../articles/article.type.js';
import type { ClaimFilter } from '../claims/claim-filter.type.js';
import type { FindingFilter } from '../findings/finding.type.js';
import { Database } from '../database/database.js';
import { EXPORT_PATH } from '../graphql/http-hooks.js';
import { RateLimits } from '../graphql/limits/rate.js';
import { placedExport } from '../graphql/reading-place.js';
import { baseUrlOf, contextFor, type RequestContext } from '../graphql/request-context.js';
import type { RecordFormat } from '../sources/formats/record-format.js';
import { WRITTEN } from '../sources/formats/records.js';
import type { SourceFilter } from '../sources/source.type.js';
import type { WrittenFormat } from '../writing/markup.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { oneOf, onlyKnown, readFilter, type Query as Asked } from './arguments.js';
import { claimReviews } from './claim-reviews.js';
import { claimsNdjson } from './claims-lines.js';
import { claimsCsv } from './claims-table.js';
import { ExportedArticles } from './exported-article.loader.js';
import { ExportedClaims, type ExportedClaim } from './exported-claims.loader.js';
import { ExportedFindings } from './exported-findings.loader.js';
import { ExportedSources } from './exported-sources.loader.js';
import { ExportStreams } from './export-stream.js';
import { findingsSarif } from './findings-sarif.js';
import { payingFor, type Pay } from './paying.js';
import { webAnnotations } from './web-annotations.js';

/** Everything that leaves the program as a file. All of it needs a token, of any role: it is what queries show. */
@Controller(EXPORT_PATH)
export class ExportController {
  private readonly streams = new ExportStreams();

  constructor(
    private readonly claims: ExportedClaims,
    private readonly findings: ExportedFindings,
    private readonly sources: ExportedSources,
    private readonly articles: ExportedArticles,
    private readonly workspaces: WorkspaceLoader,
    private readonly host: GraphQLSchemaHost,
    private readonly rates: RateLimits,
    private readonly database: Database,
  ) {}

  @Get('claims.csv')
  csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const pieces = claimsCsv(this.claimPages(request, reply, query));
    return this.send(request, reply, 'claims.csv', 'text/csv', pieces);
  }

  @Get('claims.ndjson')
  ndjson(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const pieces = claimsNdjson(this.claimPages(request, reply, query));
    return this.send(request, reply, 'claims.ndjson', 'application/x-ndjson', pieces);
  }

  @Get('claims.jsonld')
  annotations(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const pieces = webAnnotations(this.claimPages(request, reply, query), addressOf(request));
    const type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
    return this.send(request, reply, 'claims.jsonld', type, pieces);
  }

  @Get('claim-reviews.jsonld')
  async reviews(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const pages = this.claimPages(request, reply, query, true);
    const { name } = await this.workspaces.workspace(this.contextOf(request));
    const pieces = claimReviews(pages, name, addressOf(request));
    return this.send(request, reply, 'claim-reviews.jsonld', 'application/ld+json', pieces);
  }

  @Get('findings.sarif')
  sarif(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    onlyKnown(query, 'filter');
    const filter = readFilter<FindingFilter>(this.host.schema, 'FindingFilter', query);
    const pieces = findingsSarif(
      this.findings.read(this.contextOf(request), filter, payingFor(reply, this.rates)),
      baseUrlOf(request),
    );
    return this.send(request, reply, 'findings.sarif', 'application/sarif+json', pieces);
  }

  @Get('sources.json')
  cslJson(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    return this.records(request, reply, query, 'CSL_JSON');
  }

  @Get('sources.bib')
  bibtex(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    return this.records(request, reply, query, 'BIBTEX');
  }

  @Get('sources.ris')
  ris(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    return this.records(request, reply, query, 'RIS');
  }

  @Get('article.md')
  markdown(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    return this.article(request, reply, query, 'MARKDOWN');
  }

  @Get('article.html')
  html(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    return this.article(request, reply, query, 'HTML');
  }

  private async article(request: FastifyRequest, reply: FastifyReply, query: Asked, to: WrittenFormat): Promise<void> {
    onlyKnown(query, 'id', 'slug');
    const context = this.contextOf(request);
    const article = await this.articles.find(context, oneOf(query, 'id', 'slug'));
    const [extension, mediaType] = to === 'HTML' ? ['html', 'text/html'] : ['md', 'text/markdown'];
    const pieces = this.pieces(context, article, to, payingFor(reply, this.rates));
    return this.send(request, reply, `${article.slug}.${extension}`, mediaType, pieces);
  }

  private async *pieces(
    context: RequestContext,
    article: Article,
    to: WrittenFormat,
    pay: Pay,
  ): AsyncGenerator<string, void, undefined> {
    yield await this.articles.write(context, article, to, pay);
  }

  private records(request: FastifyRequest, reply: FastifyReply, query: Asked, format: RecordFormat): Promise<void> {
    onlyKnown(query, 'filter');
    const filter = readFilter<SourceFilter>(this.host.schema, 'SourceFilter', query);
    const { extension, mediaType } = WRITTEN[format];
    const pieces = this.sources.write(this.contextOf(request), filter, format, payingFor(reply, this.rates));
    return this.send(request, reply, `sources.${extension}`, mediaType, pieces);
  }

  private claimPages(
    request: FastifyRequest,
    reply: FastifyReply,
    query: Asked,
    judged = false,
  ): AsyncGenerator<readonly ExportedClaim[], void, undefined> {
    onlyKnown(query, 'filter');
    const filter = readFilter<ClaimFilter>(this.host.schema, 'ClaimFilter', query);
    return this.claims.read(this.contextOf(request), filter, payingFor(reply, this.rates), judged);
  }

  /** The hooks have looked the token up before any of these is called. */
  private contextOf(request: FastifyRequest): RequestContext {
    if (!request.viewer) throw new Error('an export was asked for by nobody');
    return contextFor(baseUrlOf(request), placedExport(this.database, request, request.viewer));
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    mediaType: string,
    pieces: AsyncGenerator<string, void, undefined>,
  ): Promise<void> {
    return this.streams.send(reply, request.viewer!.workspaceId, { name, mediaType, pieces });
  }
}

const addressOf = (request: FastifyRequest): string => `${baseUrlOf(request)}${request.url}`;
