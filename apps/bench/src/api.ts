/**
 * What of the API's build raises a database. The API is a program, not a library, so it has no types of
 * its own to import; its tests' set-up (apps/api/test/stage/raise.js) uses the same.
 */
interface Statements {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface Database extends Statements {
  initialize(): Promise<unknown>;
  destroy(): Promise<void>;
  transaction(work: (tx: Statements) => Promise<void>): Promise<void>;
  manager: Statements;
}

interface Keyring {
  create(consultationId: string): void;
  pseudonym(consultationId: string, memberId: string): Buffer;
}

export interface EmbeddedPostgres {
  url: string;
  stop(): Promise<void>;
}

/** A public act, as a row of the tables tells it; see the API’s record/public-act.ts. */
export interface PublicAct {
  kind: string;
  aboutKind: string;
  aboutId: string;
  consultationId: string;
  actorId: string | null;
  bodyId: string | null;
  at: Date;
  data: Record<string, unknown>;
  personal: Record<string, string>;
  kept: Record<string, string>;
}

export interface RecordHead {
  last: string;
  tree: { size: number; edge: readonly Uint8Array[] };
}

/** Entries with their salts and subtrees; bytes are hexadecimal. */
export interface Chained {
  entries: {
    number: number;
    act: Omit<PublicAct, 'at' | 'personal' | 'kept'> & { at: string };
    commitments: Record<string, string>;
    previous: string;
    hash: string;
  }[];
  salts: { number: number; field: string; salt: string; text: string | null }[];
  subtrees: { level: number; index: number; hash: string }[];
  head: RecordHead;
}

/** Somebody acting at a moment; see the API’s accounts/acting.ts. */
export interface Acting {
  tx: Statements;
  viewer: object;
  at: Date;
  keys: Keyring;
}

export interface Round {
  id: string;
  number: number;
}

interface Api {
  startEmbeddedPostgres(options: {
    directory: string;
    maxConnections?: number;
  }): Promise<EmbeddedPostgres>;
  dataSource(options: { url: string; pool: number; statementTimeout: number }): Database;
  migrate(database: Database): Promise<unknown>;
  /** Every migration, oldest first. */
  migrations: readonly unknown[];
  loadCast(tx: Statements, today: Date): Promise<void>;
  openKeyring(directory: string): Keyring;
  begin(
    tx: Statements,
    memberId: string,
    now: Date,
    how: { by: 'demo'; device: string },
  ): Promise<string>;
  rebuild(tx: Statements, consultationId: string): Promise<void>;
  /** Finds opinion groups and ranges, as the job does. */
  recount(database: Database, consultationId: string, at: Date): Promise<boolean>;
  viewerById(db: Statements, memberId: string, at: Date): Promise<object | null>;
  publishRound(
    acting: Acting,
    round: { id: string; consultationId: string },
  ): Promise<Round | { message: string }>;
  /** Every vote of a consultation, with what opens them. */
  readMatrix(
    tx: Statements,
    consultationId: string,
    onProgress: undefined,
    isCommittedAsked: boolean,
  ): Promise<object>;
  /** Runs a write whose first statement is sent with the beginning of its transaction, and whose commit with its last. */
  inFewTrips<Result>(
    database: Database,
    write: (tx: Statements, commit: () => Promise<unknown>) => Promise<Result>,
  ): Promise<Result>;
  /** Writes votes in one consultation, as one set; answers each with how it stands, or with a refusal. */
  voteTogether(
    writing: { tx: Statements; keys: Keyring; commit: () => Promise<unknown> },
    consultationId: string,
    asked: readonly {
      viewer: { id: string; clpId: string | null };
      at: Date;
      proposalId: string;
      choice: 'agree' | 'disagree' | 'pass';
      random: Buffer;
    }[],
  ): Promise<object[]>;
  /** What of the counts is not what the votes say. */
  recountTallies(database: Statements): Promise<object[]>;
  /** Makes an act ready for the record. */
  prepare(act: PublicAct): Promise<object>;
  /** Numbers prepared acts and links them to the end of the record. */
  chain(head: RecordHead, acts: readonly object[]): Promise<Chained>;
  /** What in the record, or in the tables beside it, is not as it was entered. */
  verifyRecord(db: Statements, options: { keys: Keyring }): Promise<{ problem: string }[]>;
  memberId(key: string): string;
  bodyId(key: string): string;
}

export type { Database, Keyring, Statements };

const PARTS = [
  'database/embedded-postgres',
  'database/data-source',
  'database/migrate',
  'database/migrations/index',
  'demo/roll',
  'demo/ids',
  'keyring/keyring',
  'accounts/session.service',
  'record/public-act',
  'record/record.service',
  'audit/verify-record.service',
  'voting/tally.queries',
  'voting/vote-matrix.queries',
  'voting/vote-set.service',
  'database/in-few-trips',
  'ranking/recount.service',
  'ranking/round.service',
];

export async function openApi(): Promise<Api> {
  const parts: object[] = [];
  for (const part of PARTS) parts.push((await import(`@clarion/api/dist/${part}.js`)) as object);
  return Object.assign({}, ...parts) as Api;
}
