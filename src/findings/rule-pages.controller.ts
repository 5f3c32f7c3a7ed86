import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ruleDocumentation } from '../judging/documentation.js';
import { PLUGIN_SEPARATOR } from '../judging/plugin.js';
import { installedRule } from '../plugins/installed-rules.js';

/** What `Rule.documentationUrl` leads to. The rules are the same for everybody, so the pages are open. */
@Controller('docs/rules')
export class RulePagesController {
  @Get(':id')
  @Header('content-type', 'text/markdown; charset=utf-8')
  page(@Param('id') id: string): string {
    const rule = installedRule(id);
    if (!rule) throw new NotFoundException();
    return ruleDocumentation(rule);
  }

  @Get(':plugin/:id')
  @Header('content-type', 'text/markdown; charset=utf-8')
  pageOfPlugin(@Param('plugin') plugin: string, @Param('id') id: string): string {
    return this.page(`${plugin}${PLUGIN_SEPARATOR}${id}`);
  }
}
