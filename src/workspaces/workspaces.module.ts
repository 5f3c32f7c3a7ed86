import { Module } from '@nestjs/common';
import { MembersResolver } from './members.resolver.js';
import { TokenLoader } from './token.loader.js';
import { TokensResolver } from './tokens.resolver.js';
import { WorkspaceLoader } from './workspace.loader.js';
import { ViewerResolver } from './workspace.resolver.js';

/** The caller's workspace and its members, as the API shows them. */
@Module({
  providers: [WorkspaceLoader, TokenLoader, ViewerResolver, MembersResolver, TokensResolver],
  exports: [WorkspaceLoader, TokenLoader],
})
export class WorkspacesModule {}
