import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Comment, type Stance } from './comment.entity.js';

/** The text of a comment before an edit. */
@Entity('comment_version')
export class CommentVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_version_key' })
  commentId!: string;

  @ManyToOne(() => Comment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'comment_id', foreignKeyConstraintName: 'comment_version_of' })
  comment?: Relation<Comment>;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'comment_version_key' })
  version!: number;

  @Column('text')
  stance!: Stance;

  @Column('text')
  body!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
