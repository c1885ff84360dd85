import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';

/** Counts of current votes on a proposal: derived, written with the votes, checked against them by `doctor`. */
@Entity('tally')
export class Tally {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tally_key' })
  consultationId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tally_key' })
  proposalId!: string;

  @OneToOne(() => Proposal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'tally_proposal_exists' })
  proposal?: Relation<Proposal>;

  @Column('int', { default: 0 })
  agree!: number;

  @Column('int', { default: 0 })
  disagree!: number;

  @Column('int', { default: 0 })
  pass!: number;
}

/** The same by CLP of the voter; those without a CLP are not here. */
@Entity('tally_by_clp')
export class TallyByClp {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tally_by_clp_key' })
  consultationId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tally_by_clp_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'tally_by_clp_proposal_exists' })
  proposal?: Relation<Proposal>;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tally_by_clp_key' })
  clpId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'clp_id', foreignKeyConstraintName: 'tally_by_clp_clp_exists' })
  clp?: Relation<Body>;

  @Column('int', { default: 0 })
  agree!: number;

  @Column('int', { default: 0 })
  disagree!: number;

  @Column('int', { default: 0 })
  pass!: number;
}

/** How many people have voted, and have chosen what matters most, in a consultation. A row of its own: the consultation's row is what a vote locks for reading. */
@Entity('turnout')
export class Turnout {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'turnout_key' })
  consultationId!: string;

  @OneToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'turnout_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('int', { default: 0 })
  voters!: number;

  @Column('int', { default: 0 })
  ballots!: number;
}
