import type { Context } from '../accounts/context.js';
import { loadOwn } from './pseudonym.js';
import { type TurnoutRow, turnouts } from './turnout.queries.js';

/** A consultation's row, which may have brought its turnout along. */
export interface Turned {
  id: string;
  turnout?: Omit<TurnoutRow, 'id'>;
}

const NOBODY: Omit<TurnoutRow, 'id'> = { voters: 0, mine: 0, ballots: 0, chosen: [] };

/** How many took part, and how far the viewer did, loaded together with the other consultations of the page. */
export async function turnoutOf(context: Context, { id, turnout }: Turned) {
  if (turnout && !context.forAll) return turnout;
  const found = await loadOwn(context, 'turnouts', { id, consultationId: id }, (asked) =>
    turnouts(context.db, asked),
  );
  return found ?? NOBODY;
}
