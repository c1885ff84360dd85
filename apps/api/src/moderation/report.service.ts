import {
  cleanText,
  type Refusal,
  refusal,
  refuseReport,
  refuseUnlawfulReport,
  ukDay,
} from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Acting } from '../accounts/acting.js';
import { once } from '../database/once.js';
import type { ReportInput, ReportUnlawfulInput } from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { partyOf } from './moderating.js';
import { recordedReport } from './moderation-record.js';
import { Report } from './report.entity.js';
import * as reports from './report.queries.js';
import * as things from './thing.queries.js';

/** Reports a contribution. One a person and thing; the same id is the same report. */
export async function report(
  { tx, viewer, at }: Acting,
  { id, aboutId, reason, words }: ReportInput,
): Promise<reports.ReportRow | Refusal> {
  const taken = await once(tx, 'report', id);
  if (taken) return taken;
  const earlier = (await reports.byIds(tx, [id])).get(id);
  if (earlier) {
    const isTheSame = earlier.reporterId === viewer.id && earlier.aboutId === aboutId;
    return isTheSame ? earlier : refusal('already_exists', { what: 'report' });
  }
  // One person's reports in a row: two at once of the same thing are one.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 74659))', [
    viewer.id,
  ]);
  const thing = (await things.byIds(tx, [aboutId], viewer.id)).get(aboutId);
  if (!thing) return refusal('not_found', { what: 'proposal', field: 'aboutId' });
  const refused = refuseReport({
    isSignedIn: true,
    isMine: partyOf(viewer, thing).isAuthor,
    hasReported: thing.hasReported,
    status: thing.status,
    kind: thing.kind,
    sentToday: await reports.sentOn(tx, viewer.id, ukDay(at)),
    reason,
    words,
  });
  if (refused) return refused;
  await tx.insert(Report, {
    ...{ id, aboutId, reason, at },
    aboutKind: thing.kind,
    reporterId: viewer.id,
    words: cleanText(words),
    closedAt: null,
    closedById: null,
  });
  await enter(tx, recordedReport('reported', id, at, { code: reason }));
  const row = (await reports.byIds(tx, [id])).get(id);
  if (!row) throw new Error(`report ${id} vanished inside its transaction`);
  return row;
}

const IDS = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** The contribution an address leads to: the last id in it that is one's. */
async function thingAt(tx: EntityManager, place: string): Promise<things.ThingRow | null> {
  const ids = place.match(IDS)?.slice(0, 4) ?? [];
  const found = await things.byIds(
    tx,
    ids.map((each) => each.toLowerCase()),
    null,
  );
  return ids.map((each) => found.get(each.toLowerCase())).findLast(Boolean) ?? null;
}

/** Reports something unlawful without an account. It comes first in the queue. The same id is the same report. */
export async function reportUnlawful(
  tx: EntityManager,
  { id, place, words }: ReportUnlawfulInput,
  at: Date,
): Promise<{ id: string } | Refusal> {
  const taken = await once(tx, 'report', id);
  if (taken) return taken;
  const refused = refuseUnlawfulReport({ place, words });
  if (refused) return refused;
  const earlier = (await reports.byIds(tx, [id])).get(id);
  if (earlier) {
    const isTheSame = earlier.reporterId === null && earlier.words === cleanText(words);
    return isTheSame ? { id } : refusal('already_exists', { what: 'report' });
  }
  const thing = await thingAt(tx, place);
  if (!thing || thing.status === 'waiting') {
    const saying =
      'We found nothing at that address. Open what it is about, copy the address the browser shows, and put it here.';
    return refusal('not_valid', { field: 'place', saying });
  }
  await tx.insert(Report, {
    ...{ id, at, aboutKind: thing.kind, aboutId: thing.id, reason: 'unlawful' as const },
    ...{ reporterId: null, words: cleanText(words), closedAt: null, closedById: null },
  });
  await enter(tx, recordedReport('reported', id, at, { code: 'unlawful' }));
  return { id };
}
