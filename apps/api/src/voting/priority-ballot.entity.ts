import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Proposal } from '../contributions/proposal.entity.js';
import { Voter } from './voter.entity.js';

/**
 * A proposal that somebody chose as mattering most. All that one pseudonym chose is their ballot; when
 * they chose it is not kept. Known by pseudonym only, as votes are, and written as a whole.
 */
@Entity('priority_choice')
@Check('priority_choice_position', 'position >= 1')
@Unique('priority_choice_place', ['consultationId', 'pseudonym', 'position'])
export class PriorityChoice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'priority_choice_key' })
  consultationId!: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'priority_choice_key' })
  pseudonym!: Buffer;

  @ManyToOne(() => Voter, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'consultation_id',
      referencedColumnName: 'consultationId',
      foreignKeyConstraintName: 'priority_choice_voter_exists',
    },
    {
      name: 'pseudonym',
      referencedColumnName: 'pseudonym',
      foreignKeyConstraintName: 'priority_choice_voter_exists',
    },
  ])
  voter?: Relation<Voter>;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'priority_choice_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'priority_choice_proposal_exists' })
  proposal?: Relation<Proposal>;

  /** From 1, in the voter's own order: kept for them, and counted by no lens. */
  @Column('smallint')
  position!: number;
}
