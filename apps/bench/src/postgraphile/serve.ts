/**
 * PostGraphile over Clarion's tables, a program of its own: whoever has a session is known to Postgres by a
 * setting, as its manual says to do it.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

/** What is used of it; it is not installed with the bench, so it has no types here. */
interface Parts {
  postgraphile: (preset: object) => {
    createServ: (grafserv: unknown) => { addTo: (server: Server) => Promise<void> };
  };
  PostGraphileAmberPreset: object;
  makePgService: (options: { pool: pg.Pool; schemas: string[] }) => object;
  grafserv: unknown;
}

const FOLDER = process.env['POSTGRAPHILE_FOLDER'] ?? '.';
const load = createRequire(join(FOLDER, 'package.json'));
const parts = Object.assign(
  {},
  ...['', '/presets/amber', '/adaptors/pg', '/grafserv/node'].map(
    (part) => load(`postgraphile${part}`) as object,
  ),
) as Parts;

// As many connections as Clarion has.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const SESSION = {
  name: 'session',
  text: 'SELECT member_id AS id FROM session WHERE token_hash = $1 AND expires_at > now()',
};

async function memberOf(request: IncomingMessage | undefined): Promise<string | null> {
  const token = /clarion=([^;]+)/.exec(request?.headers.cookie ?? '')?.[1];
  if (!token) return null;
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await pool.query<{ id: string }>({ ...SESSION, values: [hash] });
  return rows[0]?.id ?? null;
}

const instance = parts.postgraphile({
  extends: [parts.PostGraphileAmberPreset],
  pgServices: [parts.makePgService({ pool, schemas: ['public', 'bench'] })],
  grafserv: { watch: false, graphiql: false },
  grafast: {
    explain: false,
    context: async (asking: { node?: { req: IncomingMessage } }) => {
      const memberId = await memberOf(asking.node?.req);
      return memberId ? { pgSettings: { 'clarion.member': memberId } } : {};
    },
  },
});

const server = createServer();
await instance.createServ(parts.grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
