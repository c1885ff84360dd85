import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';
import { Member } from '../roll/member.entity.js';

/** A numbered ranking that went to the National Policy Forum. Never changes. */
@Entity('round')
@Index('round_number', ['consultationId', 'number'], { unique: true })
export class Round {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_key' })
  id!: string;

  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'round_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('int')
  number!: number;

  @Column('text')
  lens!: string;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('uuid', { nullable: true })
  publishedById!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'published_by_id', foreignKeyConstraintName: 'round_publisher_exists' })
  publishedBy?: Relation<Member> | null;

  @Column('int')
  voterCount!: number;
}

/** What a round counted for one proposal: enough to rank it again under every lens of the time. */
@Entity('round_count')
export class RoundCount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_count_key' })
  roundId!: string;

  @ManyToOne(() => Round, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'round_count_of' })
  round?: Relation<Round>;

  @Index('round_count_proposal')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_count_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal)
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'round_count_proposal_exists' })
  proposal?: Relation<Proposal>;

  /** Position in the round's official order, from 1; also below the quorum line. */
  @Column('int')
  position!: number;

  /** Shared by ties; none below the quorum line. */
  @Column('int', { nullable: true })
  rank!: number | null;

  @Column('int')
  agree!: number;

  @Column('int')
  disagree!: number;

  @Column('int')
  pass!: number;

  /** Counts by CLP: `[[clpId, agree, disagree, pass], …]` in order of id. Not public as it stands: cells may be small. */
  @Column('jsonb')
  byClp!: [string, number, number, number][];
}
