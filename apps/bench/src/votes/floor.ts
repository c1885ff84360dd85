/**
 * The floor of votes: node:http and pg, one prepared call a vote, which is its transaction. It finds the
 * session and writes vote and count; it asks no rule and commits to nothing.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const STATEMENT = {
  name: 'vote',
  text: `SELECT bench.floor_cast(s.member_id, $2, $3) AS agree FROM session s
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
  const { proposalId, choice } = JSON.parse(await bodyOf(request)) as Record<string, string>;
  const token = /clarion=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await pool.query({ ...STATEMENT, values: [hash, proposalId, choice] });
  return rows.length === 0 ? null : JSON.stringify(rows[0]);
}

const server = createServer((request, response) => {
  answer(request).then(
    (reply) => {
      response.statusCode = reply === null ? 401 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(reply ?? '');
    },
    (fault: unknown) => {
      response.statusCode = 500;
      response.end(String(fault));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
