import { connect, type Socket } from 'node:net';

export interface Reply {
  status: number;
  text: string;
}

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '\r\n0\r\n\r\n';

/** The text of chunks, each after its length in hexadecimal: https://www.rfc-editor.org/rfc/rfc9112#section-7.1. */
function unchunked(chunks: string): string {
  let text = '';
  for (let at = 0; at < chunks.length; ) {
    const from = chunks.indexOf('\r\n', at) + 2;
    const length = Number.parseInt(chunks.slice(at, from), 16);
    text += chunks.slice(from, from + length);
    at = from + length + 2;
  }
  return text;
}

/** A reply that has come whole; null while more of it is to come. */
function whole(text: string): Reply | null {
  const head = text.indexOf(HEAD_END);
  if (head < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  const body = text.slice(head + HEAD_END.length);
  const status = Number(text.slice(9, 12));
  if (length !== undefined) return body.length >= Number(length) ? { status, text: body } : null;
  return text.endsWith(LAST_CHUNK) ? { status, text: unchunked(body) } : null;
}

export interface Wire {
  send: (body: string, cookie: string) => Promise<Reply>;
  close: () => void;
}

/**
 * One connection that asks for GraphQL, one request at a time: so little of a client that on a shared machine
 * it leaves the processor to those it asks. Replies are read a byte a letter, as their length counts.
 */
export async function openWire(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address);
  const socket: Socket = connect(Number(port), hostname);
  socket.setNoDelay(true).setEncoding('latin1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  let text = '';
  let waiting: { resolve: (reply: Reply) => void; reject: (fault: Error) => void } | null = null;
  const fail = (fault: Error) => {
    waiting?.reject(fault);
    waiting = null;
  };
  socket.on('data', (part: string) => {
    text += part;
    const reply = whole(text);
    if (!reply) return;
    text = '';
    const asked = waiting;
    waiting = null;
    asked?.resolve(reply);
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  return {
    send: (body, cookie) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(
          `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n` +
            `cookie: ${cookie}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
          'utf8',
        );
      }),
    close: () => socket.destroy(),
  };
}
