import type { OfficeName, Outcome } from '@clarion/deliberation';
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
import { Body } from '../bodies/body.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';
import { Member } from '../roll/member.entity.js';

/** A body's answer to a proposal, always with a reason, the next stop and a date. A later answer by the same body replaces it. */
@Entity('decision')
@Check(
  'decision_outcome',
  `outcome IN ('accept','accept_in_part','merge','refer','not_take_forward')`,
)
@Check('decision_reason', `reason <> ''`)
@Check('decision_next_stop', `next_stop <> ''`)
@Check('decision_merge', `(outcome = 'merge') = (merged_into_id IS NOT NULL)`)
@Check('decision_refer', `(outcome = 'refer') = (referred_to_id IS NOT NULL)`)
@Check('decision_done', `(done_at IS NULL) = (done_note IS NULL)`)
@Index('decision_proposal', ['proposalId', 'decidedAt', 'id'])
@Index('decision_consultation', ['consultationId', 'decidedAt', 'id'])
@Index('decision_current', ['proposalId', 'bodyId'], {
  unique: true,
  where: 'superseded_by_id IS NULL',
})
export class Decision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_key' })
  id!: string;

  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'decision_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('uuid')
  proposalId!: string;

  @ManyToOne(() => Proposal)
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'decision_proposal_exists' })
  proposal?: Relation<Proposal>;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'decision_body_exists' })
  body?: Relation<Body>;

  @Column('uuid')
  byId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'by_id', foreignKeyConstraintName: 'decision_officer_exists' })
  by?: Relation<Member>;

  @Column('text')
  office!: OfficeName;

  @Column('text')
  outcome!: Outcome;

  @Column('text')
  reason!: string;

  @Column('text')
  nextStop!: string;

  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('text', { nullable: true })
  doneNote!: string | null;

  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;

  @ManyToOne(() => Proposal, { nullable: true })
  @JoinColumn({ name: 'merged_into_id', foreignKeyConstraintName: 'decision_merged_into_exists' })
  mergedInto?: Relation<Proposal> | null;

  @Column('uuid', { nullable: true })
  referredToId!: string | null;

  @ManyToOne(() => Body, { nullable: true })
  @JoinColumn({ name: 'referred_to_id', foreignKeyConstraintName: 'decision_referred_to_exists' })
  referredTo?: Relation<Body> | null;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('uuid', { nullable: true })
  supersededById!: string | null;
}
