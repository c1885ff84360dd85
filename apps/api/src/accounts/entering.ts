import type { EntityManager } from 'typeorm';
import type { Context } from './context.js';
import * as sessions from './session.queries.js';
import { type Beginning, begin, end, exchange, viewerOf } from './session.service.js';
import type { Viewer } from './viewer.js';

type How = Omit<Beginning, 'device'>;

/** Begins a session in this browser, in place of the one that was there. Answers its token. */
export async function enter(
  tx: EntityManager,
  { sessionToken, device, now }: Context,
  memberId: string,
  how: How,
): Promise<string> {
  if (sessionToken) await end(tx, sessionToken);
  return begin(tx, memberId, now, { ...how, device: device() });
}

/** Keeps a session's token in the browser, and answers who is there now. */
export function welcome(context: Context, token: string): Promise<Viewer | null> {
  context.setSession(token);
  return viewerOf(context.db, token, context.now);
}

/** Lets somebody in who has shown who they are. */
export async function signInAs(
  context: Context,
  memberId: string,
  how: How,
): Promise<Viewer | null> {
  return welcome(context, await context.act((tx) => enter(tx, context, memberId, how)));
}

/** The viewer anew, after something about them has changed in this request. */
export const viewerAnew = ({ db, sessionToken, now }: Context): Promise<Viewer | null> =>
  sessionToken ? viewerOf(db, sessionToken, now) : Promise.resolve(null);

/** Notes that the viewer has used a passkey in this session: it carries all their offices, under another token. */
export async function strengthened(context: Context, { sessionId }: Viewer): Promise<void> {
  const { sessionToken, now } = context;
  if (!sessionId || !sessionToken) return;
  const fresh = await context.act(async (tx) => {
    await sessions.confirm(tx, sessionId, now, { isStrong: true });
    return exchange(tx, sessionToken, now);
  });
  if (fresh) context.setSession(fresh);
}
