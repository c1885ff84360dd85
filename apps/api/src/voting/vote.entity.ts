import type { Choice } from '@clarion/deliberation';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Proposal } from '../contributions/proposal.entity.js';
import { Voter } from './voter.entity.js';

/** One row per (proposal, pseudonym): the key is the promise that nobody votes twice. */
@Entity('vote')
@Check('vote_choice', `choice IN ('agree','disagree','pass')`)
export class Vote {
  /** First in the key, so that votes can be partitioned by consultation. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_key' })
  consultationId!: string;

  /** Before the proposal, so that the votes of one person lie together: they are what is asked for. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'vote_key' })
  pseudonym!: Buffer;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'vote_proposal_exists' })
  proposal?: Relation<Proposal>;

  @ManyToOne(() => Voter, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'consultation_id',
      referencedColumnName: 'consultationId',
      foreignKeyConstraintName: 'vote_voter_exists',
    },
    {
      name: 'pseudonym',
      referencedColumnName: 'pseudonym',
      foreignKeyConstraintName: 'vote_voter_exists',
    },
  ])
  voter?: Relation<Voter>;

  @Column('text')
  choice!: Choice;

  /** The version of the proposal that was voted on. */
  @Column('int')
  version!: number;

  /** To the hour, so that it cannot be matched with a log; exact for imports. */
  @Column('timestamptz')
  castAt!: Date;

  /** 32 random bytes that hide the vote in its commitment; none for imports. Never shown before a round. */
  @Column('bytea', { nullable: true })
  random!: Buffer | null;

  /** The commitment of the vote that this one replaced. */
  @Column('bytea', { nullable: true })
  previous!: Buffer | null;

  /** As `commitBallot` of @clarion/record makes it; none for imports. */
  @Column('bytea', { nullable: true })
  commitment!: Buffer | null;
}
