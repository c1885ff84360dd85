/**
 * The floor: node:http and pg with one prepared statement, a program of its own. It finds the session and
 * hands out rows that are stored as they are sent; it computes nothing.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const STATEMENT = {
  name: 'page',
  text: `SELECT h.before || (SELECT string_agg(f.row, ',' ORDER BY f.position)
      FROM (SELECT row, position FROM bench_row WHERE consultation_id = h.consultation_id
        ORDER BY position LIMIT 20) AS f) || h.after AS reply
    FROM session s JOIN bench_page h ON h.consultation_id = $2
    WHERE s.token_hash = $1 AND s.expires_at > now()`,
};

// As many connections as Clarion has.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage): Promise<string | null> {
  const { variables } = JSON.parse(await bodyOf(request)) as { variables: { id: string } };
  const token = /clarion=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await pool.query<{ reply: string }>({
    ...STATEMENT,
    values: [hash, variables.id],
  });
  return rows[0]?.reply ?? null;
}

const server = createServer((request, response) => {
  answer(request).then(
    (reply) => {
      response.writeHead(reply === null ? 401 : 200, { 'content-type': 'application/json' });
      response.end(reply ?? '');
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
