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

/** The tag of a statement that moderators rejected in the system it was imported from. */
export const REJECTED_ELSEWHERE = 'Polis: rejected';

/** A statement one can agree with, and the case for it. Holds the current words; older ones are in `proposal_version`. */
@Entity('proposal')
@Check(
  'proposal_status',
  `status IN ('published','waiting','withdrawn','merged','not_taken_forward','hidden')`,
)
@Check('proposal_author', `author_id IS NOT NULL OR author_name IS NOT NULL`)
@Check('proposal_merged', `status = 'hidden' OR (status = 'merged') = (merged_into_id IS NOT NULL)`)
@Index('proposal_number', ['consultationId', 'number'], { unique: true })
@Index('proposal_newest', ['consultationId', 'createdAt', 'id'])
@Index('proposal_by_time', ['createdAt', 'id'])
@Index('proposal_active', ['consultationId', 'activeAt', 'id'])
@Index('proposal_hidden', ['consultationId', 'number'], { where: `status = 'hidden'` })
@Index('proposal_source', ['consultationId', 'sourceId'], {
  unique: true,
  where: 'source_id IS NOT NULL',
})
@Index('proposal_search', { synchronize: false })
export class Proposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_key' })
  id!: string;

  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'proposal_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('int')
  number!: number;

  @Index('proposal_author_index')
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'proposal_author_exists' })
  author?: Relation<Member> | null;

  /** The name that came with an import, when the author is nobody here. */
  @Column('text', { nullable: true })
  authorName!: string | null;

  @Column('uuid', { nullable: true })
  onBehalfOfId!: string | null;

  @ManyToOne(() => Body, { nullable: true })
  @JoinColumn({ name: 'on_behalf_of_id', foreignKeyConstraintName: 'proposal_body_exists' })
  onBehalfOf?: Relation<Body> | null;

  @Column('text')
  statement!: string;

  @Column('text')
  argument!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column('text', { array: true, default: () => `'{}'` })
  tags!: string[];

  @Column('text', { default: 'published' })
  status!: ContributionStatus;

  @Column('text', { nullable: true })
  statusReason!: string | null;

  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;

  @ManyToOne(() => Proposal, { nullable: true })
  @JoinColumn({ name: 'merged_into_id', foreignKeyConstraintName: 'proposal_merged_into_exists' })
  mergedInto?: Relation<Proposal> | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  /** When somebody last commented on it or changed it. */
  @Column('timestamptz')
  activeAt!: Date;

  /** Kept with each comment, in the same transaction. */
  @Column('int', { default: 0 })
  commentCount!: number;

  /** A moderator closed its thread: what is there stays, nothing is added. */
  @Column('boolean', { default: false })
  isLocked!: boolean;

  /** Its id in the system it was imported from. */
  @Column('text', { nullable: true })
  sourceId!: string | null;

  /** What the search finds it by; a trigger makes it of the text. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  words!: string | null;
}
