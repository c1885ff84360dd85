import type { Context } from '../accounts/context.js';
import { consultationKnown } from '../consultations/consultation.resolver.js';
import { proposalKnown } from '../contributions/proposal.resolver.js';
import { known, load } from '../graphql/loader.js';
import * as sourceItems from './source-item.queries.js';

const NAME = 'source items';
const byIdsIn =
  ({ db, viewer }: Context) =>
  (ids: readonly string[]) =>
    sourceItems.byIds(db, ids, viewer?.id ?? null);

/** What was sent, or the consultation it belongs to, by id: all that a page asks for in one statement. */
export const itemById = (context: Context, id: string) => load(context, NAME, id, byIdsIn(context));

/** Tells what another row brought along, so that it is not asked for again. */
export function itemsKnown(context: Context, items: readonly sourceItems.ItemRow[]): void {
  for (const [id, item] of sourceItems.asItems(items)) {
    known(context, NAME, id, byIdsIn(context), item);
    if (item.__typename === 'Proposal') proposalKnown(context, item);
    if (item.__typename === 'Consultation') consultationKnown(context, item);
  }
}
