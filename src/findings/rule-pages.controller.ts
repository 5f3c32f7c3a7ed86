import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ruleDocumentation } from '../judging/documentation.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';

/** What `Rule.documentationUrl` leads to. The rules are the same for everybody, so the pages are open. */
@Controller('docs/rules')
export class RulePagesController {
  @Get(':id')
  @Header('content-type', 'text/markdown; charset=utf-8')
  page(@Param('id') id: string): string {
    const rule = BUILT_IN_RULES.find(({ meta }) => meta.id === id);
    if (!rule) throw new NotFoundException();
    return ruleDocumentation(rule);
  }
}
