import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The same server under two addresses: as it is, and as if it wrote no pages and sent the shell alone. */
export interface TwoWays {
  written: string;
  shell: string;
  close(): Promise<void>;
}

/** Passes everything on to `target`; what `instead` answers is sent in the place of a page. */
function pass(target: string, instead: string | null): Server {
  return createServer((asked, reply) => {
    // A page is asked for by going there; the shell is what the server sends for one that it does not write.
    const isPage = asked.headers['sec-fetch-dest'] === 'document';
    const url = new URL(isPage && instead ? instead : (asked.url ?? '/'), target);
    const passed = forward(url, { method: asked.method, headers: asked.headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    passed.on('error', () => reply.destroy());
    asked.pipe(passed);
  });
}

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

/** A page of which only the shell is sent: it is drawn in the browser. Its address is not looked at there. */
const DRAWN_IN_BROWSER = '/settings';

export async function openTwoWays(target: string): Promise<TwoWays> {
  const servers = [pass(target, null), pass(target, DRAWN_IN_BROWSER)] as const;
  const [written, shell] = [await listen(servers[0]), await listen(servers[1])];
  return {
    written,
    shell,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}
