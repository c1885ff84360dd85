import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Replicas } from '../database/replicas/replicas.js';

/** For longer than any replica is behind; and not for ever, since after a restore the log begins anew. */
const KEPT_SECONDS = 60 * 60;

const GIVEN = Symbol('a position goes with the reply');
/** On the request, not in a weak set of them: see `onceForEach` in `server.ts`. */
type Marked = FastifyRequest & { [GIVEN]?: true };

const give = (request: Marked) => {
  request[GIVEN] = true;
};

export interface LastPositions {
  /** When whoever asks wrote last, on any instance, on the clock of `performance.now()`. */
  wroteAt: (request: FastifyRequest, isSignedIn: boolean) => number;
  /** Lets the browser keep how far the primary has written when this request is answered. */
  give: (request: FastifyRequest) => void;
  serve: (fastify: FastifyInstance) => void;
}

/**
 * How far the primary had written when a browser was answered, kept in that browser: whichever instance it
 * asks next reads from a replica only when that has come so far. A browser that keeps no cookies is shown
 * what the primary holds at that moment, since it may have written just now, anywhere.
 */
export function openLastPositions(
  replicas: Pick<Replicas, 'count' | 'position' | 'momentOf'>,
  isSecure: boolean,
): LastPositions {
  const name = `${isSecure ? '__Host-' : ''}clarion-wrote`;
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  const hasReplicas = replicas.count().all > 0;
  const momentFor = ({ cookies }: FastifyRequest) => {
    const position = cookies[name];
    return position === undefined ? null : replicas.momentOf(position);
  };
  const send = async (reply: FastifyReply) => {
    const position = await replicas.position().catch(() => null);
    if (position) reply.setCookie(name, position, { ...options, maxAge: KEPT_SECONDS });
    // With none it is shown what the primary holds.
    else reply.clearCookie(name, options);
  };
  return {
    wroteAt: (request, isSignedIn) => {
      const long = Number.NEGATIVE_INFINITY;
      if (!hasReplicas) return long;
      const moment = momentFor(request);
      if (moment !== null) return moment;
      // Visitors write nothing that they are shown.
      if (!isSignedIn) return long;
      give(request);
      return performance.now();
    },
    give,
    serve: (fastify) => {
      if (!hasReplicas) return;
      fastify.addHook('onSend', async (request: Marked, reply) => {
        if (request[GIVEN]) await send(reply);
      });
    },
  };
}
