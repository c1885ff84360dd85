import { type Refusal, refusal } from '@clarion/deliberation';
import type { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { inFewTrips } from '../database/in-few-trips.js';
import { type InSets, inSets } from '../database/in-sets.js';
import type { Keyring } from '../keyring/keyring.js';
import { readVote, type SentVote } from './vote.service.js';
import type { AskedVote } from './vote-case.service.js';
import * as sets from './vote-set.queries.js';
import { type VoteRow, voteTogether } from './vote-set.service.js';

/** Votes of one transaction: what a flush of the disk is shared by. */
const MOST = 100;
/** Proposals whose consultation is known: some megabytes. */
const MOST_PLACES = 50_000;

type Sent = Omit<SentVote, 'choice'> & { choice: SentVote['choice'] | null };
type Place = NonNullable<Awaited<ReturnType<typeof sets.placeOf>>>;

/**
 * Votes that come at the same time, written together: while one transaction of a consultation is under way
 * the next votes in it wait, and go as one. Everybody is answered after the commit that holds their vote.
 */
export class VotesTogether {
  private readonly places = new Map<string, Promise<Place | null>>();
  private readonly gathering = new Map<string, InSets<AskedVote, VoteRow | Refusal>>();

  constructor(
    private readonly database: DataSource,
    private readonly keys: Keyring,
  ) {}

  /** Casts, changes or takes back a vote. */
  async vote(voter: { viewer: Viewer; at: Date }, sent: Sent): Promise<VoteRow | Refusal> {
    const asked = readVote(voter, sent);
    if ('message' in asked) return asked;
    const place = await this.placeOf(asked.proposalId);
    if (!place) return refusal('not_found', { what: 'proposal' });
    return this.votesIn(place.consultationId)({ ...asked, proposalId: place.id });
  }

  /** What gathers the votes of a consultation: there are few hundred of those. */
  private votesIn(consultationId: string): InSets<AskedVote, VoteRow | Refusal> {
    const known = this.gathering.get(consultationId);
    if (known) return known;
    const votes = inSets(this.writing(consultationId), { most: MOST, key: voterOf });
    this.gathering.set(consultationId, votes);
    return votes;
  }

  private writing(consultationId: string) {
    const { database, keys } = this;
    return (asked: readonly AskedVote[]) =>
      inFewTrips(database, (tx, commit) =>
        voteTogether({ tx, keys, commit }, consultationId, asked),
      );
  }

  /** Asked once for all who ask at the same time, so that those keep their order. */
  private placeOf(proposalId: string): Promise<Place | null> {
    const known = this.places.get(proposalId);
    if (known) return known;
    const asked = sets.placeOf(this.database.manager, proposalId);
    // It never changes, so any may go to make room.
    if (this.places.size >= MOST_PLACES) this.places.clear();
    this.places.set(proposalId, asked);
    const forget = () => void this.places.delete(proposalId);
    asked.then((place) => place ?? forget(), forget);
    return asked;
  }
}

const voterOf = ({ viewer }: AskedVote): string => viewer.id;
