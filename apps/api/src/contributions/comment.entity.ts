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
import { Consultation } from '../consultations/consultation.entity.js';
import { Member } from '../roll/member.entity.js';
import { Proposal } from './proposal.entity.js';

export const STANCES = ['for', 'against', 'question', 'neutral'] as const;
export type Stance = (typeof STANCES)[number];

/** A reply in a thread: an adjacency list, with the way up kept so that a permalink needs no recursion. */
@Entity('comment')
@Check(
  'comment_status',
  `status IN ('published','waiting','withdrawn','merged','not_taken_forward','hidden')`,
)
@Check('comment_stance', `stance IN ('for','against','question','neutral')`)
@Check('comment_author', `author_id IS NOT NULL OR author_name IS NOT NULL`)
@Check('comment_depth', `depth = cardinality(ancestors)`)
@Index('comment_by_time', ['createdAt', 'id'])
@Index('comment_consultation_status', ['consultationId', 'status'])
@Index('comment_replies', ['parentId', 'createdAt', 'id'])
@Index('comment_replies_best', ['parentId', 'goodPoints', 'createdAt', 'id'])
@Index('comment_roots', ['proposalId', 'createdAt', 'id'], { where: 'parent_id IS NULL' })
@Index('comment_roots_best', ['proposalId', 'goodPoints', 'createdAt', 'id'], {
  where: 'parent_id IS NULL',
})
@Index('comment_best_side', ['proposalId', 'stance', 'goodPoints', 'createdAt', 'id'])
@Index('comment_source', ['proposalId', 'sourceId'], {
  unique: true,
  where: 'source_id IS NOT NULL',
})
@Index('comment_search', { synchronize: false })
export class Comment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_key' })
  id!: string;

  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'comment_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('uuid')
  proposalId!: string;

  @ManyToOne(() => Proposal)
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'comment_proposal_exists' })
  proposal?: Relation<Proposal>;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @ManyToOne(() => Comment, { nullable: true })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'comment_parent_exists' })
  parent?: Relation<Comment> | null;

  /** From the root down to the parent. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  ancestors!: string[];

  @Column('int')
  depth!: number;

  @Index('comment_author_index')
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'comment_author_exists' })
  author?: Relation<Member> | null;

  @Column('text', { nullable: true })
  authorName!: string | null;

  @Column('text')
  stance!: Stance;

  @Column('text')
  body!: string;

  @Column('text', { default: 'published' })
  status!: ContributionStatus;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  /** Kept with each reaction, in the same transaction. */
  @Column('int', { default: 0 })
  goodPoints!: number;

  @Column('int', { default: 0 })
  replyCount!: number;

  @Column('int', { default: 0 })
  descendantCount!: number;

  @Column('text', { nullable: true })
  sourceId!: string | null;

  /** What the search finds it by; a trigger makes it of the text. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  words!: string | null;
}
