import { randomUUID } from 'node:crypto';
import { lapsesTooMany, rollNeedsSecond, ukDay } from '@clarion/deliberation';
import type { KnownClp, Roll } from '@clarion/exchange';
import type { EntityManager } from 'typeorm';
import { makeChanges } from '../contacts/contact-change.service.js';
import type { Keyring } from '../keyring/keyring.js';
import { enter } from '../record/record.service.js';
import { erasedNumber, erasedNumbers } from '../roll/erased.js';
import { lockRoll } from '../roll/member.queries.js';
import * as staging from './roll-staging.js';

export interface RollImportOptions {
  at: Date;
  /** By which somebody who was erased is known again, and left out. */
  keys: Keyring;
  /** SHA-256 of the file, in hexadecimal: the record says which file it was. */
  sha256: string;
  /** What becomes of people who are not in the file. */
  missing: 'lapse' | 'keep';
  /** Whether the operator said that many lapsing at once is meant. */
  isLapsingMeant: boolean;
  /** Refused lines to tell in full. */
  mostRefused?: number;
  /** Compares and writes nothing. */
  isDryRun?: boolean;
  /** Told what is done next. */
  say?: (step: string) => void;
}

/** What an import did, or would do. */
export interface RollImported extends staging.RollDifference {
  refused: { count: number; first: staging.RefusedLine[] };
  /** Lines about people who were erased at their request: they are left out. */
  erased: number;
  /** People who are not in the file and whose membership runs, and how many of them hold an office. */
  missing: { count: number; inOffice: number };
  /** Of all of them: lapsed because they are not in the file. */
  lapsedMissing: number;
  /** Too many lapse at once, and the operator did not say that it is meant: nothing was written. */
  isStopped: boolean;
  /** Whether the new addresses wait for an administrator. */
  addressesWait: boolean;
}

/** The CLPs that lines may name. */
export function knownClps(db: EntityManager): Promise<KnownClp[]> {
  return db.query(`SELECT id, name FROM body WHERE kind = 'clp' ORDER BY name, id`);
}

/**
 * Brings the roll to what a file says, in the caller's transaction, of which it is the last part. Run
 * again, it changes nothing.
 */
export async function importRoll(
  tx: EntityManager,
  roll: Roll,
  options: RollImportOptions,
): Promise<RollImported> {
  const { at, say = () => undefined } = options;
  const today = ukDay(at);
  await tx.query('SET LOCAL statement_timeout = 0');
  await lockRoll(tx);
  const erased = { numbers: await erasedNumbers(tx), lines: 0 };
  await staging.stage(tx, withoutErased(roll.lines, options.keys, erased));
  say('Comparing with the roll');
  const difference = await staging.compare(tx, roll.says, today);
  const { running, ...notThere } = await staging.missing(tx, today);
  const lapsedMissing = options.missing === 'lapse' ? notThere.missing : 0;
  const lapsing = difference.lapsed + lapsedMissing;
  const result: RollImported = {
    ...difference,
    refused: await staging.refusedLines(tx, options.mostRefused ?? 100),
    erased: erased.lines,
    missing: { count: notThere.missing, inOffice: notThere.inOffice },
    lapsedMissing,
    isStopped: !options.isLapsingMeant && lapsesTooMany(lapsing, running),
    addressesWait: rollNeedsSecond(difference.addresses, running),
  };
  if (options.isDryRun || result.isStopped) return result;
  say('Writing');
  await write(tx, result, options);
  return result;
}

/** The lines of a file without those about people who were erased; counts these. */
async function* withoutErased(
  lines: Roll['lines'],
  keys: Keyring,
  erased: { numbers: ReadonlySet<string>; lines: number },
): Roll['lines'] {
  for await (const line of lines) {
    const isErased =
      erased.numbers.size > 0 &&
      'person' in line &&
      erased.numbers.has(erasedNumber(keys, line.person.membershipNumber));
    if (isErased) erased.lines += 1;
    else yield line;
  }
}

async function write(tx: EntityManager, result: RollImported, options: RollImportOptions) {
  const { at, sha256 } = options;
  const id = randomUUID();
  await changePeople(tx, at, options.missing);
  await changeAddresses(tx, id, at, result.addressesWait);
  const { added, changed, lapsedMissing, addresses, addressesWait } = result;
  if (added + changed + lapsedMissing === 0) return;
  await enter(tx, {
    kind: 'roll_imported',
    aboutKind: 'roll',
    aboutId: id,
    consultationId: null,
    actorId: null,
    at,
    data: {
      added,
      changed,
      lapsed: result.lapsed + lapsedMissing,
      contactChanges: addressesWait ? 0 : addresses,
      contactChangesWaiting: addressesWait ? addresses : 0,
      sha256,
    },
  });
}

async function changePeople(tx: EntityManager, at: Date, missing: 'lapse' | 'keep') {
  await tx.query(
    // A name that somebody chose stays; what the roll calls them is kept beside it.
    `UPDATE member m SET display_name = CASE WHEN m.roll_name IS NULL THEN d.name ELSE m.display_name END,
       roll_name = CASE WHEN m.roll_name IS NULL THEN NULL ELSE nullif(d.name, m.display_name) END, standing = d.standing, clp_id = d.clp_id,
       joined_on = d.joined_on, lapsed_on = d.lapsed_on
     FROM roll_difference d WHERE d.member_id = m.id AND (d.other_name OR d.other_standing
       OR d.other_clp OR d.other_joined_on OR d.other_lapsed_on)`,
  );
  if (missing === 'lapse') {
    await tx.query(
      `UPDATE member m SET lapsed_on = $1::date
       WHERE NOT coalesce(m.lapsed_on <= $1::date, false) AND ${staging.IS_MISSING}`,
      [ukDay(at)],
    );
  }
  await tx.query(
    `INSERT INTO member (id, membership_number, display_name, standing, clp_id, joined_on, lapsed_on)
     SELECT gen_random_uuid(), number, name, standing, clp_id, joined_on, lapsed_on
     FROM roll_difference WHERE member_id IS NULL ORDER BY number`,
  );
}

/** Addresses of new people are there at once; another one of somebody who was here goes the way of every change. */
async function changeAddresses(tx: EntityManager, importId: string, at: Date, mustWait: boolean) {
  await tx.query(
    `INSERT INTO contact_change (id, member_id, way, batch_id, status, old_email, new_email, asked_at)
     SELECT gen_random_uuid(), member_id, 'roll', $1, 'pending', old_email, email, $2
     FROM roll_difference WHERE member_id IS NOT NULL AND other_address`,
    [importId, at],
  );
  await tx.query(
    `INSERT INTO contact (member_id, email, email_key, roll_key, changed_at)
     SELECT m.id, CASE WHEN d.member_id IS NULL THEN d.email END,
       CASE WHEN d.member_id IS NULL THEN lower(d.email) END, lower(d.email), $1
     FROM roll_difference d JOIN member m ON m.membership_number = d.number
     WHERE d.email IS NOT NULL
     ON CONFLICT (member_id) DO UPDATE SET roll_key = excluded.roll_key
     WHERE contact.roll_key IS DISTINCT FROM excluded.roll_key`,
    [at],
  );
  if (!mustWait) await makeChanges(tx, { batchId: importId }, at, null);
}
