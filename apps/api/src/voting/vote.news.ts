import { countsHidden } from '@clarion/deliberation';
import type { Keyring } from '../keyring/keyring.js';
import type { Topic } from '../live/topic.js';
import { tallyOf } from './ballot.resolver.js';
import * as counted from './counted.queries.js';

/** How many people have voted in a consultation, for its news. */
export const TOLD_VOTERS = `coalesce((SELECT t.voters FROM turnout t
  WHERE t.consultation_id = c.id), 0) AS "voterCount"`;

/** The counts of a proposal, to whoever may see them: while they are hidden, those who voted on it. */
export const tallyNews = (keys: Pick<Keyring, 'pseudonym'>): Topic => ({
  field: 'tallyNews',
  async read(db, ids) {
    const rows = await counted.tallies(db, ids);
    return new Map(rows.map(({ id, ...tally }) => [id, { id, tally: tallyOf(tally) }]));
  },
  async without(db, id, watching) {
    const place = await counted.placeOf(db, id);
    if (!place) return new Set(watching);
    const { consultationId, phase, rules } = place;
    if (!countsHidden({ phase, rules, isReviewer: false }, false)) return new Set();
    const members = [...watching].filter((member) => member !== null);
    const pseudonyms = members.map((member) => keys.pseudonym(consultationId, member));
    const voted = await counted.votedOn(db, { consultationId, proposalId: id }, pseudonyms);
    const may = new Set<string | null>(
      members.filter((_, at) => voted.has(pseudonyms[at]?.toString('hex') ?? '')),
    );
    return new Set([...watching].filter((member) => !may.has(member)));
  },
});
