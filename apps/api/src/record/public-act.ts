import { randomBytes } from 'node:crypto';
import { isRecordAct, type RecordSubject } from '@clarion/deliberation';
import { commit, type Entry, SALT_BYTES, toHex } from '@clarion/record';

/** A public act, as its feature tells it. What it is called is listed in `RECORD_ACTS` of deliberation. */
export interface PublicAct {
  kind: string;
  aboutKind: RecordSubject;
  aboutId: string;
  consultationId: string | null;
  actorId: string | null;
  bodyId?: string | null;
  at: Date;
  /** Public for ever. No text of a person, no name, no address. */
  data?: Record<string, unknown>;
  /**
   * Texts that a person wrote, by name, as they are kept in their own tables. The record only commits to
   * them, so that they can be erased. See audit/texts.ts, which says where each is kept.
   */
  personal?: Record<string, string>;
  /** The same for texts that no table keeps: they are kept beside their salts. */
  kept?: Record<string, string>;
}

/** An act as it stands in an entry, hashed. */
export interface RecordedAct {
  aboutId: string;
  aboutKind: string;
  actorId: string | null;
  at: string;
  bodyId: string | null;
  consultationId: string | null;
  data: unknown;
  kind: string;
}

/** An act ready to be entered: everything that can be made before its number is known. */
export interface PreparedAct {
  act: RecordedAct;
  commitments: Record<string, string>;
  salts: { field: string; salt: Buffer; text: string | null }[];
}

/** Half a surrogate pair is kept by Postgres as U+FFFD, so that is what was written. */
const asKept = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** As JSON says it: a Date as its text, nothing for what is undefined. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_name, each: unknown) =>
      typeof each === 'string' ? asKept(each) : each,
    ),
  );

const id = (value: string | null | undefined) => value?.toLowerCase() ?? null;

/** Draws the salts of an act and commits to its texts. Throws for an act that no list names. */
export async function prepare(given: PublicAct): Promise<PreparedAct> {
  const { kind, aboutKind, aboutId, consultationId, actorId, bodyId, at, data = {} } = given;
  if (!isRecordAct(aboutKind, kind)) {
    throw new Error(`RECORD_ACTS does not say what “${kind}” of a ${aboutKind} is`);
  }
  const { personal = {}, kept = {} } = given;
  const salts = Object.entries({ ...personal, ...kept }).map(([field, text]) => ({
    field,
    written: asKept(text),
    text: Object.hasOwn(kept, field) ? asKept(text) : null,
    salt: randomBytes(SALT_BYTES),
  }));
  const commitments = await Promise.all(
    salts.map(async ({ field, written, salt }) => [field, toHex(await commit(written, salt))]),
  );
  return {
    act: {
      aboutId: aboutId.toLowerCase(),
      aboutKind,
      actorId: id(actorId),
      at: at.toISOString(),
      bodyId: id(bodyId),
      consultationId: id(consultationId),
      data: plain(data),
      kind,
    },
    commitments: Object.fromEntries(commitments) as Record<string, string>,
    salts: salts.map(({ field, salt, text }) => ({ field, salt, text })),
  };
}

/** An entry as its row says it, with its hash as it was kept. */
export interface EntryRow extends RecordedAct {
  number: number;
  commitments: Record<string, string>;
  /** Hexadecimal. */
  previous: string;
  hash: string;
}

/**
 * The columns of a row of record_entry `r`, for `entryOf`. The moment to the microsecond, which is what
 * the table keeps: a shorter text would hide a change.
 */
export const ENTRY = `r.number::float8 AS number, r.kind, r.about_kind AS "aboutKind", r.about_id AS "aboutId",
  r.consultation_id AS "consultationId", r.actor_id AS "actorId", r.body_id AS "bodyId",
  replace(to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z') AS at,
  r.data, r.commitments, encode(r.previous, 'hex') AS previous, encode(r.hash, 'hex') AS hash`;

/** The entry of a row, as it is hashed. */
export function entryOf(row: EntryRow): Entry {
  const { aboutId, aboutKind, actorId, at, bodyId, consultationId, data, kind } = row;
  const { number, previous, commitments } = row;
  const act: RecordedAct = { aboutId, aboutKind, actorId, at, bodyId, consultationId, data, kind };
  return { act, commitments, number, previous };
}
