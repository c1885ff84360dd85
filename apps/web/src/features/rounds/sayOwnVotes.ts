import { type OwnVote, ownVotes, type RoundFiles, type RoundReport } from '@clarion/exchange/round';
import type { Check, RecountAsk } from './report';

const CHOICES: Record<string, string> = {
  agree: 'You agreed',
  disagree: 'You disagreed',
  pass: 'You passed',
};

/** What came of a vote, and whether that is right: null for what a round does not show. */
const FOUND: Record<OwnVote['found'], { ok: boolean | null; says: string }> = {
  opened: { ok: true, says: 'counted as you cast it.' },
  superseded: { ok: true, says: 'replaced by a later one of yours, or taken back.' },
  void: { ok: true, says: 'not counted: the proposal is not ranked.' },
  hidden: {
    ok: null,
    says: 'in the record, but not opened: it was changed, or fewer than ten could be told apart.',
  },
  waiting: { ok: null, says: 'not in the record yet when this round was made.' },
  replaced: { ok: false, says: 'replaced or taken back, and not in this browser.' },
  missing: { ok: false, says: 'in the record, but not in this round as you cast it.' },
};

/** Looks for the votes that this browser kept; nothing where the round opens none, or is not as published. */
export async function sayOwnVotes(
  files: RoundFiles,
  kept: RecountAsk['kept'],
  { manifest, tables }: RoundReport,
): Promise<Check[]> {
  const here = kept.filter(({ consultationId }) => consultationId === manifest?.consultation.id);
  if (here.length === 0 || !tables) return [];
  const found = await ownVotes(files, here).catch(() => null);
  const statements = new Map(tables.proposals.map(({ id, statement }) => [id, statement]));
  return (found ?? []).map(({ vote, found: fate }) => {
    const { ok, says } = FOUND[fate];
    const statement = statements.get(vote.proposalId) ?? 'a proposal that is not in this round';
    return { name: `${CHOICES[vote.choice] ?? 'You voted'}: “${statement}”`, ok, says };
  });
}
