import type { TakenAway } from '@clarion/deliberation';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Proposal } from '../contributions/proposal.entity.js';
import { Round } from './round.entity.js';

/** What a proposal said in a round. Words and salt can be taken away together, and never change. */
@Entity('round_words')
@Check(
  'round_words_whole',
  `gone IS NULL = (num_nulls(salt, statement, author) = 0) AND gone IS NULL = (num_nonnulls(salt, statement, author) > 0)`,
)
@Check('round_words_gone', `gone IN ('hidden','erased')`)
@Index('round_words_proposal', ['proposalId'], { where: 'gone IS NULL' })
export class RoundWords {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_words_key' })
  roundId!: string;

  @ManyToOne(() => Round)
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'round_words_round_exists' })
  round?: Relation<Round>;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_words_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal)
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'round_words_proposal_exists' })
  proposal?: Relation<Proposal>;

  /** 32 bytes, of these words alone: without it nobody can find them out by trying. */
  @Column('bytea', { nullable: true })
  salt!: Buffer | null;

  @Column('text', { nullable: true })
  statement!: string | null;

  /** As the author was called then. */
  @Column('text', { nullable: true })
  author!: string | null;

  /** Why they are not here any more. What is hidden and may be shown again is here still. */
  @Column('text', { nullable: true })
  gone!: TakenAway | null;
}
