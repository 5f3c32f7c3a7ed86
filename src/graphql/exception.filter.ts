import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { formatErrors, tellWhenAgain, type FaultLog } from './error-formatter.js';
import { faultLog } from './fault-log.js';

/**
 * Hands errors of resolvers on as they are: the error formatter decides what is told, and logs once. Nest's own filter
 * would log each of them with its stack. Of the plain pages, those that Nest throws are told by their status alone, all
 * others as the API tells them.
 */
@Catch()
export class PassOnFilter implements ExceptionFilter {
  private readonly log = faultLog();

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (!(error instanceof HttpException)) return sendErrors(reply, error, this.log);
    const status = error.getStatus();
    return reply.status(status).type(JSON_TYPE).send({ status });
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers with an error as the API tells it, on an address that is not GraphQL. */
export function sendErrors(reply: FastifyReply, error: unknown, log: FaultLog): FastifyReply {
  const errors = [error instanceof Error ? error : new Error(`a ${typeof error} was thrown`)];
  const { statusCode, response } = formatErrors({ errors }, { graphqlResponse: true, log });
  tellWhenAgain(reply, response.errors);
  return reply.status(statusCode).type(JSON_TYPE).send(response);
}
