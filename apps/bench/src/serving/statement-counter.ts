import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What only frames statements. */
const TRANSACTION = /^\s*(START|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;
const HEADER = 5;

/**
 * Hears the messages of one client: https://www.postgresql.org/docs/17/protocol-message-formats.html.
 * Only the first, the startup message, has no letter before its length.
 */
export function statementEar(onStatement: (text: string) => void): (chunk: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0);
  let hasStarted = false;
  let parsed = '';
  return (chunk) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    for (;;) {
      const letter = hasStarted ? 1 : 0;
      if (kept.length < letter + 4) return;
      const length = letter + kept.readInt32BE(letter);
      if (kept.length < length) return;
      const type = hasStarted ? String.fromCharCode(kept[0] as number) : '';
      const text = () => kept.toString('utf8', HEADER, length);
      // Parse: the statement's name and its text, each ended by a zero.
      if (type === 'P') parsed = text().split('\0')[1] ?? '';
      // Execute: a statement that was parsed before, with its values.
      if (type === 'E') onStatement(parsed);
      if (type === 'Q' && !TRANSACTION.test(text())) onStatement(text().replace(/\0$/, ''));
      hasStarted = true;
      kept = kept.subarray(length);
    }
  };
}

export interface StatementCounter {
  /** The address of the database with the counter before it. */
  url: string;
  /** The statements that ran while the work did. */
  during(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** Stands between a server and Postgres on a Unix socket, and counts the statements that pass. */
export async function countStatements(url: string): Promise<StatementCounter> {
  const { username, password, pathname, hostname } = new URL(url);
  const socket = `${decodeURIComponent(hostname)}/.s.PGSQL.5432`;
  let statements: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const postgres = connect(socket);
    const hear = statementEar((text) => statements.push(text));
    client.on('data', hear);
    client.pipe(postgres).pipe(client);
    for (const end of [client, postgres]) {
      open.add(end);
      end.on('error', () => end.destroy());
      end.once('close', () => {
        open.delete(end);
        client.destroy();
        postgres.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgresql://${username}:${password}@127.0.0.1:${port}${pathname}`,
    during: async (work) => {
      statements = [];
      await work();
      return statements;
    },
    close: () => {
      for (const end of open) end.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
