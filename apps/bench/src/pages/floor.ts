/** The floor: node:http and pg with one prepared statement a page, a program of its own. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { floorStatement } from './floor-statements.js';
import type { PageName } from './pages.js';

// As many connections as Clarion has.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage): Promise<string | null> {
  const { page, id } = JSON.parse(await bodyOf(request)) as { page: PageName; id: string };
  const token = /clarion=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const hash = token ? createHash('sha256').update(token).digest() : null;
  const { rows } = await pool.query<{ reply: string }>({
    ...floorStatement(page, hash ? 'member' : 'nobody'),
    values: hash ? [id, hash] : [id],
  });
  return rows[0]?.reply ?? null;
}

const server = createServer((request, response) => {
  answer(request).then(
    (reply) => {
      const text = Buffer.from(reply ?? '');
      response.writeHead(reply === null ? 401 : 200, {
        'content-type': 'application/json',
        'content-length': text.length,
      });
      response.end(text);
    },
    (fault: unknown) => {
      response.writeHead(500).end(String(fault));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
