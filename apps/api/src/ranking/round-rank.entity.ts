import {
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

/** Where a round put a proposal under one lens; the official one and every other that could be shown. */
@Entity('round_rank')
export class RoundRank {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_rank_key' })
  roundId!: string;

  @ManyToOne(() => Round)
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'round_rank_of' })
  round?: Relation<Round>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'round_rank_key' })
  lens!: string;

  @Index('round_rank_proposal')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_rank_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal)
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'round_rank_proposal_exists' })
  proposal?: Relation<Proposal>;

  @Column('int')
  position!: number;

  /** Shared by ties; none below the quorum line. */
  @Column('int', { nullable: true })
  rank!: number | null;

  @Column('boolean')
  tied!: boolean;

  @Column('double precision')
  score!: number;

  /** Its range; none below the line or where the lens has none. */
  @Column('int', { nullable: true })
  best!: number | null;

  @Column('int', { nullable: true })
  worst!: number | null;

  @Column('int', { nullable: true })
  low!: number | null;

  @Column('int', { nullable: true })
  high!: number | null;

  /** Under `priorities@1`, the load of its voters; none where nobody chose it. */
  @Column('double precision', { nullable: true })
  load!: number | null;
}
