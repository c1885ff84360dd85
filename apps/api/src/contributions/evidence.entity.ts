import type { ContributionStatus } from '@clarion/deliberation';
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
import { Member } from '../roll/member.entity.js';
import { Proposal } from './proposal.entity.js';

export type Confidence = 'low' | 'medium' | 'high';

/** What a body knows, with sources. Shown beside votes, never added into them. */
@Entity('evidence')
@Check(
  'evidence_status',
  `status IN ('published','waiting','withdrawn','merged','not_taken_forward','hidden')`,
)
@Check('evidence_confidence', `confidence IN ('low','medium','high')`)
@Check(
  'evidence_considered',
  `(considered_at IS NULL) = (considered_by_id IS NULL) AND (considered_at IS NULL) = (considered_sentence IS NULL)`,
)
@Index('evidence_consultation', ['consultationId', 'createdAt', 'id'])
@Index('evidence_proposal', ['proposalId', 'createdAt', 'id'])
@Index('evidence_search', { synchronize: false })
export class Evidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_key' })
  id!: string;

  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'evidence_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  @ManyToOne(() => Proposal, { nullable: true })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'evidence_proposal_exists' })
  proposal?: Relation<Proposal> | null;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'evidence_body_exists' })
  body?: Relation<Body>;

  @Index('evidence_officer')
  @Column('uuid')
  officerId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'officer_id', foreignKeyConstraintName: 'evidence_officer_exists' })
  officer?: Relation<Member>;

  @Column('text')
  authorName!: string;

  @Column('text')
  claim!: string;

  @Column('text')
  detail!: string;

  @Column('text')
  confidence!: Confidence;

  @Column('text')
  confidenceReason!: string;

  @Column('boolean')
  costFlag!: boolean;

  @Column('boolean')
  legalFlag!: boolean;

  @Column('text')
  declaredInterest!: string;

  @Column('text')
  mandate!: string;

  @Column('jsonb')
  sources!: { title: string; url: string | null }[];

  @Column('text', { default: 'published' })
  status!: ContributionStatus;

  @Column('text', { nullable: true })
  statusReason!: string | null;

  @Column('uuid', { nullable: true })
  consideredById!: string | null;

  @ManyToOne(() => Body, { nullable: true })
  @JoinColumn({
    name: 'considered_by_id',
    foreignKeyConstraintName: 'evidence_considered_by_exists',
  })
  consideredBy?: Relation<Body> | null;

  @Column('text', { nullable: true })
  consideredSentence!: string | null;

  @Column('timestamptz', { nullable: true })
  consideredAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** What the search finds it by; a trigger makes it of the text. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  words!: string | null;
}
