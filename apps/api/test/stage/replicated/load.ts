/** Somebody who votes on one instance and looks on another, with the cookies of their browser. */
export interface Walker {
  cookies: Map<string, string>;
  /** Choices by proposal, as they were acknowledged. */
  chose: Map<string, string>;
}

export interface Tally {
  votes: number;
  /** Own votes that were looked for at once on the other instance. */
  checks: number;
  /** Of these, that were not there. */
  missed: number;
  /** Pages that visitors read. */
  pages: number;
  /** Requests that were refused, broken off or answered with an error. */
  failed: string[];
  /** Milliseconds of the slowest. */
  slowest: number;
}

export const nothingYet = (): Tally => ({
  ...{ votes: 0, checks: 0, missed: 0, pages: 0, failed: [], slowest: 0 },
});

const VOTE = `mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) {
  ... on Vote { choice } ... on Refusal { message } } }`;
const OWN = `query ($id: ID!) { proposal(id: $id) { myVote { choice } tally { agree disagree pass } } }`;
const PAGE = `query ($id: ID!) { consultation(id: $id) { title phase
  proposals(first: 20) { edges { node { id number statement tally { agree disagree pass } } } } } }`;
const CHOICES = ['agree', 'disagree', 'pass'];

async function ask(
  address: string,
  cookies: Map<string, string>,
  query: string,
  variables: Record<string, unknown>,
): Promise<any> {
  const reply = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(cookies.size && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  for (const line of reply.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value) cookies.set(name, value);
    else cookies.delete(name);
  }
  const { data, errors } = (await reply.json()) as any;
  if (errors || !reply.ok) throw new Error(errors?.[0]?.message ?? `status ${reply.status}`);
  return data;
}

interface Where {
  instances: readonly [string, string];
  consultationId: string;
  proposals: readonly string[];
}

/** Walkers vote and visitors read, on both instances by turns, until it is ended. `forgets`: the control, whose browsers do not keep what they were given after a vote. */
export function underLoad(
  { instances, consultationId, proposals }: Where,
  walkers: readonly Walker[],
  { visitors, forgets = false }: { visitors: number; forgets?: boolean },
): () => Promise<Tally> {
  const tally = nothingYet();
  let isOver = false;
  const timed = async <T>(work: () => Promise<T>): Promise<T | null> => {
    const begun = performance.now();
    try {
      return await work();
    } catch (fault) {
      tally.failed.push((fault as Error).message);
      return null;
    } finally {
      tally.slowest = Math.max(tally.slowest, performance.now() - begun);
    }
  };
  const walk = async ({ cookies, chose }: Walker, person: number) => {
    for (let turn = person; !isOver; turn += 1) {
      // An instance that somebody has just voted on knows so itself: those who forget vote on one alone.
      const [voted, looked] = forgets || turn % 2 ? instances : [instances[1], instances[0]];
      const id = proposals[turn % proposals.length] as string;
      const choice = CHOICES[(turn + Math.floor(turn / proposals.length)) % 3] as string;
      const kept = new Map(cookies);
      const given = forgets ? kept : cookies;
      const cast = await timed(() => ask(voted, given, VOTE, { id, choice }));
      if (cast?.castVote.choice !== choice) continue;
      tally.votes += 1;
      chose.set(id, choice);
      const seen = await timed(() => ask(looked, cookies, OWN, { id }));
      if (!seen) continue;
      tally.checks += 1;
      if (seen.proposal.myVote?.choice !== choice) tally.missed += 1;
    }
  };
  const look = async (visitor: number) => {
    const nothing = new Map<string, string>();
    for (let turn = visitor; !isOver; turn += 1) {
      const address = instances[turn % 2] as string;
      const own = await timed(() =>
        turn % 3
          ? ask(address, nothing, PAGE, { id: consultationId })
          : ask(address, nothing, OWN, { id: proposals[turn % proposals.length] }),
      );
      if (own) tally.pages += 1;
    }
  };
  const all = [
    ...walkers.map(walk),
    ...Array.from({ length: visitors }, (_, visitor) => look(visitor)),
  ];
  return async () => {
    isOver = true;
    await Promise.all(all);
    return tally;
  };
}
