import { isEmail, isRefusal, type Refusal, refusal } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Query, Resolver } from '@nestjs/graphql';
import type {
  MutationConfirmWithCodeArgs,
  MutationRequestConfirmingCodeArgs,
  MutationRequestSignInCodeArgs,
  MutationSignInWithCodeArgs,
} from '../graphql/generated.js';
import { canSend } from '../mail/post.js';
import { browserHash, secretOf } from './browser.js';
import type { Context } from './context.js';
import { enter, viewerAnew, welcome } from './entering.js';
import { hasPartyLogin } from './party-login.issuer.js';
import * as sessions from './session.queries.js';
import * as codes from './sign-in-code.service.js';
import { canHavePasskeys, siteOf } from './site.js';

/** Notes that the viewer has confirmed that it is them. */
async function confirmed(context: Context, refused: Refusal | null) {
  return refused ?? viewerAnew(context);
}

@Resolver()
export class SignInResolver {
  @Query()
  signInWays(@Ctx() { environment }: Context) {
    return {
      code: canSend(environment),
      passkey: canHavePasskeys(siteOf(environment)),
      partyLogin: hasPartyLogin(environment),
    };
  }

  @Mutation()
  async requestSignInCode(
    @Args() { email, attemptId }: MutationRequestSignInCodeArgs,
    @Ctx() context: Context,
  ) {
    if (!canSend(context.environment)) return refusal('not_offered');
    if (!isEmail(email.trim())) {
      return refusal('not_valid', {
        field: 'email',
        saying: 'That is not an email address. Write it like asha@example.org.',
      });
    }
    return this.request(context, { attemptId, email, memberId: null });
  }

  @Mutation()
  async requestConfirmingCode(
    @Args() { attemptId }: MutationRequestConfirmingCodeArgs,
    @Ctx() context: Context,
  ) {
    const { viewer, environment } = context;
    if (!viewer) return refusal('not_signed_in');
    if (!canSend(environment)) return refusal('not_offered');
    return this.request(context, { attemptId, email: null, memberId: viewer.id });
  }

  private async request(
    context: Context,
    ask: Pick<codes.CodeAsk, 'attemptId' | 'email' | 'memberId'>,
  ) {
    const hash = browserHash(secretOf(context));
    const expiresAt = await context.act((tx) =>
      codes.request(tx, context.keys, { ...ask, browserHash: hash, at: context.now }),
    );
    return { attemptId: ask.attemptId, expiresAt };
  }

  @Mutation()
  async signInWithCode(
    @Args() { attemptId, code, membershipNumber }: MutationSignInWithCodeArgs,
    @Ctx() context: Context,
  ) {
    const tried = { attemptId, code, browserHash: browserHash(context.browser), at: context.now };
    // Wrapped, so that a refusal does not undo the counting of the try.
    const { result } = await context.act(async (tx) => {
      const who = await codes.signIn(tx, context.keys, tried, membershipNumber ?? null);
      if (isRefusal(who)) return { result: who };
      return { result: { token: await enter(tx, context, who, { by: 'code' }) } };
    });
    return isRefusal(result) ? result : welcome(context, result.token);
  }

  @Mutation()
  async confirmWithCode(
    @Args() { attemptId, code }: MutationConfirmWithCodeArgs,
    @Ctx() context: Context,
  ) {
    const { viewer, now, keys } = context;
    if (!viewer?.sessionId) return refusal('not_signed_in');
    const { id, sessionId } = viewer;
    const tried = { attemptId, code, browserHash: browserHash(context.browser), at: now };
    const { refused } = await context.act(async (tx) => {
      const refused = await codes.confirm(tx, keys, tried, id);
      if (!refused) await sessions.confirm(tx, sessionId, now, { isStrong: false });
      return { refused };
    });
    return confirmed(context, refused);
  }

  @Mutation()
  async confirmAsDemoPerson(@Ctx() context: Context) {
    const { viewer, isDemo, now } = context;
    if (!viewer?.sessionId) return refusal('not_signed_in');
    if (!isDemo || viewer.signedInBy !== 'demo') return refusal('not_offered');
    const { sessionId } = viewer;
    await context.act((tx) => sessions.confirm(tx, sessionId, now, { isStrong: false }));
    return confirmed(context, null);
  }
}
