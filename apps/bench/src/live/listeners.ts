import WebSocket from 'ws';
import { PlainError } from '../plain-error.js';
import { cookieOf } from '../votes/stage.js';

/** Connections that are being opened at once: as many as a browser's crowd after a restart. */
const AT_ONCE = 100;
const PATIENCE_MS = 30_000;

const TALLY = `subscription ($id: ID!) { tallyNews(id: $id) { id tally { agree disagree pass votes } } }`;

/** People who watch one proposal, and when each was told last. */
export interface Listeners {
  /** Messages so far, of all. */
  messages: () => number;
  /** Waits until everybody has been told `votes` in this state, and answers when each was, in order. */
  told: (tally: string) => Promise<number[]>;
  /** The most messages that one of them was told since the last time this was asked. */
  mostOfOne: () => number;
  close: () => void;
}

interface Listener {
  socket: WebSocket;
  tally: string;
  at: number;
  messages: number;
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function open(address: string, voter: number, proposalId: string): Promise<Listener> {
  const url = `${address.replace(/^http/, 'ws')}/live`;
  const headers = { cookie: cookieOf(voter) };
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers, perMessageDeflate: false });
  const listener: Listener = { socket, tally: '', at: 0, messages: 0 };
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1');
      const [tally] = /"tally":\{[^}]*\}/.exec(text) ?? [];
      if (tally) {
        listener.tally = tally;
        listener.at = performance.now();
        listener.messages += 1;
        resolve(listener);
      } else if (text.includes('connection_ack')) {
        const payload = { query: TALLY, variables: { id: proposalId } };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
      } else reject(new PlainError(`A listener was told: ${text.slice(0, 200)}`));
    });
  });
}

/** Opens a connection for each of so many voters, who all watch the counts of one proposal. */
export async function openListeners(
  address: string,
  count: number,
  proposalId: string,
): Promise<Listeners> {
  const all: Listener[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Math.min(AT_ONCE, count - from);
    const opening = Array.from({ length: some }, (_, at) => open(address, from + at, proposalId));
    all.push(...(await Promise.all(opening)));
  }
  const messages = () => all.reduce((sum, each) => sum + each.messages, 0);
  let counted = all.map((each) => each.messages);
  return {
    messages,
    async told(tally) {
      const since = performance.now();
      while (!all.every((each) => each.tally === tally)) {
        if (performance.now() - since > PATIENCE_MS) {
          const missing = all.filter((each) => each.tally !== tally).length;
          throw new PlainError(`${missing} of ${count} listeners were not told of a vote.`);
        }
        await pause(10);
      }
      return all.map(({ at }) => at).sort((a, b) => a - b);
    },
    mostOfOne() {
      const most = Math.max(...all.map((each, at) => each.messages - (counted[at] ?? 0)));
      counted = all.map((each) => each.messages);
      return most;
    },
    close: () => {
      for (const { socket } of all) socket.terminate();
    },
  };
}
