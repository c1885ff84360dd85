import { refusal, refuseObjection } from '@clarion/deliberation';
import {
  Args,
  Context as Ctx,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { actForOneself } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import type {
  MutationChangeContactArgs,
  MutationConfirmContactArgs,
  MutationObjectToContactChangeArgs,
} from '../graphql/generated.js';
import { canSend } from '../mail/post.js';
import * as contacts from '../roll/contact.queries.js';
import * as changes from './contact-change.queries.js';
import { objectToContactChange } from './objection.service.js';
import { changeContact, confirmContact } from './own-contact.service.js';

const MOST_CHANGES = 10;
const NO_MAIL =
  'This server sends no mail, so nobody can be shown to read a new address. Ask those who run it.';

interface MyContact {
  memberId: string;
  email: string | null;
  heldUntil: Date | null;
}

async function mine({ db, viewer, now }: Context): Promise<MyContact | null> {
  if (!viewer) return null;
  const contact = await contacts.ofMember(db, viewer.id);
  const heldUntil = await contacts.heldUntil(db, viewer.id, now);
  return { memberId: viewer.id, email: contact?.email ?? null, heldUntil };
}

@Resolver('MyContact')
export class ContactResolver {
  @Query()
  myContact(@Ctx() context: Context) {
    return mine(context);
  }

  @ResolveField()
  async changes(@Parent() { memberId }: MyContact, @Ctx() { db, now }: Context) {
    const found = await changes.ofMember(db, memberId, MOST_CHANGES);
    return found.map((change) => ({
      ...change,
      at: change.madeAt ?? change.askedAt,
      mayObject: change.status === 'made' && refuseObjection(change, now) === null,
    }));
  }

  @Mutation()
  changeContact(@Args() args: MutationChangeContactArgs, @Ctx() context: Context) {
    if (!canSend(context.environment)) {
      return refusal('not_valid', { field: 'email', saying: NO_MAIL });
    }
    return actForOneself(context, (acting) => changeContact(acting, args));
  }

  @Mutation()
  async confirmContact(@Args() args: MutationConfirmContactArgs, @Ctx() context: Context) {
    // Wrapped, so that a refusal does not undo the counting of the try.
    const result = await actForOneself(context, async (acting) => ({
      refused: await confirmContact(acting, args),
    }));
    if ('reason' in result) return result;
    return result.refused ?? mine(context);
  }

  @Mutation()
  async objectToContactChange(
    @Args() { code, changeId }: MutationObjectToContactChangeArgs,
    @Ctx() { viewer, now, act }: Context,
  ) {
    if (!code && !changeId) return refusal('empty', { field: 'code', label: 'the code' });
    const refused = await act((tx) => {
      if (code) return objectToContactChange(tx, { code, viewer }, now);
      return viewer && changeId
        ? objectToContactChange(tx, { changeId, viewer }, now)
        : Promise.resolve(refusal('not_signed_in'));
    });
    return refused ?? { isDone: true };
  }
}
