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
import { Comment } from '../contributions/comment.entity.js';
import { Evidence } from '../contributions/evidence.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import { DraftVersion } from './draft.entity.js';

/** A paragraph of one version; its id is the same in every version, so that versions can be compared. */
@Entity('paragraph')
@Index('paragraph_order', ['draftId', 'version', 'position'], { unique: true })
export class Paragraph {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paragraph_key' })
  draftId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'paragraph_key' })
  version!: number;

  @ManyToOne(() => DraftVersion, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'draft_id',
      referencedColumnName: 'draftId',
      foreignKeyConstraintName: 'paragraph_of',
    },
    {
      name: 'version',
      referencedColumnName: 'number',
      foreignKeyConstraintName: 'paragraph_of',
    },
  ])
  draftVersion?: Relation<DraftVersion>;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paragraph_key' })
  id!: string;

  @Column('int')
  position!: number;

  /** "14" or "14A": stable from its first publication. */
  @Column('text')
  number!: string;

  @Column('text', { nullable: true })
  heading!: string | null;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  ownReason!: string | null;
}

/** Where a paragraph came from: exactly one of the four. */
@Entity('paragraph_source')
@Check(
  'paragraph_source_one',
  `num_nonnulls(proposal_id, comment_id, evidence_id, decision_id) = 1`,
)
export class ParagraphSource {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paragraph_source_key' })
  draftId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'paragraph_source_key' })
  version!: number;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paragraph_source_key' })
  paragraphId!: string;

  @ManyToOne(() => Paragraph, { onDelete: 'CASCADE' })
  @JoinColumn([
    {
      name: 'draft_id',
      referencedColumnName: 'draftId',
      foreignKeyConstraintName: 'paragraph_source_of',
    },
    {
      name: 'version',
      referencedColumnName: 'version',
      foreignKeyConstraintName: 'paragraph_source_of',
    },
    {
      name: 'paragraph_id',
      referencedColumnName: 'id',
      foreignKeyConstraintName: 'paragraph_source_of',
    },
  ])
  paragraph?: Relation<Paragraph>;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paragraph_source_key' })
  id!: string;

  @Column('int')
  position!: number;

  @Index('paragraph_source_proposal')
  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  @ManyToOne(() => Proposal, { nullable: true })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'paragraph_source_proposal_exists' })
  proposal?: Relation<Proposal> | null;

  @Index('paragraph_source_comment')
  @Column('uuid', { nullable: true })
  commentId!: string | null;

  @ManyToOne(() => Comment, { nullable: true })
  @JoinColumn({ name: 'comment_id', foreignKeyConstraintName: 'paragraph_source_comment_exists' })
  comment?: Relation<Comment> | null;

  @Index('paragraph_source_evidence')
  @Column('uuid', { nullable: true })
  evidenceId!: string | null;

  @ManyToOne(() => Evidence, { nullable: true })
  @JoinColumn({ name: 'evidence_id', foreignKeyConstraintName: 'paragraph_source_evidence_exists' })
  evidence?: Relation<Evidence> | null;

  @Index('paragraph_source_decision')
  @Column('uuid', { nullable: true })
  decisionId!: string | null;

  @ManyToOne(() => Decision, { nullable: true })
  @JoinColumn({ name: 'decision_id', foreignKeyConstraintName: 'paragraph_source_decision_exists' })
  decision?: Relation<Decision> | null;

  /** What was kept or altered. */
  @Column('text', { nullable: true })
  note!: string | null;
}
