import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Member } from '../roll/member.entity.js';
import { Comment } from './comment.entity.js';

/** Somebody found a comment a good point. */
@Entity('good_point')
export class GoodPoint {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'good_point_key' })
  commentId!: string;

  @ManyToOne(() => Comment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'comment_id', foreignKeyConstraintName: 'good_point_of' })
  comment?: Relation<Comment>;

  @Index('good_point_member')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'good_point_key' })
  memberId!: string;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'good_point_member_exists' })
  member?: Relation<Member>;
}
