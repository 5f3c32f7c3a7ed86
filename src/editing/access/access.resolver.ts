import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../graphql/request-context.js';
import { TokenLoader } from '../../workspaces/token.loader.js';
import { WorkspaceLoader } from '../../workspaces/workspace.loader.js';
import type { Outcome } from '../editing.js';
import { MemberEdits } from './member.edits.js';
import {
  AddMemberInput,
  AddMemberPayload,
  RemoveMemberInput,
  RemoveMemberPayload,
  UpdateMemberInput,
  UpdateMemberPayload,
} from './member.type.js';
import { TokenEdits } from './token.edits.js';
import { CreateTokenInput, CreateTokenPayload, RevokeTokenInput, RevokeTokenPayload } from './token.type.js';

const WHO = 'Who, and what of them.';
const WHICH = 'Which, and for what.';

/** Changes of who may do what. */
@Resolver()
export class AccessResolver {
  constructor(
    private readonly members: MemberEdits,
    private readonly tokens: TokenEdits,
    private readonly workspaces: WorkspaceLoader,
    private readonly tokenLoader: TokenLoader,
  ) {}

  @Mutation(() => AddMemberPayload, {
    nullable: true,
    description: 'Adds somebody to the workspace. They can call once they have a token. Needs ADMIN.',
  })
  async addMember(
    @Context() context: RequestContext,
    @Args('input', { description: WHO }) input: AddMemberInput,
  ): Promise<AddMemberPayload> {
    return this.member(context, await this.members.add(context.viewer, input));
  }

  @Mutation(() => UpdateMemberPayload, {
    nullable: true,
    description: "Changes a member's name, address or role, or brings one back who was removed. Needs ADMIN.",
  })
  async updateMember(
    @Context() context: RequestContext,
    @Args('input', { description: WHO }) input: UpdateMemberInput,
  ): Promise<UpdateMemberPayload> {
    return this.member(context, await this.members.update(context.viewer, input));
  }

  @Mutation(() => RemoveMemberPayload, {
    nullable: true,
    description:
      'Removes a member: their tokens are revoked, and what they did keeps their name. Not the last ADMIN. Needs ADMIN.',
  })
  async removeMember(
    @Context() context: RequestContext,
    @Args('input', { description: WHO }) input: RemoveMemberInput,
  ): Promise<RemoveMemberPayload> {
    return this.member(context, await this.members.remove(context.viewer, input));
  }

  @Mutation(() => CreateTokenPayload, {
    nullable: true,
    description: 'Makes a token for yourself, or, for ADMIN, for any member. Needs EDITOR.',
  })
  async createToken(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: CreateTokenInput,
  ): Promise<CreateTokenPayload> {
    const { done, userErrors } = await this.tokens.create(context.viewer, input);
    if (done) context.secrets.add(done.secret);
    const token = done && (await this.tokenLoader.byId(context, done.id));
    return { token, secret: done?.secret ?? null, userErrors: [...userErrors] };
  }

  @Mutation(() => RevokeTokenPayload, {
    nullable: true,
    description:
      'Ends a token of yours, or, for ADMIN, of any member: within seconds nobody calls with it. It may do no more than the token that you call with. Needs READER.',
  })
  async revokeToken(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: RevokeTokenInput,
  ): Promise<RevokeTokenPayload> {
    const { done, userErrors } = await this.tokens.revoke(context.viewer, input);
    return { token: done && (await this.tokenLoader.byId(context, done.id)), userErrors: [...userErrors] };
  }

  private async member(
    context: RequestContext,
    { done, userErrors }: Outcome<{ readonly id: string }>,
  ): Promise<AddMemberPayload> {
    return { member: done && (await this.workspaces.memberById(context, done.id)), userErrors: [...userErrors] };
  }
}
