import { BODY_KINDS, type BodyKind, cleanLine, isBlank } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Body } from '../bodies/body.entity.js';
import { enter } from '../record/record.service.js';

/** A body as a line of a file tells of it. */
export interface BodyLine {
  line: number;
  kind: string;
  name: string;
  /** The name of the region that a CLP is part of; empty for none. */
  partOf: string;
}

const isKind = (kind: string): kind is BodyKind => (BODY_KINDS as readonly string[]).includes(kind);
const keyOf = (kind: string, name: string) => `${kind} ${cleanLine(name).toLowerCase()}`;

/**
 * Adds bodies that are not here yet, by kind and name, in the caller's transaction. With any fault it adds
 * none.
 */
export async function importBodies(
  tx: EntityManager,
  lines: readonly BodyLine[],
  at: Date,
): Promise<{ added: number; faults: { line: number; why: string }[] }> {
  await tx.query('LOCK TABLE body IN SHARE ROW EXCLUSIVE MODE');
  const known: { id: string; kind: string; name: string }[] = await tx.query(
    'SELECT id, kind, name FROM body WHERE until IS NULL',
  );
  const ids = new Map(known.map(({ id, kind, name }) => [keyOf(kind, name), id]));
  const fresh: { id: string; kind: BodyKind; line: BodyLine }[] = [];
  const faults: { line: number; why: string }[] = [];
  for (const line of lines) {
    const { kind, name } = line;
    if (!isKind(kind)) faults.push({ line: line.line, why: `there is no kind “${kind}” of body.` });
    else if (isBlank(name)) faults.push({ line: line.line, why: 'the name is missing.' });
    else if (!ids.has(keyOf(kind, name))) {
      const id = v7();
      ids.set(keyOf(kind, name), id);
      fresh.push({ id, kind, line });
    }
  }
  const rows = fresh.map(({ id, kind, line }) => {
    const parentId = line.partOf === '' ? null : ids.get(keyOf('region', line.partOf));
    if (parentId === undefined) {
      faults.push({ line: line.line, why: `there is no region “${line.partOf}”.` });
    }
    return { id, kind, name: cleanLine(line.name), parentId: parentId ?? null };
  });
  if (faults.length > 0) return { added: 0, faults: faults.sort((a, b) => a.line - b.line) };
  await tx.insert(Body, rows);
  await enter(
    tx,
    ...rows.map(({ id, kind, name }) => ({
      kind: 'body_added',
      aboutKind: 'body' as const,
      aboutId: id,
      consultationId: null,
      actorId: null,
      bodyId: id,
      at,
      data: { kind, name },
    })),
  );
  return { added: rows.length, faults };
}
