import type { Context } from '../accounts/context.js';
import { load } from '../graphql/loader.js';
import * as sourceItems from './source-item.queries.js';

/** What was sent, or the consultation it belongs to, by id: all that a page asks for in one statement. */
export const itemById = (context: Context, id: string) =>
  load(context, 'source items', id, (ids) =>
    sourceItems.byIds(context.db, ids, context.viewer?.id ?? null),
  );
