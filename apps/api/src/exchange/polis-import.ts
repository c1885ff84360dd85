import { basename, resolve } from 'node:path';
import type { PolisExport, PolisStatement } from '@clarion/exchange';
import type { EntityManager } from 'typeorm';
import { Proposal, REJECTED_ELSEWHERE } from '../contributions/proposal.entity.js';
import { ProposalVersion } from '../contributions/proposal-version.entity.js';
import type { Keyring } from '../keyring/keyring.js';
import { enter } from '../record/record.service.js';
import { castMany } from '../voting/vote-many.service.js';
import { asProposal, imported, importedId, proposalTexts } from './imported-consultation.js';

export interface PolisImported {
  consultationId: string;
  isNew: boolean;
  newProposals: number;
  votes: number;
  voters: number;
}

const REJECTED = 'Rejected by the moderators of the Polis conversation it came from.';
/** What is kept of a statement's standing in Polis, as tags. */
export const MODERATION = {
  [-1]: REJECTED_ELSEWHERE,
  0: 'Polis: not moderated',
  1: 'Polis: accepted',
} as const;
export const SEED = 'Polis: seed';
export const META = 'Polis: about the discussion itself';
const CHOICE = { 1: 'agree', [-1]: 'disagree', 0: 'pass' } as const;

/** Where an export came from: the conversation's code, or the folder's name. */
export const polisSource = (folder: string, url: string | null): string =>
  `polis:${url?.split('/').filter(Boolean).at(-1) ?? basename(resolve(folder))}`;

/** Loads a Polis export in the caller's transaction. Run again, it adds what is new and changes nothing else. */
export async function importPolis(
  tx: EntityManager,
  keys: Keyring,
  folder: string,
  given: PolisExport,
  at: Date,
): Promise<PolisImported> {
  const source = polisSource(folder, given.url);
  const times = [...given.statements.map((statement) => statement.createdAt), ...given.votes.at];
  const first = times.reduce((least, time) => Math.min(least, time), at.getTime());
  const last = times.reduce((most, time) => Math.max(most, time), first);
  await tx.query('SET LOCAL statement_timeout = 0');
  const { id, isNew } = await imported(tx, {
    source,
    title: given.topic,
    question: given.topic,
    paper: [given.description, given.url && `Imported from ${given.url}.`]
      .filter(Boolean)
      .join('\n\n'),
    openedAt: new Date(first),
    closedAt: new Date(last),
    importedAt: at,
  });
  keys.create(id);
  const newProposals = await importStatements(tx, id, source, given.statements);
  const votes = await importVotes(tx, keys, id, source, given);
  return { consultationId: id, isNew, newProposals, votes, voters: given.people.length };
}

const proposalId = (source: string, statement: number) =>
  importedId(source, 'statement', statement);

async function importStatements(
  tx: EntityManager,
  consultationId: string,
  source: string,
  statements: readonly PolisStatement[],
): Promise<number> {
  const [standing] = await tx.query<[{ ids: string[]; last: number }]>(
    `SELECT coalesce(array_agg(id), '{}') AS ids, coalesce(max(number), 0) AS last
     FROM proposal WHERE consultation_id = $1`,
    [consultationId],
  );
  const known = new Set(standing.ids);
  const fresh = statements.filter((statement) => !known.has(proposalId(source, statement.id)));
  if (fresh.length === 0) return 0;
  const rows = fresh.map((statement, index) => {
    const createdAt = new Date(statement.createdAt);
    const isRejected = statement.moderated === -1;
    return {
      ...asProposal(statement.body),
      id: proposalId(source, statement.id),
      consultationId,
      number: standing.last + index + 1,
      authorId: null,
      authorName:
        statement.authorId === null ? 'A participant' : `Participant ${statement.authorId}`,
      tags: [
        MODERATION[statement.moderated],
        ...(statement.isSeed ? [SEED] : []),
        ...(statement.isMeta ? [META] : []),
      ],
      status: isRejected ? ('not_taken_forward' as const) : ('published' as const),
      statusReason: isRejected ? REJECTED : null,
      createdAt,
      activeAt: createdAt,
      sourceId: String(statement.id),
    };
  });
  await tx.insert(Proposal, rows);
  await tx.insert(
    ProposalVersion,
    rows.map((row) => ({
      proposalId: row.id,
      version: 1,
      statement: row.statement,
      argument: row.argument,
      reason: null,
      createdAt: row.createdAt,
    })),
  );
  await enter(
    tx,
    ...rows.map((row) => ({
      kind: 'sent',
      aboutKind: 'proposal' as const,
      aboutId: row.id,
      consultationId,
      actorId: null,
      at: row.createdAt,
      data: { version: 1, importedFrom: source },
      personal: proposalTexts(row),
    })),
  );
  return rows.length;
}

async function importVotes(
  tx: EntityManager,
  keys: Keyring,
  consultationId: string,
  source: string,
  { people, statements, votes }: PolisExport,
): Promise<number> {
  const pseudonyms = people.map((person) =>
    keys.pseudonym(consultationId, `${source} ${person.id}`),
  );
  const proposals = statements.map((statement) => proposalId(source, statement.id));
  return castMany(
    tx,
    consultationId,
    Array.from(votes.choice, (choice, row) => ({
      proposalId: proposals[votes.statement[row] as number] as string,
      pseudonym: pseudonyms[votes.person[row] as number] as Buffer,
      choice: CHOICE[choice as 1 | 0 | -1],
      castAt: new Date(votes.at[row] as number),
      version: 1,
    })),
    people.map((person, index) => ({
      pseudonym: pseudonyms[index] as Buffer,
      group: person.groupId,
    })),
  );
}
