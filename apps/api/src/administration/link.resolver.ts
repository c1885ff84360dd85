import { isRefusal } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import { enter, welcome } from '../accounts/entering.js';
import type { MutationSignInByLinkArgs } from '../graphql/generated.js';
import { useLink } from './link.service.js';

@Resolver()
export class LinkResolver {
  @Mutation()
  async signInByLink(@Args() { token }: MutationSignInByLinkArgs, @Ctx() context: Context) {
    const result = await context.act(async (tx) => {
      const memberId = await useLink(tx, token, context.now);
      return isRefusal(memberId) ? memberId : enter(tx, context, memberId, { by: 'link' });
    });
    return isRefusal(result) ? result : welcome(context, result);
  }
}
