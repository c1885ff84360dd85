import { isRefusal, refusal, refuseLapsed, ukDay } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  MutationAddPasskeyArgs,
  MutationConfirmWithPasskeyArgs,
  MutationRemovePasskeyArgs,
  MutationRenamePasskeyArgs,
  MutationSignInWithPasskeyArgs,
} from '../graphql/generated.js';
import { browserHash, secretOf } from './browser.js';
import type { Context } from './context.js';
import { signInAs, strengthened, viewerAnew } from './entering.js';
import * as passkeys from './passkey.queries.js';
import * as answers from './passkey.service.js';
import * as changes from './passkey-change.service.js';
import { personById } from './session.queries.js';
import { siteOf } from './site.js';
import type { Viewer } from './viewer.js';

/** Whoever begins with a passkey here: their browser is given a secret. */
const beginner = (context: Context): answers.Asker => ({
  ...here(context),
  browserHash: browserHash(secretOf(context)),
});

/** Whoever ends what this browser has begun. */
const here = ({ db, environment, now, browser }: Context): answers.Asker => ({
  db,
  now,
  site: siteOf(environment),
  browserHash: browserHash(browser),
});

const asOptions = (options: object) => ({ options: JSON.stringify(options) });

@Resolver('Viewer')
export class PasskeyResolver {
  @ResolveField('passkeys')
  list(@Parent() viewer: Viewer, @Ctx() { db }: Context) {
    return passkeys.ofMember(db, viewer.id);
  }

  @Mutation()
  async offerPasskeySignIn(@Ctx() context: Context) {
    return asOptions(await answers.offer(beginner(context), null));
  }

  @Mutation()
  async signInWithPasskey(
    @Args() { response }: MutationSignInWithPasskeyArgs,
    @Ctx() context: Context,
  ) {
    const { db, now } = context;
    const answered = await answers.answered(here(context), response, null);
    if (isRefusal(answered)) return answered;
    const person = await personById(db, answered.memberId, now);
    const lapsed = refuseLapsed(person?.lapsedOn, ukDay(now));
    return lapsed ?? signInAs(context, answered.memberId, { by: 'passkey' });
  }

  @Mutation()
  async offerAddingPasskey(@Ctx() context: Context) {
    const { viewer, db, now } = context;
    if (!viewer) return refusal('not_signed_in');
    const held = await passkeys.keysOfMember(db, viewer.id);
    const refused = changes.refuseAdding(viewer, held.length, now);
    return refused ?? asOptions(await answers.offerAdding(beginner(context), viewer));
  }

  @Mutation()
  async addPasskey(
    @Args() { id, name, response }: MutationAddPasskeyArgs,
    @Ctx() context: Context,
  ) {
    const { viewer, device } = context;
    if (!viewer) return refusal('not_signed_in');
    // Wrapped, so that a refusal does not give the challenge back.
    const { added, isNew } = await context.act(async (tx) => {
      // Sent twice at once the second waits, and finds what the first has added.
      await passkeys.lockCount(tx, viewer.id);
      const before = await passkeys.own(tx, viewer.id, id);
      if (before) return { added: before, isNew: false };
      const made = await answers.made({ ...here(context), db: tx }, viewer.id, response);
      if (isRefusal(made)) return { added: made, isNew: false };
      const passkey = { ...made, id, name: name?.trim() || device() };
      return { added: await changes.add(tx, viewer, passkey), isNew: true };
    });
    // Whoever has just used it is here by it.
    if (isNew && !isRefusal(added)) await strengthened(context, viewer);
    return added;
  }

  @Mutation()
  async renamePasskey(@Args() { id, name }: MutationRenamePasskeyArgs, @Ctx() context: Context) {
    const { viewer } = context;
    if (!viewer) return refusal('not_signed_in');
    const cleaned = changes.cleanName(name);
    if (isRefusal(cleaned)) return cleaned;
    await context.act((tx) => passkeys.rename(tx, viewer.id, id, cleaned));
    return (
      (await passkeys.own(context.db, viewer.id, id)) ?? refusal('not_found', { what: 'passkey' })
    );
  }

  @Mutation()
  async removePasskey(@Args() { id }: MutationRemovePasskeyArgs, @Ctx() context: Context) {
    const { viewer, now } = context;
    if (!viewer) return refusal('not_signed_in');
    const refused = await context.act((tx) => changes.remove(tx, viewer, id, now));
    return refused ?? viewerAnew(context);
  }

  @Mutation()
  async offerConfirmingWithPasskey(@Ctx() context: Context) {
    const { viewer } = context;
    if (!viewer) return refusal('not_signed_in');
    return asOptions(await answers.offer(beginner(context), viewer.id));
  }

  @Mutation()
  async confirmWithPasskey(
    @Args() { response }: MutationConfirmWithPasskeyArgs,
    @Ctx() context: Context,
  ) {
    const { viewer } = context;
    if (!viewer) return refusal('not_signed_in');
    const answered = await answers.answered(here(context), response, viewer.id);
    if (isRefusal(answered)) return answered;
    await strengthened(context, viewer);
    return viewerAnew(context);
  }
}
