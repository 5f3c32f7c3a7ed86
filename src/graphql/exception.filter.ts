import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/**
 * Hands errors of resolvers on as they are: the error formatter decides what is told, and logs once. Nest's own filter
 * would log each of them with its stack. Errors of the few plain pages are told by their status alone.
 */
@Catch()
export class PassOnFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const status = error instanceof HttpException ? error.getStatus() : 500;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return reply.status(status).type('application/json; charset=utf-8').send({ status });
  }
}
